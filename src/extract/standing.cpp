#include "extract/standing.hpp"

#include "extract/draft.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

using predicate::Kind;
using predicate::one_of;
using predicate::Predication;
using predicate::Relation;
using predicate::Tense;

bool takes_part(const std::string& lemma) { return one_of(lemma, {"engage", "participate", "take part", "partake"}); }

bool Standing::is_awaited(const Predication& p, const Predication& governor) const {
  if (p.relation != Relation::adverbial || !one_of(p.mark, {"once", "until", "when", "unless"}) ||
      governor.kind == Kind::noun || p.kind == Kind::noun)
    return false;
  if (p.tense == Tense::present) return governor.tense == Tense::future || governor.modal == "would";
  return p.mark != "when" && p.tense == Tense::past && governor.modal == "would"; // told of what was said
}

bool Standing::is_preposition(const Predication& governor) const {
  return scene_.tree.dep(governor.token) == "prep" && scene_.words[governor.token] == "following";
}

bool Standing::is_grudge(const Predication& p, const Predication& governor) const {
  return kind_ && kind_->opposes && p.kind == Kind::noun && p.mark == "over" && governor.kind != Kind::noun &&
         p.relation == Relation::argument;
}

bool Standing::is_reason(const Predication& p, const Predication& governor) const {
  if (p.kind != Kind::noun || p.relation != Relation::argument || governor.kind == Kind::noun) return false;
  const auto preposition = scene_.tree.head(p.token);
  if (scene_.tree.dep(p.token) != "pobj" || preposition == governor.token) return false;
  if (p.mark == "over") return stops(governor);
  return one_of(scene_.words[preposition], {"of", "to"}) &&
         one_of(scene_.words[scene_.tree.head(preposition)],
                {"because", "due", "owing", "thanks", "instead", "regardless"});
}

bool Standing::is_in_idiom(const Predication& noun) const {
  return noun.relation == Relation::argument && noun.mark.empty() && noun.above && is_idiom(scene_, at(*noun.above));
}

bool Standing::is_yet_to_come(const Predication& p) const {
  if (p.kind != Kind::noun || p.mark != "of" || scene_.tree.dep(p.token) != "pobj" || !kind_ || kind_->opposes)
    return false;
  const auto of = scene_.tree.head(p.token);
  return scene_.words[scene_.tree.head(of)] == "ahead";
}

bool Standing::rules_out(const Predication& p, const Predication& governor) const {
  if (p.kind == Kind::noun || scene_.tree.tag(p.token) != "VBG" || governor.negated) return false;
  if (p.mark == "against") return one_of(governor.lemma, {"decide", "vote", "opt", "choose"});
  return governor.lemma == "rule out" && p.mark.empty() && is_firm(told_by(governor, 0));
}

bool Standing::stops(const Predication& p) const {
  if (p.negated) return false;
  return is_put_on_hold(scene_, p) || gives(p, "cancelled");
}

bool Standing::is_circumstance(const Predication& p, const Predication& governor) {
  const bool beside = p.relation == Relation::clause ||
                      (p.relation == Relation::argument && governor.kind == Kind::noun); // "talks after the delivery"
  if (!beside || p.mark.empty()) return false;
  if (one_of(p.mark,
             {"after", "before", "since", "while", "when", "upon", "despite", "following", "amid", "until", "during"}))
    return true;
  return p.relation == Relation::clause && one_of(p.mark, {"in", "by", "on"}) && p.token < governor.token;
}

bool Standing::is_occasion(const Predication& p, const Predication& governor) const {
  const bool beside = p.kind == Kind::noun && p.relation == Relation::argument && governor.kind != Kind::noun &&
                      one_of(p.mark, {"in", "at"}) && kind_ && kind_->together;
  if (!beside || takes_part(governor.lemma) || scene_.frames.in_class("taking-part", governor.lemma)) return false;
  return governor.negated || gives(governor, "cancelled") || gives(governor, "denied") || gives(governor, "failed");
}

bool Standing::is_set_beside(const Predication& p, const Predication& governor) const {
  return p.kind == Kind::noun && p.relation == Relation::argument && governor.kind != Kind::noun &&
         one_of(p.mark, {"before", "after", "since", "following", "amid", "despite"}) && is_firm(told_by(governor, 0));
}

bool Standing::stands_apart(const Predication& p, const Predication& governor) const {
  if (p.relation != Relation::argument) return false;
  if (governor.kind != Kind::noun &&
      one_of(p.mark, {"during", "after", "before", "since", "amid", "despite", "following"}))
    return true;
  return is_reacted_to(p, governor);
}

bool Standing::is_reacted_to(const Predication& p, const Predication& governor) const {
  if (p.relation != Relation::argument || one_of(p.mark, {"with", "by"})) return false;
  const auto indices = embeddings_of(scene_, governor);
  return std::any_of(indices.begin(), indices.end(), [&](auto i) { return scene_.frames.embeddings()[i].presupposes; });
}

bool Standing::is_spoken_of(const Predication& p, const Predication& said) const {
  return p.kind == Kind::noun && one_of(p.mark, {"on", "about"}) && said.kind != Kind::noun &&
         words_report(scene_.frames.embedded_by(kind_of(said), said.lemma));
}

std::string Standing::held_by_subject(const Predication& p, const Predication& governor) const {
  const auto& tree = scene_.tree;
  if (governor.kind == Kind::noun || !embeddings_of(scene_, governor).empty() || !(p.infinitive || p.mark == "that"))
    return {};
  const auto subject = tree.child(governor.token, "nsubj");
  if (subject == tree.size() || subject > governor.token || tree.has_child(governor.token, "dobj")) return {};
  for (const auto i : scene_.frames.embedded_by(pack::WordKind::noun, predicate::lower(tree.lemma(subject))))
    if (const auto& status = scene_.frames.embeddings()[i].status; one_of(status, {"wanted", "possible"}))
      return status;
  return {};
}

bool Standing::is_being_met(const Predication& p, const Predication& governor) const {
  return kind_ && kind_->opposes && p.kind == Kind::noun && scene_.tree.tag(p.token) == "NNS" &&
         governor.kind == Kind::verb && governor.progressive && governor.tense == Tense::present &&
         one_of(p.mark, {"", "against", "off", "back"}) && is_reacted_to(p, governor);
}

bool Standing::is_neither_denied(const Predication& governor) const {
  const auto& tree = scene_.tree;
  if (governor.kind == Kind::noun || tree.dep(governor.token) != "conj" || !gives(governor, "denied")) return false;
  for (const auto child : tree.children(tree.head(governor.token)))
    if (tree.dep(child) == "cc" && child < governor.token) return scene_.words[child] == "nor";
  return false;
}

bool Standing::is_choice(const Predication& p) const {
  const auto mark = scene_.tree.child(p.token, "mark");
  return mark != scene_.tree.size() && scene_.words[mark] == "whether";
}

bool Standing::has_yet_to(const Predication& governor, const Predication& p) {
  return p.infinitive && one_of(governor.lemma, {"have", "be"}) &&
         std::find(governor.adverbs.begin(), governor.adverbs.end(), "yet") != governor.adverbs.end();
}

bool Standing::is_grievance(const Predication& governor, const Predication& p) const {
  return kind_ && kind_->opposes && governor.kind == Kind::noun && p.kind == Kind::noun &&
         one_of(p.mark, {"about", "on", "over"});
}

} // namespace stemma::extract
