#include "extract/first_person.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::one_of;

// The country or body that somebody speaks for.
std::optional<EntityIndex> side_of(const Scene& scene, const Speaker& speaker) {
  switch (scene.entities[speaker.entity].kind) {
  case EntityKind::person: return scene.country_of(speaker.entity);
  case EntityKind::country:
  case EntityKind::org: return speaker.entity;
  case EntityKind::anonymous: { // "a Russian official"
    const auto found = fillers(scene, speaker.token, any_party());
    return found.empty() ? std::nullopt : found.front().entity;
  }
  case EntityKind::munition:
  case EntityKind::place: break;
  }
  return std::nullopt;
}

} // namespace

void resolve_first_person(Scene& scene, Attribution& attribution) {
  for (TokenIndex t = 0; t < scene.tree.size(); ++t) {
    if (scene.mention(t) || scene.referent[t]) continue;
    const auto& word = scene.words[t];
    const bool alone = one_of(word, {"i", "me", "my", "myself"});
    if (!alone && !one_of(word, {"we", "us", "our", "ours", "ourselves"})) continue;
    if (scene.tree.pos(t) != "PRON") continue;
    const auto speaker = attribution.find_voice(t);
    if (!speaker) continue;
    scene.referent[t] = alone ? scene.entities[speaker->entity].kind == EntityKind::anonymous
                                    ? std::nullopt
                                    : std::optional(speaker->entity)
                              : side_of(scene, *speaker);
  }
  for (TokenIndex t = 0; t < scene.tree.size(); ++t) { // "our country"
    if (scene.mention(t) || scene.referent[t] || scene.tree.pos(t) != "NOUN") continue;
    const auto owner = scene.tree.child(t, "poss");
    if (owner == scene.tree.size() || !one_of(scene.words[owner], {"our", "my"}) || !scene.referent[owner]) continue;
    if (!scene.frames.in_class("country-word", scene.words[t])) continue;
    const auto who = *scene.referent[owner];
    scene.referent[t] = scene.entities[who].kind == EntityKind::person ? scene.country_of(who) : std::optional(who);
  }
}

} // namespace stemma::extract
