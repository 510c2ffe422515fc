#pragma once
// Days and intervals of days. Nothing here knows words.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace stemma::extract {

using Day = std::chrono::sys_days;

// Both ends included; an absent end is open.
struct Interval {
  std::optional<Day> start;
  std::optional<Day> end;
  friend bool operator==(const Interval&, const Interval&) = default;
};

Day day(int year, unsigned month, unsigned day_of_month); // a day past the month's end becomes the month's last
int year_of(Day d);
unsigned month_of(Day d);   // 1…12
unsigned day_of(Day d);     // 1…31
unsigned weekday_of(Day d); // 0 Monday … 6 Sunday

Interval one_day(Day d);
Interval month(int year, unsigned month);
Interval year(int year);
Interval years(int first, int last);
Interval months(int first_year, unsigned first_month, unsigned count);
Interval week_of(Day d); // Monday to Sunday

Day add_months(Day d, int count);

std::optional<Day> parse_day(std::string_view iso); // "2023-11-01"; anything else is absent
bool is_writable(Day d); // of the years 0001 to 9999: others have no form that every reader of a date takes

} // namespace stemma::extract
