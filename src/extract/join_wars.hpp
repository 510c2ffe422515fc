#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// A war is told in many words ("the invasion", "the war that began in 2022", "Russia's aggression") and is one event.
// Drafts of lasting frames with the same sides get one status and one time: the day it began, where one is told, else
// "ongoing". That somebody wants to end it, or plans for it, does not change that it goes on.
void level_wars(const Scene& scene, std::vector<Draft>& drafts);

// Whether somebody of each stands on the same side of a conflict that the pack knows: Gaza and Hamas.
bool is_one_side(const Scene& scene, const std::vector<Filler>& a, const std::vector<Filler>& b);

} // namespace stemma::extract
