#pragma once
// Who is named before an aside that tells of him.

#include "predicate/predication.hpp"
#include "predicate/tree.hpp"

#include <optional>
#include <string_view>

namespace stemma::predicate {

// "Peter SMITH, on a trip to Peru, said …", "PERU, under a blockade by Chile, …": the noun of the aside stands behind
// that preposition.
std::optional<TokenIndex> name_before_aside(const Tree& tree, TokenIndex noun, std::string_view preposition);

// "PERU, home to the museum, …": the place that is described behind a comma or a dash.
std::optional<TokenIndex> place_called_home(const Tree& tree, TokenIndex home);

} // namespace stemma::predicate
