#include "input/columns.hpp"

#include "input/ascii.hpp"
#include "model/error.hpp"

#include <algorithm>

namespace stemma::input {

Columns parse_columns(std::string_view mapping) {
  constexpr const char* hint = "write for example --columns text=body,date=published; the fields are id, title, date, "
                               "publisher and text";
  Columns columns;
  while (!mapping.empty()) {
    const std::size_t end = std::min(mapping.find(','), mapping.size());
    const std::string_view pair = trimmed(mapping.substr(0, end));
    mapping.remove_prefix(std::min(end + 1, mapping.size()));
    const std::size_t equals = pair.find('=');
    const std::string_view field = trimmed(pair.substr(0, equals));
    std::string* column = field == "id"          ? &columns.id
                          : field == "title"     ? &columns.title
                          : field == "date"      ? &columns.date
                          : field == "publisher" ? &columns.publisher
                          : field == "text"      ? &columns.text
                                                 : nullptr;
    if (equals == std::string_view::npos || !column)
      throw Error("'" + std::string(pair) + "' names no field and its column", hint);
    *column = trimmed(pair.substr(equals + 1));
    if (column->empty()) throw Error("the column of '" + std::string(field) + "' has no name", hint);
  }
  return columns;
}

} // namespace stemma::input
