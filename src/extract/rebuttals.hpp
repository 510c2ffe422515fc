#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// "Lima said that Quito shelled a post. Quito denied it", "rejected the charge", "denied any part in the strike": who
// contradicts what was told of him, or told by his opponent, is credited with a denial of it. Adds a draft with the
// sides of the event that is meant, or turns the one that the denial itself names; none where no event told shortly
// before has him on one of its sides.
void add_rebuttals(Scene& scene, std::vector<Draft>& drafts);

} // namespace stemma::extract
