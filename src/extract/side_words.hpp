#pragma once
// The words that stand where a frame looks for who is on a side of its event.

#include "extract/draft.hpp"

#include <functional>
#include <string>

namespace stemma::extract {

// Whether a word for which `is_of` holds stands at a position where the draft's frame takes parties for this side.
bool stands_on_side(const Scene& scene, const Draft& draft, const std::string& side,
                    const std::function<bool(TokenIndex)>& is_of);

// "shipped to several COUNTRIES", "got them from ALLIES": others than those the text names.
bool is_taken_by_others(const Scene& scene, const Draft& draft, const std::string& side);

} // namespace stemma::extract
