#pragma once

#include "extract/draft.hpp"

#include <vector>

namespace stemma::extract {

// "Peru condemned the attack": whether the event stands below words with which the entity reproaches somebody. Whoever
// did it, it was not the one who says so.
bool is_reproached_by(const Scene& scene, const std::vector<Draft>& drafts, const Draft& draft, EntityIndex e);

} // namespace stemma::extract
