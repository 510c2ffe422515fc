// What the day of a remark says of the event that is remarked on.

#include "extract/dating.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

using predicate::Kind;
using predicate::Predication;

bool Dating::reports(const Predication& p) const {
  const auto kind = p.kind == Kind::noun ? pack::WordKind::noun : pack::WordKind::verb;
  const auto indices = scene_.frames.embedded_by(kind, p.lemma);
  return std::any_of(indices.begin(), indices.end(), [&](auto i) { return scene_.frames.embeddings()[i].reports; });
}

// "said ON FRIDAY that 17 drones were shot down overnight", "… over the last 24 hours": counted from the day of the
// remark.
Day Dating::today_of(const PlacedTime& time) const {
  using Form = TimeExpression::Form;
  const auto& x = time.expression;
  const bool days_back = x.form == Form::span && x.unit == TimeExpression::Unit::day && x.number < 0;
  const bool counts_from_now = x.form == Form::overnight || days_back;
  if (!counts_from_now) return *published_;
  const auto sentence = scene_.tree.sentence(x.first);
  for (const auto& other : times_) {
    if (&other == &time || scene_.tree.sentence(other.expression.first) != sentence || !other.own) continue;
    const bool remark = other.expression.form == Form::weekday && other.carrier && reports(at(*other.carrier));
    if (remark && other.own->start == other.own->end && *other.own->start < *published_) return *other.own->start;
  }
  return *published_;
}

// "announced", "pledged", "approved": the day it was said is the day the plan was made.
bool Dating::is_announcement(const Predication& p) const {
  const auto indices = scene_.frames.embedded_by(pack::WordKind::verb, p.lemma);
  return std::any_of(indices.begin(), indices.end(), [&](auto i) {
    const auto& status = scene_.frames.embeddings()[i].status;
    return status == "planned" || status == "wanted" || status == "cancelled";
  });
}

// "Defence Minister Jan Kowalski", of whom the text does not say whose minister he is.
bool Dating::is_office_holder(const Filler& speaker) const {
  const auto& tree = scene_.tree;
  if (scene_.entities[*speaker.entity].kind != EntityKind::person || speaker.token >= tree.size()) return false;
  for (auto t = tree.left_edge(speaker.token); t < speaker.token; ++t)
    if (scene_.frames.in_class("office", predicate::lower(tree.lemma(t)))) return true;
  return false;
}

// Whether it is for the speaker to say what is to be done: he is a side of it, or speaks for the state that does it.
bool Dating::decides(const Filler& speaker, const Draft& draft) const {
  const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
  const auto& state = scene_.entities[*speaker.entity].country;
  const bool any_state = state.empty() && is_office_holder(speaker);
  return std::any_of(draft.roles.begin(), draft.roles.end(), [&](const auto& role) {
    const bool doer = kind && kind->first == role.first;
    return std::any_of(role.second.begin(), role.second.end(), [&](const Filler& f) {
      if (!f.entity || f.entity == speaker.entity) return f.entity.has_value();
      const auto& side = scene_.entities[*f.entity];
      if (any_state) return doer && side.kind == EntityKind::country;
      return doer && !state.empty() && (side.id == state || side.country == state);
    });
  });
}

// "said in May it would send troops", "the Pentagon said on Monday that America would sell jets": who says what he or
// his state is to do, or will not do after all, announces it.
bool Dating::says_own_plan(const Predication& said, const Draft& draft) const {
  if (!lies_ahead(draft) && draft.status != "cancelled") return false;
  return std::any_of(said.arguments.begin(), said.arguments.end(), [&](const predicate::Argument& a) {
    if (a.position != predicate::Position::subject) return false;
    const auto named = fillers(scene_, a.token, any_party());
    return std::any_of(named.begin(), named.end(), [&](const Filler& f) { return f.entity && decides(f, draft); });
  });
}

// "said on Friday that they were waging war on the truth": who condemns does it by saying so.
bool Dating::is_speech(const Draft& draft) const {
  const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
  return kind && kind->speaks;
}

bool Dating::is_asked_of_what_goes_on(const Predication& asking, const Draft& draft) const {
  return is_firm(draft.status) && !is_speech(draft) && asking.token != at(draft.predication).token &&
         scene_.frames.in_class("asking", asking.lemma);
}

} // namespace stemma::extract
