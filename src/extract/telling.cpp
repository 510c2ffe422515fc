#include "extract/telling.hpp"

#include "extract/aspect.hpp"
#include "extract/draft.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

using predicate::Kind;
using predicate::one_of;
using predicate::Predication;
using predicate::Relation;
using predicate::Tense;

std::string Telling::told_by(const Predication& p, int depth) const {
  if (p.kind == Kind::noun && !p.negated && is_any(p)) return "possible";
  if (p.kind == Kind::noun) return p.negated ? "denied" : is_under_way(p) || is_on_its_way(p) ? "ongoing" : "occurred";
  if (scene_.in_title[p.token] && p.tense == Tense::present && !p.progressive && p.modal.empty() && !p.negated)
    return "occurred"; // "China flies bombers"
  if (!p.modal.empty()) return told_by_modal(p);
  if (p.imperative) return "wanted"; // "Send us tanks"
  if (p.tense == Tense::future) return p.negated ? "cancelled" : "planned";
  if (p.above && is_imminent(scene_, p)) return at(*p.above).negated ? "cancelled" : "planned";
  if (depth < 4 && p.above && !p.negated) {
    if (is_bare_gerund(p)) return told_by_gerund(p, depth);
    const auto& governor = at(*p.above);
    const bool due = governor.lemma == "be" && p.relation == Relation::clause; // "is to be given"
    const bool company = is_bare(p) || (is_purpose(p) && !p.perfect && !due);
    if (company && governor.kind != Kind::noun && !decides(governor)) {
      const auto told = told_by(governor, depth + 1);
      const auto held = is_firm(told) && p.infinitive ? status_of_object(governor) : std::string();
      return held.empty() ? told : held; // "signed a deal to buy": the deal is done, not the purchase
    }
  }
  if (p.infinitive && p.perfect && p.above && at(*p.above).lemma == "be" && p.relation == Relation::clause &&
      !scene_.tree.has_child(at(*p.above).token, "acomp"))
    return "planned";                                                      // "was to have sent them by May"
  if (p.infinitive && p.perfect) return p.negated ? "denied" : "occurred"; // "claims to have launched"
  if (p.negated) return p.infinitive || is_bare_gerund(p) || is_given_up(p) ? "cancelled" : "denied";
  if (p.infinitive && p.progressive) return "ongoing";
  if (p.infinitive && depth < 4 && did_as_one_of_few(p, depth)) return "occurred";
  if (p.infinitive) return "planned";
  if (p.tense == Tense::none && is_being_done(p)) return "ongoing"; // "arms being sent to Chad"
  if (p.progressive && (p.tense != Tense::past || is_backshifted(p))) return "ongoing";
  if ((p.tense == Tense::present && !p.perfect) || is_lasting_perfect(scene_, p)) return "ongoing";
  return "occurred";
}

bool Telling::is_backshifted(const Predication& p) const {
  return p.relation == Relation::clause && !p.perfect && at(*p.above).tense == Tense::past &&
         words_report(scene_.frames.embedded_by(kind_of(at(*p.above)), at(*p.above).lemma));
}

bool Telling::did_as_one_of_few(const Predication& p, int depth) const {
  const auto& tree = scene_.tree;
  const auto one = tree.head(p.token);
  if (p.token < one || !one_of(tree.dep(one), {"attr", "appos"})) return false;
  const auto singles_out = [&](TokenIndex t) { return one_of(scene_.words[t], {"first", "last", "only", "latest"}); };
  if (!singles_out(one) && std::none_of(tree.begin_children(one), tree.end_children(one), singles_out)) return false;
  if (tree.dep(one) == "appos") return true;
  const auto copula = scene_.predications.find_at(tree.head(one));
  return !copula || is_firm(told_by(at(*copula), depth + 1));
}

std::string Telling::status_of_object(const Predication& governor) const {
  const auto object = scene_.tree.child(governor.token, "dobj");
  if (object == scene_.tree.size()) return {};
  for (const auto index : scene_.frames.embedded_by(pack::WordKind::noun, predicate::lower(scene_.tree.lemma(object))))
    if (const auto& status = scene_.frames.embeddings()[index].status; one_of(status, {"planned", "wanted"}))
      return status;
  return {};
}

bool Telling::is_any(const Predication& p) const {
  const auto det = scene_.tree.child(p.token, "det");
  if (det == scene_.tree.size() || scene_.words[det] != "any") return false;
  for (auto t = scene_.tree.sentence_start(det); t < det; ++t) // "will not hold any talks"
    if (scene_.tree.dep(t) == "neg" || predicate::is_negative_word(scene_.words[t]) || scene_.words[t] == "without")
      return false;
  return true;
}

bool Telling::is_under_way(const Predication& p) const {
  if (p.mark != "under" || !p.above || !frame_.status.empty()) return false;
  const auto& governor = at(*p.above);
  const auto under = scene_.tree.head(p.token);
  if (scene_.words[under] == "under" && predicate::is_nominal(scene_.tree.pos(scene_.tree.head(under)))) return true;
  return governor.kind == Kind::noun || governor.lemma == "be" || governor.lemma == "remain";
}

bool Telling::is_on_its_way(const Predication& p) const {
  for (auto t = p.token + 1; t + 1 < scene_.tree.right_edge(p.token); ++t)
    if (scene_.words[t] == "on" && one_of(scene_.words[t + 1], {"its", "their", "the"}) && scene_.words[t + 2] == "way")
      return true;
  return false;
}

bool Telling::is_supposed(const Predication& p) const {
  const auto subject = scene_.tree.child(p.token, "csubj");
  return p.modal == "would" && subject != scene_.tree.size() && scene_.tree.tag(subject) == "VBG";
}

std::string Telling::told_by_modal(const Predication& p) const {
  if (is_supposed(p)) return "possible";
  if (p.negated) return one_of(p.modal, {"may", "might"}) ? "possible" : "cancelled";
  if (one_of(p.modal, {"may", "might", "could", "can"})) return "possible";
  return p.modal == "would" ? "planned" : "wanted"; // should, must, ought, need
}

// "FAR from sending arms, Peru closed its border"
bool Telling::is_far_off(const Predication& gerund) const {
  const auto from = scene_.tree.head(gerund.token);
  return from > 0 && scene_.words[from] == "from" && scene_.words[from - 1] == "far";
}

// "is CLOSE to buying jets"
bool Telling::is_close_to(const Predication& gerund) const {
  const auto to = scene_.tree.head(gerund.token);
  return scene_.words[to] == "to" && scene_.frames.in_class("at-hand", scene_.words[scene_.tree.head(to)]);
}

std::string Telling::told_by_gerund(const Predication& p, int depth) const {
  const auto& governor = at(*p.above);
  if (governor.kind == Kind::noun && decides(governor)) return "ongoing"; // "in the process of sending"
  if (one_of(p.mark, {"of", "for"}) && scene_.frames.in_class("standing-by", p.lemma)) return "ongoing";
  if (p.mark == "from" && is_far_off(p)) return "denied";
  if (one_of(p.mark, {"after", "since", "of", "for", "from", "despite"})) return "occurred";
  if (p.mark == "to" && is_close_to(p)) return "planned";
  if (p.mark == "without") return "denied";
  if (scene_.words[p.token] == "following") return "occurred";
  if (governor.kind == Kind::noun) return "ongoing";
  if (decides(governor)) return "ongoing";
  if (governor.negated && p.token > governor.token && scene_.words[p.token - 1] == ",") {
    auto done = governor; // "did not attend, accusing Peru": accused it was
    done.negated = false;
    return told_by(done, depth + 1);
  }
  return told_by(governor, depth + 1);
}

pack::WordKind Telling::kind_of(const Predication& p) {
  return p.kind == Kind::noun        ? pack::WordKind::noun
         : p.kind == Kind::adjective ? pack::WordKind::adjective
                                     : pack::WordKind::verb;
}

bool Telling::decides(const Predication& p) const {
  const auto indices = embeddings_of(scene_, p);
  return std::any_of(indices.begin(), indices.end(),
                     [&](auto i) { return !given_by(scene_.frames.embeddings()[i], p).empty(); });
}

bool Telling::gives(const Predication& p, std::string_view status) const {
  const auto indices = embeddings_of(scene_, p);
  return std::any_of(indices.begin(), indices.end(),
                     [&](auto i) { return given_by(scene_.frames.embeddings()[i], p) == status; });
}

const std::string& Telling::given_by(const pack::Embedding& words, const Predication& p) {
  if (p.negated) return words.status_negated;
  if (p.passive && !words.status_passive.empty()) return words.status_passive;
  const bool past = p.tense == Tense::past || (p.tense == Tense::none && p.perfect); // "having tried"
  const bool tried = p.perfect && words.status_past == "failed";                     // "has tried"
  if ((past || tried) && !p.progressive && !words.status_past.empty()) return words.status_past;
  return words.status;
}

bool Telling::words_report(std::span<const std::uint32_t> indices) const {
  return std::any_of(indices.begin(), indices.end(), [&](auto i) { return scene_.frames.embeddings()[i].reports; });
}

bool Telling::is_bare(const Predication& p) const {
  return p.kind == Kind::verb && scene_.tree.tag(p.token) == "VB" && !p.infinitive && p.modal.empty() &&
         p.tense == Tense::none && p.relation == Relation::clause;
}

bool Telling::is_being_done(const Predication& p) const {
  const auto being = scene_.tree.child(p.token, "auxpass");
  return being != scene_.tree.size() && scene_.words[being] == "being";
}

bool Telling::is_purpose(const Predication& p) const {
  return p.infinitive && p.above && at(*p.above).kind != Kind::noun;
}

bool Telling::is_bare_gerund(const Predication& p) const {
  return p.kind != Kind::noun && p.tense == Tense::none && p.modal.empty() && !p.infinitive &&
         scene_.tree.tag(p.token) == "VBG" && !scene_.tree.has_child(p.token, "aux") && p.relation != Relation::root;
}

const Predication& Telling::at(predicate::PredicationIndex i) const { return scene_.predications.items[i]; }

} // namespace stemma::extract
