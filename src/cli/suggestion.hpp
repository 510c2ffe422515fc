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

// Of `names`, and of the words in them, at most three that are nearest to `typed`, whatever the case of letters;
// nearest first, then in the order of the alphabet. Empty: none is near enough.
std::vector<std::string> find_near_names(std::string_view typed, const std::vector<std::string>& names);

// "did you mean 'a', 'b' or 'c'?"; empty without names.
std::string did_you_mean(const std::vector<std::string>& names);

} // namespace stemma::cli
