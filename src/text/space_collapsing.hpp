#pragma once
// Rows of spaces, indentation and spaces before a line end.

#include "text/clean.hpp"

#include <cstddef>

namespace stemma::text {

// Leaves one space of each row, none at the ends of a line; the map follows. Looks from `from` on, which is the start
// of a line or the end of the text; what stands before it keeps its place.
void collapse_spaces(Cleaned& cleaned, std::size_t from);

} // namespace stemma::text
