#include "extract/fate.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Argument;
using predicate::Kind;
using predicate::one_of;
using predicate::Position;
using predicate::Predication;
using predicate::Relation;

class Fate {
public:
  Fate(const Scene& scene, const Draft& draft)
      : scene_(scene), draft_(draft), event_(scene.predications.items[draft.predication]) {}

  std::string run() const {
    for (const auto& p : scene_.predications.in_sentence(event_.sentence)) {
      if (p.token <= event_.token || p.kind == Kind::noun) continue;
      if (!p.modal.empty() || p.tense == predicate::Tense::future || p.infinitive) continue;
      if (p.negated ? tells_of_event(p, "coming-about") : tells_of_event(p, "failing")) {
        if (p.negated && is_ahead()) return "cancelled";
        if (!p.negated && draft_.status == "occurred") return "failed";
      }
      if (draft_.status == "occurred" && !p.negated && stops_the_thing(p)) return "failed";
      if (is_ahead() && gives_up(p)) return "cancelled";
    }
    return draft_.status == "occurred" && is_stopped_on_its_way() ? "failed" : draft_.status;
  }

private:
  // "all the drones launched at the port were shot down"
  bool is_stopped_on_its_way() const {
    if (event_.kind != Kind::participle || !event_.above || !one_of(scene_.tree.dep(event_.token), {"acl", "relcl"}))
      return false;
    const auto thing = scene_.tree.head(event_.token);
    if (scene_.tree.dep(thing) != "nsubjpass" || !is_all_of(thing)) return false;
    const auto verb = scene_.predications.find_at(scene_.tree.head(thing));
    if (!verb) return false;
    const auto& p = scene_.predications.items[*verb];
    return scene_.frames.in_class("thwarting", p.lemma) && p.modal.empty() && !p.negated &&
           p.tense != predicate::Tense::future;
  }

  bool is_all_of(TokenIndex thing) const {
    for (auto t = scene_.tree.left_edge(thing); t < thing; ++t)
      if (one_of(scene_.words[t], {"all", "both", "every", "each"})) return true;
    return false;
  }

  bool is_ahead() const { return one_of(draft_.status, {"planned", "wanted", "possible"}); }

  // "… but this has not materialised": joined to what tells the event, about "it" or "this".
  bool tells_of_event(const Predication& p, std::string_view word_class) const {
    if (!scene_.frames.in_class(word_class, p.lemma) || scene_.tree.dep(p.token) == "relcl") return false;
    return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
      return a.carried == 0 && (a.position == Position::subject || a.position == Position::object) &&
             one_of(scene_.words[a.token], {"it", "this", "that", "they", "these", "all", "which"}) &&
             a.token > event_.token;
    });
  }

  // "planned to send tanks, but dropped the idea", "ordered jets, a deal it later scrapped", "signed a contract for
  // tanks, from which it backed away"
  bool gives_up(const Predication& p) const {
    const bool done = p.tense == predicate::Tense::past || p.perfect;
    if (p.negated || !done) return false;
    const bool joined = p.relation == Relation::coordinated && !scene_.tree.has_child(p.token, "nsubj");
    const bool adds = p.relation == Relation::relative;
    if (!joined && !adds) return false;
    if (!scene_.tree.spans(main_verb(), p.token)) return false;
    if (scene_.frames.in_class("backing-out", p.lemma))
      return !scene_.tree.has_child(p.token, "dobj") &&
             (joined || scene_.words[scene_.tree.left_edge(p.token)] == "from");
    const bool refused =
        adds && scene_.frames.in_class("turning-down", p.lemma); // "a proposal that Turkey turned down"
    if (!refused && !scene_.frames.in_class("giving-up", p.lemma)) return false;
    const auto what = scene_.tree.child(p.token, "dobj");
    const auto of = scene_.tree.head(p.token);
    const bool named = adds && scene_.tree.dep(of) == "appos" && is_plan(of);
    if (named && (what == scene_.tree.size() || one_of(scene_.words[what], {"which", "that"}))) return true;
    if (what == scene_.tree.size()) // "a deal it later scrapped"
      return adds && scene_.tree.dep(scene_.tree.head(p.token)) == "appos" && is_plan(scene_.tree.head(p.token));
    if (adds) return scene_.words[what] == "which" || scene_.words[what] == "that";
    const auto det = scene_.tree.child(what, "det");
    return one_of(scene_.words[what], {"it", "this", "that", "them"}) ||
           (det != scene_.tree.size() && one_of(scene_.words[det], {"the", "that", "this"}) && is_plan(what));
  }

  bool is_plan(TokenIndex noun) const {
    const auto lemma = predicate::lower(scene_.tree.lemma(noun));
    return scene_.frames.in_class("deal-word", lemma) || scene_.frames.in_class("plan-word", lemma);
  }

  // The verb that stands over the event in its clause: "HAD PLANNED to send".
  TokenIndex main_verb() const {
    auto t = event_.token;
    for (int depth = 0; depth < 12 && !scene_.tree.is_root(t); ++depth) {
      if (one_of(scene_.tree.dep(t), {"ccomp", "conj", "advcl", "relcl"})) break;
      t = scene_.tree.head(t);
    }
    return t;
  }

  // "missiles that were intercepted", "drones, all of which were shot down"
  bool stops_the_thing(const Predication& p) const {
    if (!scene_.frames.in_class("thwarting", p.lemma) || p.relation != Relation::relative || !p.passive) return false;
    return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
      if (a.position != Position::object) return false;
      const bool all = a.carried == 1 || scene_.words[a.token] == "all";
      return all && is_thing(scene_.tree.head(p.token));
    });
  }

  // The parse may hang the clause on a later noun of the phrase: no town is intercepted.
  bool is_thing(TokenIndex noun) const {
    const auto item = draft_.roles.find("item");
    if (item == draft_.roles.end() || !scene_.tree.spans(event_.token, noun)) return false;
    const auto stands = [&](const Filler& filler) { return scene_.tree.spans(noun, filler.shown); };
    const auto* mention = scene_.mention(noun);
    const bool place = mention && scene_.entities[mention->entity].kind == EntityKind::place;
    return place || std::any_of(item->second.begin(), item->second.end(), stands);
  }

  const Scene& scene_;
  const Draft& draft_;
  const Predication& event_;
};

} // namespace

void settle_fate(const Scene& scene, Draft& draft) { draft.status = Fate(scene, draft).run(); }

} // namespace stemma::extract
