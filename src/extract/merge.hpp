#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// Mentions of one event become one: same type and status, no actor side that excludes the other, no time or quantity
// that does. Roles and details missing in one are filled from the other.
std::vector<Draft> merge_mentions(const Scene& scene, std::vector<Draft> drafts);

} // namespace stemma::extract
