#include "export/pivot.hpp"

#include "export/escape.hpp"
#include "export/next_row.hpp"
#include "model/error.hpp"

#include <map>
#include <optional>
#include <set>

namespace stemma::exporting {

namespace {

struct UnknownLast {
  bool operator()(const std::string& a, const std::string& b) const {
    return a != b && (b == "?" || (a != "?" && a < b));
  }
};

} // namespace

std::string pivot(std::string_view csv) {
  std::set<std::string, UnknownLast> columns;
  std::map<std::string, std::map<std::string, std::string>, UnknownLast> rows;
  std::optional<std::string> corner;
  for (std::size_t at = 0; at < csv.size();) {
    const auto cells = next_row(csv, at);
    if (cells.size() != 3)
      throw Error("a matrix is made of three columns, and a line has " + std::to_string(cells.size()));
    if (!corner) {
      corner = cells[0];
      continue;
    }
    columns.insert(cells[1]);
    rows[cells[0]][cells[1]] = cells[2];
  }
  std::string out;
  append_csv_field(corner.value_or(""), out);
  for (const std::string& column : columns) {
    out += ',';
    append_csv_field(column, out);
  }
  out += "\r\n";
  for (const auto& [name, values] : rows) {
    append_csv_field(name, out);
    for (const std::string& column : columns) {
      const auto value = values.find(column);
      out += ',';
      out += value == values.end() ? "0" : value->second;
    }
    out += "\r\n";
  }
  return out;
}

} // namespace stemma::exporting
