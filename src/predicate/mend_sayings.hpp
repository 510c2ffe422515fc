#pragma once
// Words of saying behind what is said, torn by parsers from those who say it.

#include "predicate/mending.hpp"

namespace stemma::predicate {

// Sets right in the arcs of the sentence [first, last):
//   "Peru shelled a town in Chile, SMITH, the mayor, said": Smith says so, and is no other name of the town
//   "'Peru shelled a town,' Smith, the mayor, POSTED on Friday": he did so, and nobody was posted
// In time that grows as the tokens do.
void mend_sayings(const std::vector<language::Token>& tokens, std::uint32_t first, std::uint32_t last, Arcs& arcs);

} // namespace stemma::predicate
