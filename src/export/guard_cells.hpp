#pragma once

#include <string>
#include <string_view>

namespace stemma::exporting {

// The same table, where no text is a formula for a spreadsheet (see append_csv_field); numbers stay as they are.
std::string guard_cells(std::string_view csv);

} // namespace stemma::exporting
