#pragma once

#include <string>
#include <string_view>

namespace stemma::exporting {

// A table of three columns (CSV with a header: row, column, value) as a matrix: the first line has the columns' names,
// each further line a row's name and its values, 0 where there is none. Names in the order of their bytes, "?" last.
// Throws Error for a line of other than three cells.
std::string pivot(std::string_view csv);

} // namespace stemma::exporting
