#pragma once
// "Did you mean …": the nearest known word to a mistyped one.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::cli {

// The word of `known` that fewest edits (insert, delete, change, swap of neighbours) turn into `typed`; absent when
// none is near enough to be worth a hint. Ties: the one listed first.
std::optional<std::string> find_suggestion(std::string_view typed, const std::vector<std::string>& known);

} // namespace stemma::cli
