#pragma once

#include "input/columns.hpp"
#include "input/reading.hpp"
#include "model/error.hpp"

#include <string_view>

namespace stemma::input {

// One line of NDJSON: an object with "text" and, where known, "id" (string or number), "title", "date" (ISO 8601; a
// time of day is cut off), "publisher". Other fields are passed over. A field of the wrong kind is a diagnostic and
// counts as absent; without a "text" there is no document and Error is thrown. `columns`: what the fields are called.
Reading parse_news_line(std::string_view line, const Place& place, const Columns& columns = {});

} // namespace stemma::input
