#pragma once
// "$61bn to Kyiv, $26bn to Peru": sums of which each goes to somebody else, or is told as a part of a whole.

#include "extract/draft.hpp"

namespace stemma::extract {

// Gives each of the sums of one event that belongs elsewhere an event of its own. Quantities must be known.
void share_sums(const Scene& scene, std::vector<Draft>& drafts);

} // namespace stemma::extract
