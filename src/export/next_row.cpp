#include "export/next_row.hpp"

namespace stemma::exporting {

std::vector<std::string> next_row(std::string_view csv, std::size_t& at) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (; at < csv.size(); ++at) {
    const char c = csv[at];
    if (quoted && c == '"' && at + 1 < csv.size() && csv[at + 1] == '"') {
      cells.back() += c;
      ++at;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      cells.emplace_back();
    } else if (!quoted && c == '\n') {
      ++at;
      break;
    } else if (quoted || c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

} // namespace stemma::exporting
