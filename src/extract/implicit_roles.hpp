#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// Sides that a predication leaves open, filled where one reading wins: the country of the office-holder or place that
// is named, the one whose decision governs the event, the one that the rest of the document pairs with the side that is
// named. Such fillers are marked `implied`.
void fill_implicit_roles(const Scene& scene, std::vector<Draft>& drafts);

} // namespace stemma::extract
