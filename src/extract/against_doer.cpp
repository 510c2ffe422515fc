#include "extract/against_doer.hpp"

#include "extract/quotations.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Position;

class Turning {
public:
  Turning(const Scene& scene, const Dating& dating, std::vector<Draft>& drafts)
      : scene_(scene), dating_(dating), drafts_(drafts) {}

  void run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const auto* kind = kind_of(drafts_[i]);
      if (!kind || !kind->against_doer) continue;
      leave_victims(i, *kind);
      turn_judged_deed(i, *kind);
      if (!has_entity(drafts_[i], kind->second)) turn(i, *kind);
      if ((scene_.frames.all()[drafts_[i].frame].among_known || is_wording(drafts_[i])) &&
          !has_entity(drafts_[i], kind->second))
        drafts_[i].roles.clear(); // "said this was a crime": of nothing that the text tells
    }
  }

private:
  const pack::EventKind* kind_of(const Draft& draft) const {
    return scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
  }

  // "broke up what it CALLED a terrorist cell": only a choice of words, if nobody is meant.
  bool is_wording(const Draft& draft) const {
    const auto& p = scene_.predications.items[draft.predication];
    return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const predicate::Argument& a) {
      return a.position == Position::object && scene_.tree.tag(a.token) == "WP";
    });
  }

  static bool is_aimed_at(const predicate::Argument& a) {
    return a.position == Position::object ||
           (a.position == Position::oblique &&
            predicate::one_of(a.preposition, {"against", "over", "at", "for", "of", "about"}));
  }

  // "Peru fired a missile. Chile condemned IT", "called IT a crime": a deed, if there is one, before anybody who may be
  // meant by the word.
  void turn_judged_deed(std::size_t i, const pack::EventKind& kind) {
    auto& draft = drafts_[i];
    for (const auto& a : scene_.predications.items[draft.predication].arguments) {
      if (!is_judged_deed(i, a)) continue;
      const auto found = draft.roles.find(kind.second);
      if (found != draft.roles.end() &&
          std::any_of(found->second.begin(), found->second.end(), [&](const Filler& f) { return f.token != a.token; }))
        return;
      const auto* other = condemned_before(i);
      const auto* event = other ? nullptr : last_deed(i, kind);
      if (!other && !event) return;
      draft.roles.erase(kind.second);
      other ? take_target(draft, kind, *other) : take(draft, kind, *event);
      return;
    }
  }

  bool is_judged_deed(std::size_t i, const predicate::Argument& a) const {
    if (a.position != Position::object || scene_.words[a.token] != "it" || scene_.tree.pos(a.token) != "PRON")
      return false;
    const auto& p = scene_.predications.items[drafts_[i].predication];
    if (scene_.frames.in_class("deploring", p.lemma)) return true;
    if (!predicate::is_naming_verb(p.lemma)) return false;
    return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const predicate::Argument& called) {
      const auto lemma = predicate::lower(scene_.tree.lemma(called.token));
      return (called.position == Position::complement || called.preposition == "as") &&
             scene_.frames.in_class("blame", lemma) && !scene_.frames.in_class("evildoer", lemma);
    });
  }

  // "condemned the attack on Peru": whom the event befalls is not the one who is reproached.
  void leave_victims(std::size_t i, const pack::EventKind& kind) {
    const auto found = drafts_[i].roles.find(kind.second);
    if (found == drafts_[i].roles.end()) return;
    for (const auto& a : scene_.predications.items[drafts_[i].predication].arguments) {
      if (!is_aimed_at(a)) continue;
      const auto* event = told_at(a.token, i);
      const auto* told = event ? kind_of(*event) : nullptr;
      if (!told || !told->opposes) continue;
      const auto* guilty = doers(*event);
      std::erase_if(found->second, [&](const Filler& f) {
        const bool acts = guilty && std::any_of(guilty->begin(), guilty->end(),
                                                [&](const Filler& doer) { return doer.entity == f.entity; });
        return f.entity && f.shown != a.token && scene_.tree.spans(a.token, f.shown) && !acts;
      });
    }
  }

  // The draft of the noun itself.
  const Draft* told_at(TokenIndex token, std::size_t not_this) const {
    for (std::size_t d = 0; d < drafts_.size(); ++d)
      if (d != not_this && tells(drafts_[d], token)) return &drafts_[d];
    return nullptr;
  }

  // By the noun, by the verb that carries it, or by a participle beside it: "the ATTACK launched on Peru".
  bool tells(const Draft& draft, TokenIndex noun) const {
    return std::any_of(draft.told.begin(), draft.told.end(), [&](predicate::PredicationIndex p) {
      const auto& told = scene_.predications.items[p];
      return told.token == noun ||
             (told.relation == predicate::Relation::adnominal && scene_.tree.head(told.token) == noun);
    });
  }

  void turn(std::size_t i, const pack::EventKind& kind) {
    const auto& p = scene_.predications.items[drafts_[i].predication];
    for (const auto& a : p.arguments) {
      if ((!is_aimed_at(a) && !is_judged_subject(i, kind, a)) || a.token == p.token) continue;
      if (const auto* event = event_at(a.token, i)) return take(drafts_[i], kind, *event, side_of(a.token, *event));
    }
    take_from_clause(drafts_[i], kind);
    if (has_entity(drafts_[i], kind.second)) return;
    for (const auto& a : p.arguments) {
      if ((a.position != Position::object && !is_judged_subject(i, kind, a)) || !is_deed(a.token)) continue;
      if (const auto* event = last_deed(i, kind)) return take(drafts_[i], kind, *event);
    }
    retort(i, kind);
  }

  // "Peru expelled a Chilean envoy. Chile condemned THE EXPULSION": who was reproached turns it against whoever did so.
  void retort(std::size_t i, const pack::EventKind& kind) {
    const auto own = drafts_[i].roles.find(kind.first);
    const auto& arguments = scene_.predications.items[drafts_[i].predication].arguments;
    const bool of_something = std::any_of(arguments.begin(), arguments.end(), [&](const predicate::Argument& a) {
      return a.position == Position::object && is_definite(a.token) && !scene_.mention(a.token);
    });
    const auto* before = of_something && own != drafts_[i].roles.end() ? condemned_before(i) : nullptr;
    if (!before || !has_entity(*before, kind.first)) return;
    const auto& reproached = before->roles.at(kind.second);
    const bool hits_back = std::any_of(own->second.begin(), own->second.end(), [&](const Filler& speaker) {
      return speaker.entity && std::any_of(reproached.begin(), reproached.end(),
                                           [&](const Filler& f) { return f.entity == speaker.entity; });
    });
    if (hits_back) take(drafts_[i], kind, *before, kind.first);
  }

  // "condemned the SALE" is against who sold, "condemned the PURCHASE" against who bought.
  const std::string& side_of(TokenIndex noun, const Draft& event) const {
    const auto* kind = kind_of(event);
    const bool taken = scene_.frames.in_class("taking", predicate::lower(scene_.tree.lemma(noun)));
    return taken && has_entity(event, kind->second) ? kind->second : kind->first;
  }

  // "said THIS was a crime", "THE MOVE is illegal": where the frame finds the one who is reproached as the subject.
  bool is_judged_subject(std::size_t i, const pack::EventKind& kind, const predicate::Argument& a) const {
    if (a.position != Position::subject || a.carried != 0) return false;
    const auto& fills = scene_.frames.all()[drafts_[i].frame].fills;
    return std::any_of(fills.begin(), fills.end(), [&](const pack::Fill& fill) {
      return fill.role == kind.second &&
             std::find(fill.positions.begin(), fill.positions.end(), "subject") != fill.positions.end();
    });
  }

  // "called THE MOVE illegal", "condemned IT": what was told before, whatever it was.
  bool is_deed(TokenIndex token) const {
    if (scene_.mention(token)) return false;
    if (scene_.tree.pos(token) == "PRON")
      return !scene_.referent[token] && predicate::one_of(scene_.words[token], {"it", "this", "that"});
    const auto det = scene_.tree.child(token, "det");
    return det != scene_.tree.size() &&
           predicate::one_of(scene_.words[det], {"the", "this", "that", "these", "those"}) &&
           scene_.frames.in_class("deed", predicate::lower(scene_.tree.lemma(token)));
  }

  // "Peru condemned the launch. Chile, too, condemned IT": what was condemned just before.
  const Draft* condemned_before(std::size_t i) const {
    const Draft* last = nullptr;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      const auto* kind = kind_of(drafts_[d]);
      if (!kind || !kind->speaks || at(d) >= at(i) || !has_entity(drafts_[d], kind->second)) continue;
      if (scene_.tree.sentence(at(i)) - scene_.tree.sentence(at(d)) > 2) continue;
      if (!last || scene_.predications.items[last->predication].token < at(d)) last = &drafts_[d];
    }
    return last;
  }

  void take_target(Draft& draft, const pack::EventKind& kind, const Draft& other) const {
    const auto shown = scene_.predications.items[draft.predication].token;
    for (const auto& target : other.roles.at(kind.second))
      if (target.entity && !speaks(draft, kind, *target.entity))
        draft.roles[kind.second].push_back({target.entity, {}, shown, shown, true});
  }

  // The event told last before that somebody else than the speaker has done.
  const Draft* last_deed(std::size_t i, const pack::EventKind& kind) const {
    const Draft* last = nullptr;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (d == i || at(d) >= at(i) || !doers(drafts_[d])) continue;
      if (scene_.tree.sentence(at(i)) - scene_.tree.sentence(at(d)) > reach) continue;
      if (speaks_for_doer(drafts_[i], kind, *doers(drafts_[d]))) continue;
      if (last && starts_line(scene_, scene_.tree.sentence_start(at(i))) &&
          is_past_year(*last) != is_past_year(drafts_[d])) {
        if (is_past_year(*last)) last = &drafts_[d];
        continue;
      }
      if (last && is_past(*last) != is_past(drafts_[d]) ? is_past(drafts_[d]) : last && at(d) < token_of(*last))
        continue;
      last = &drafts_[d];
    }
    return last;
  }

  // "Chile HAD fired a missile": before what the text tells.
  bool is_past(const Draft& draft) const {
    const auto& p = scene_.predications.items[draft.predication];
    return p.perfect && p.tense == predicate::Tense::past;
  }

  TokenIndex token_of(const Draft& draft) const { return scene_.predications.items[draft.predication].token; }

  bool speaks_for_doer(const Draft& draft, const pack::EventKind& kind, const std::vector<Filler>& acting) const {
    const auto own = draft.roles.find(kind.first);
    if (own == draft.roles.end()) return false;
    return std::any_of(own->second.begin(), own->second.end(), [&](const Filler& speaker) {
      return speaker.entity && std::any_of(acting.begin(), acting.end(), [&](const Filler& doer) {
               return doer.entity &&
                      (doer.entity == speaker.entity || scene_.country_of(*speaker.entity) == doer.entity ||
                       scene_.country_of(*doer.entity) == speaker.entity);
             });
    });
  }

  // "condemned North Korea supplying arms", "protested that Japan had broken the treaty"
  void take_from_clause(Draft& draft, const pack::EventKind& kind) const {
    const auto sentence = scene_.predications.items[draft.predication].sentence; // a clause lies where its governor is
    for (const auto& clause : scene_.predications.in_sentence(sentence)) {
      if (clause.above != draft.predication || clause.relation != predicate::Relation::clause || clause.infinitive)
        continue;
      for (const auto& a : clause.arguments) {
        if (a.position != Position::subject || a.carried != 0) continue;
        for (const auto& filler : fillers(scene_, a.token, any_party()))
          if (filler.entity && !speaks(draft, kind, *filler.entity)) draft.roles[kind.second].push_back(filler);
      }
    }
  }

  static bool speaks(const Draft& draft, const pack::EventKind& kind, EntityIndex e) {
    const auto own = draft.roles.find(kind.first);
    return own != draft.roles.end() &&
           std::any_of(own->second.begin(), own->second.end(), [&](const Filler& f) { return f.entity == e; });
  }

  // The event that a noun tells: its own draft, else the last one before of a type that the noun speaks of.
  const Draft* event_at(TokenIndex token, std::size_t not_this) const {
    for (std::size_t d = 0; d < drafts_.size(); ++d)
      if (d != not_this && tells(drafts_[d], token) && doers(drafts_[d])) return &drafts_[d];
    const auto frames = scene_.frames.triggered_by(pack::WordKind::noun, predicate::lower(scene_.tree.lemma(token)));
    const Draft* last = nullptr;
    const Draft* next = nullptr;
    const auto limit = is_definite(token) ? reach_of_definite : reach;
    const auto& speakers = *kind_of(drafts_[not_this]);
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (d == not_this || !doers(drafts_[d]) || away(token, at(d)) > limit) continue;
      if (speaks_for_doer(drafts_[not_this], speakers, *doers(drafts_[d]))) continue;
      const auto& event = scene_.frames.all()[drafts_[d].frame].event;
      const bool same =
          std::any_of(frames.begin(), frames.end(), [&](auto f) { return scene_.frames.all()[f].event == event; });
      if (!same) continue;
      if (at(d) < token && (!last || is_closer(d, *last, token))) last = &drafts_[d];
      if (at(d) > token && (!next || at(d) < scene_.predications.items[next->predication].token)) next = &drafts_[d];
    }
    const bool in_headline = limit != reach && scene_.tree.sentence(token) < reach; // "Peru condemned the launch"
    return last || !in_headline ? last : next;
  }

  std::uint32_t away(TokenIndex one, TokenIndex other) const {
    return scene_.tree.sentence(std::max(one, other)) - scene_.tree.sentence(std::min(one, other));
  }

  // "the launch", but not "the missile attack launched against Peru", which the words themselves tell.
  bool is_definite(TokenIndex t) const {
    for (const auto child : scene_.tree.children(t))
      if (child > t && predicate::one_of(scene_.tree.dep(child), {"prep", "acl", "relcl", "agent"})) return false;
    const auto det = scene_.tree.child(t, "det");
    return det != scene_.tree.size() && predicate::one_of(scene_.words[det], {"the", "this", "these"});
  }

  // Told by the very word, or else later.
  bool is_closer(std::size_t d, const Draft& last, TokenIndex token) const {
    const auto told_by = [&](const Draft& draft) {
      return scene_.tree.lemma(scene_.predications.items[draft.predication].token) == scene_.tree.lemma(token);
    };
    if (starts_line(scene_, scene_.tree.sentence_start(token)) && is_past_year(drafts_[d]) != is_past_year(last))
      return is_past_year(last);
    if (told_by(drafts_[d]) != told_by(last)) return told_by(drafts_[d]);
    if (is_background(drafts_[d]) != is_background(last)) return is_background(last);
    return scene_.predications.items[last.predication].token < at(d);
  }

  // "The raid came a day AFTER rebels fired rockets": not what the text is about.
  bool is_background(const Draft& draft) const {
    const auto& p = scene_.predications.items[draft.predication];
    return p.kind != predicate::Kind::noun && p.relation == predicate::Relation::adverbial &&
           predicate::one_of(p.mark, {"after", "since", "before"});
  }

  // "IN 2022, Peru sold …", "LAST YEAR …": told to explain what the text is about, which the next paragraph turns to
  // again.
  bool is_past_year(const Draft& draft) const {
    const auto& p = scene_.predications.items[draft.predication];
    return dating_.is_long_past(p.sentence);
  }

  TokenIndex at(std::size_t draft) const { return scene_.predications.items[drafts_[draft].predication].token; }

  const std::vector<Filler>* doers(const Draft& draft) const {
    const auto* kind = kind_of(draft);
    if (!kind || kind->together || kind->speaks || !has_entity(draft, kind->first)) return nullptr;
    return &draft.roles.at(kind->first);
  }

  void take(Draft& draft, const pack::EventKind& kind, const Draft& event) const {
    take(draft, kind, event, kind_of(event)->first);
  }

  void take(Draft& draft, const pack::EventKind& kind, const Draft& event, const std::string& role) const {
    const auto shown = scene_.predications.items[draft.predication].token;
    for (const auto& doer : event.roles.at(role))
      if (doer.entity && !speaks(draft, kind, *doer.entity))
        draft.roles[kind.second].push_back({doer.entity, {}, shown, shown, true});
  }

  static constexpr std::uint32_t reach = 4;              // sentences
  static constexpr std::uint32_t reach_of_definite = 12; // sentences: "condemned the launch"

  const Scene& scene_;
  const Dating& dating_;
  std::vector<Draft>& drafts_;
};

} // namespace

void turn_against_doers(const Scene& scene, const Dating& dating, std::vector<Draft>& drafts) {
  Turning(scene, dating, drafts).run();
}

} // namespace stemma::extract
