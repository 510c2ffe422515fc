#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// Whether a number is a sum over the whole time: "since August", "so far", "a total of".
bool is_cumulative(const Scene& scene, const Draft& draft, const DraftQuantity& quantity);

// Whether it counts what comes on top of what was there: "a further 200", "20 more", "a second batch of 40".
bool is_additional(const Scene& scene, const DraftQuantity& quantity);

} // namespace stemma::extract
