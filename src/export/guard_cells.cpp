#include "export/guard_cells.hpp"

#include "export/escape.hpp"
#include "export/next_row.hpp"

#include <charconv>

namespace stemma::exporting {

namespace {

bool is_number(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc{} && end == cell.data() + cell.size();
}

} // namespace

std::string guard_cells(std::string_view csv) {
  std::string out;
  for (std::size_t at = 0; at < csv.size();) {
    const char* before = "";
    for (const std::string& cell : next_row(csv, at)) {
      out += before;
      before = ",";
      if (is_number(cell))
        out += cell;
      else
        append_csv_field(cell, out);
    }
    out += "\r\n";
  }
  return out;
}

} // namespace stemma::exporting
