#pragma once

#include <string>
#include <string_view>

namespace stemma::input {

// What the fields of a document are called in a table or in lines of JSON.
struct Columns {
  std::string id = "id", title = "title", date = "date", publisher = "publisher", text = "text";
};

// "text=body,date=published"; fields that it does not name keep their names. Throws Error that says what is wrong.
Columns parse_columns(std::string_view mapping);

} // namespace stemma::input
