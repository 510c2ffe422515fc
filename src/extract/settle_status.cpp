// What times and tolls say of an event's status.

#include "extract/draft.hpp"
#include "extract/time_words.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::one_of;
using predicate::Predication;
using predicate::Relation;
using predicate::Tense;

// The verb that tells a nominal event: "has mounted an offensive", "has come under attack".
predicate::PredicationIndex teller_of(const Scene& scene, predicate::PredicationIndex told) {
  const auto& p = scene.predications.items[told];
  if (p.kind != Kind::noun) return told;
  if (p.light_verb) return scene.predications.find_at(*p.light_verb).value_or(told);
  const bool befalls = p.above && p.relation == Relation::argument && p.mark == "under";
  return befalls && scene.predications.items[*p.above].kind == Kind::verb ? *p.above : told;
}

// "its strongest attack since January", "the first one this month": a single one.
bool is_singled_out(const Scene& scene, const Predication& p) {
  const auto& tree = scene.tree;
  const auto noun = p.kind == Kind::noun ? p.token : tree.child(p.token, "dobj");
  if (noun == tree.size()) return false;
  return std::any_of(tree.begin_children(noun), tree.end_children(noun), [&](auto child) {
    return tree.tag(child) == "JJS" || one_of(scene.words[child], {"most", "first", "second", "third", "latest"});
  });
}

bool is_present_perfect(const Predication& p) { return p.kind != Kind::noun && p.perfect && p.tense == Tense::present; }

// "the air STRIKES have since killed hundreds", "hundreds have been killed in the OFFENSIVE": what is said to have done
// it.
TokenIndex blow_behind(const Scene& scene, const Predication& p) {
  const auto& tree = scene.tree;
  if (const auto doer = tree.child(p.token, "nsubj"); doer != tree.size()) return doer;
  for (const auto child : tree.children(p.token))
    if (one_of(tree.dep(child), {"prep", "agent"}) && one_of(scene.words[child], {"in", "by", "during"}))
      if (const auto noun = tree.child(child, "pobj"); noun != tree.size()) return noun;
  return tree.size();
}

// "air strikes on the strip have since killed hundreds", "the offensive has killed hundreds"
bool goes_on_killing(const Scene& scene, const Draft& draft) {
  const auto& p = scene.predications.items[draft.predication];
  const auto blow = is_present_perfect(p) ? blow_behind(scene, p) : scene.tree.size();
  if (blow == scene.tree.size()) return false;
  const auto lemma = predicate::lower(scene.tree.lemma(blow));
  const bool since = std::find(p.adverbs.begin(), p.adverbs.end(), "since") != p.adverbs.end();
  if (!(since && scene.tree.tag(blow) == "NNS") && !scene.frames.in_class("drawn-out", lemma)) return false;
  return names_event(scene, blow, scene.frames.all()[draft.frame].event);
}

// "launched a campaign that has killed hundreds", "… More than a hundred have been killed": it still takes its toll.
bool still_takes_toll(const Scene& scene, const Draft& draft) {
  const auto& p = scene.predications.items[draft.predication];
  if (goes_on_killing(scene, draft))
    return std::any_of(draft.quantities.begin(), draft.quantities.end(),
                       [](const DraftQuantity& q) { return q.outcome.has_value(); });
  auto noun = p.token;
  if (p.kind != Kind::noun) noun = scene.tree.child(p.token, "dobj");
  if (noun == scene.tree.size()) return false;
  const bool several = p.kind == Kind::noun && !p.light_verb && scene.tree.tag(noun) == "NNS";
  if (!several && !scene.frames.in_class("drawn-out", predicate::lower(scene.tree.lemma(noun)))) return false;
  return std::any_of(draft.quantities.begin(), draft.quantities.end(), [&](const DraftQuantity& q) {
    return q.outcome && is_present_perfect(scene.predications.items[*q.outcome]);
  });
}

// "has convened a meeting for Friday"
bool is_set_for(const Scene& scene, const Draft& draft, const Date& published) {
  const auto& time = draft.time->time;
  return scene.words[draft.time->first] == "for" && time.start == time.end && time.start >= published;
}

// The present tense beside a single day of the week speaks of what is to come.
bool is_arranged(const Scene& scene, const Predication& p, const Draft& draft) {
  if (p.kind == Kind::noun || p.tense != Tense::present || p.perfect || draft.time->time.start != draft.time->time.end)
    return false;
  for (auto t = draft.time->first; t < draft.time->last; ++t)
    if (weekday_number(scene.words[t])) return true;
  return false;
}

// "flies out on Monday to MEET them": what is done for is as far off.
bool is_aim_of_arranged(const Scene& scene, const Draft& draft) {
  const auto& p = scene.predications.items[draft.predication];
  return p.infinitive && p.above && is_arranged(scene, scene.predications.items[*p.above], draft);
}

// "denied the allegations": it has been said, true or not.
bool is_word_of_blame(const Scene& scene, const Draft& draft) {
  const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
  return kind && kind->speaks && scene.predications.items[draft.predication].kind == Kind::noun;
}

} // namespace

void settle_status(const Scene& scene, const Date& published, Draft& draft) {
  if (draft.status == "occurred" && !draft.time && still_takes_toll(scene, draft)) draft.status = "ongoing";
  if (draft.status == "denied" && is_word_of_blame(scene, draft)) draft.status = "occurred";
  if (!draft.time) return;
  const auto& p = scene.predications.items[teller_of(scene, draft.predication)];
  const auto& time = draft.time->time;
  // A count tells what has been done by now: "has sent 200 tanks since May".
  const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
  const bool counted = !draft.quantities.empty() && kind && kind->outcome.empty();
  const bool one = is_singled_out(scene, scene.predications.items[draft.predication]);
  const bool since = draft.time->running && !counted && !one;
  if ((draft.status == "ongoing" && is_arranged(scene, p, draft)) ||
      (is_firm(draft.status) && is_aim_of_arranged(scene, draft)))
    draft.status = "planned"; // "flies to Tashkent on Monday"
  else if (draft.status == "ongoing" && !time.end.empty() && time.end < published)
    draft.status = "occurred"; // "the war of 2006"
  else if (draft.status == "occurred" && since && is_present_perfect(p))
    draft.status = "ongoing"; // "has sent arms since May", "has attacked in recent weeks"
  else if (is_firm(draft.status) && !published.empty() &&
           (time.start > published || is_set_for(scene, draft, published)))
    draft.status = "planned"; // "meets in June"
}

// What was shot down fell on a house.
void settle_tolls(std::vector<Draft>& drafts) {
  for (auto& draft : drafts)
    if (draft.status == "failed" && std::any_of(draft.quantities.begin(), draft.quantities.end(),
                                                [](const DraftQuantity& q) { return q.outcome.has_value(); }))
      draft.status = "occurred";
}

} // namespace stemma::extract
