#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// "Spain has given Chile the frigates IT ordered": of the two, the one who gets them.
void turn_to_takers(const Scene& scene, std::vector<Draft>& drafts);

} // namespace stemma::extract
