#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// Whether a number is a sum over the whole time: "since August", "so far", "a total of".
bool is_cumulative(const Scene& scene, const Draft& draft, const DraftQuantity& quantity);

} // namespace stemma::extract
