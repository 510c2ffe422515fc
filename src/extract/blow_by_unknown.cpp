#include "extract/blow_by_unknown.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::Position;

bool is_named(const Draft& draft, const std::string& role) {
  const auto found = draft.roles.find(role);
  return found != draft.roles.end() &&
         std::any_of(found->second.begin(), found->second.end(), [](const Filler& f) { return f.entity && !f.implied; });
}

// A weapon, men under arms, or the word for a blow.
bool is_violent(const Scene& scene, const std::string& event, TokenIndex t) {
  if (scene.tree.pos(t) != "NOUN") return false;
  const auto lemma = predicate::lower(scene.tree.lemma(t));
  if (scene.frames.in_class("mishap", lemma)) return false;
  for (const auto* name : {"combatant", "irregular", "incoming", "gunfire"})
    if (scene.frames.in_class(name, lemma)) return true;
  for (const auto index : scene.frames.triggered_by(pack::WordKind::noun, lemma))
    if (scene.frames.all()[index].event == event) return true;
  return false;
}

// "were killed in an AIR STRIKE", "a DRONE hit the port": what is hit and killed by storms as well is here by arms.
bool is_by_arms(const Scene& scene, const std::string& event, const predicate::Predication& p) {
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const predicate::Argument& a) {
    const bool means = a.position == Position::subject ||
                       (a.position == Position::oblique && predicate::one_of(a.preposition, {"in", "by", "with", "during"}));
    return means && is_violent(scene, event, a.token);
  });
}

// "REBELS shelled the capital of Yemen", "came under attack from militias": men without a name are named in their way.
bool is_by_irregulars(const Scene& scene, const predicate::Predication& p) {
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const predicate::Argument& a) {
    const bool doer = a.position == Position::subject ||
                      (a.position == Position::oblique && predicate::one_of(a.preposition, {"by", "from"}));
    return doer && scene.frames.in_class("irregular", predicate::lower(scene.tree.lemma(a.token)));
  });
}

bool befalls_person(const Scene& scene, const Draft& draft, const std::string& side) {
  const auto found = draft.roles.find(side);
  return found != draft.roles.end() && std::any_of(found->second.begin(), found->second.end(), [&](const Filler& f) {
           return f.entity && !f.implied && scene.entities[*f.entity].kind == EntityKind::person;
         });
}

} // namespace

bool is_blow_by_unknown(const Scene& scene, const Draft& draft) {
  const auto& frame = scene.frames.all()[draft.frame];
  const auto* kind = scene.frames.find_kind(frame.event);
  if (!kind || !frame.by_anybody) return false;
  if (has_entity(draft, kind->first)) return false;
  if (!is_named(draft, kind->second) && !is_named(draft, "place")) return false;
  return std::any_of(draft.told.begin(), draft.told.end(), [&](auto told) {
    const auto& p = scene.predications.items[told];
    if (is_firm(draft.status) && is_by_irregulars(scene, p)) return true;
    const bool of_note = !draft.quantities.empty() || (befalls_person(scene, draft, kind->second) &&
                                                       (p.kind == Kind::noun || is_by_arms(scene, frame.event, p)));
    if (!of_note) return false;
    if (p.kind == Kind::noun) return draft.status == "occurred" && !scene.frames.in_class("mishap", p.lemma);
    const bool is_told = is_firm(draft.status) || draft.status == "failed" || draft.status == "possible";
    return is_told && (!scene.frames.in_class("blow", p.lemma) || is_by_arms(scene, frame.event, p));
  });
}

} // namespace stemma::extract
