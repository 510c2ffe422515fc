#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace stemma {

// "2023", "2023-11" or "2023-11-01", and a day that the calendar has.
bool is_date(std::string_view text);

std::string iso(std::chrono::sys_days day); // "2023-11-01"

} // namespace stemma
