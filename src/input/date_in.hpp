#pragma once

#include "model/record.hpp"

#include <string_view>

namespace stemma::input {

// The day that stands at the start of a text, in any of the ways that text::parse_written_date reads; of a time of day
// and its zone the date is taken as it is written. Empty: none.
Date date_in(std::string_view text);

} // namespace stemma::input
