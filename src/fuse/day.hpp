#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace stemma::fuse {

// Days since 1 January 1970.
using Day = std::int32_t;

inline constexpr Day day_before_all = std::numeric_limits<Day>::min() / 4;
inline constexpr Day day_after_all = std::numeric_limits<Day>::max() / 4;

// The first and the last day of "2023", "2023-11" or "2023-11-01"; empty where `date` is no date.
std::optional<Day> first_day(std::string_view date);
std::optional<Day> last_day(std::string_view date);

std::string iso(Day day); // "2023-11-01"

} // namespace stemma::fuse
