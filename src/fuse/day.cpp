#include "fuse/day.hpp"

#include "model/date.hpp"

#include <charconv>
#include <chrono>

namespace stemma::fuse {

namespace {

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

Day days(std::chrono::year_month_day date) {
  return static_cast<Day>(std::chrono::sys_days(date).time_since_epoch().count());
}

std::optional<Day> day_of(std::string_view date, bool last) {
  if (!is_date(date)) return std::nullopt;
  const std::chrono::year year(number(date.substr(0, 4)));
  const std::chrono::month month(date.size() < 7 ? (last ? 12U : 1U)
                                                 : static_cast<unsigned>(number(date.substr(5, 2))));
  if (date.size() >= 10) return days({year, month, std::chrono::day(static_cast<unsigned>(number(date.substr(8, 2))))});
  if (last) return days(std::chrono::year_month_day_last(year, std::chrono::month_day_last(month)));
  return days({year, month, std::chrono::day(1)});
}

} // namespace

std::optional<Day> first_day(std::string_view date) { return day_of(date, false); }
std::optional<Day> last_day(std::string_view date) { return day_of(date, true); }

std::string iso(Day day) { return stemma::iso(std::chrono::sys_days(std::chrono::days(day))); }

} // namespace stemma::fuse
