#pragma once
// Weapons on their way: where they were bound, and whether they were stopped.

#include "extract/scene.hpp"

#include <vector>

namespace stemma::extract {

// "shot down drones heading for CHILE": where the thing that p is done to was bound (verbs of class "heading"). Empty:
// the text does not say.
std::vector<TokenIndex> courses(const Scene& scene, const predicate::Predication& p);

// "missiles BOUND for Chile were intercepted": what p says of a weapon in flight (class "incoming") that is stopped
// there (class "thwarting"), or only that it flies (class "flying").
bool is_thwarted(const Scene& scene, const predicate::Predication& p);

// "killed two French SOLDIERS in Chad", "left two SOLDIERS dead": what is told of them is not where they are.
bool is_stricken(const Scene& scene, const predicate::Predication& p);

} // namespace stemma::extract
