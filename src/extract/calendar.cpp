#include "extract/calendar.hpp"

#include <charconv>

namespace stemma::extract {

namespace chrono = std::chrono;

namespace {

chrono::year_month_day split(Day d) { return chrono::year_month_day{d}; }

Day last_day(int y, unsigned m) { return chrono::sys_days{chrono::year{y} / chrono::month{m} / chrono::last}; }

std::optional<int> parse_digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

} // namespace

Day day(int y, unsigned m, unsigned d) {
  const chrono::year_month_day exact{chrono::year{y}, chrono::month{m}, chrono::day{d}};
  return exact.ok() ? chrono::sys_days{exact} : last_day(y, m);
}

int year_of(Day d) { return static_cast<int>(split(d).year()); }
unsigned month_of(Day d) { return static_cast<unsigned>(split(d).month()); }
unsigned day_of(Day d) { return static_cast<unsigned>(split(d).day()); }
unsigned weekday_of(Day d) { return chrono::weekday{d}.iso_encoding() - 1; }

Interval one_day(Day d) { return {d, d}; }
Interval month(int y, unsigned m) { return {day(y, m, 1), last_day(y, m)}; }
Interval year(int y) { return years(y, y); }
Interval years(int first, int last) { return {day(first, 1, 1), day(last, 12, 31)}; }

Interval months(int first_year, unsigned first_month, unsigned count) {
  const auto start = day(first_year, first_month, 1);
  const auto last = add_months(start, static_cast<int>(count) - 1);
  return {start, last_day(year_of(last), month_of(last))};
}

Interval week_of(Day d) {
  const auto monday = d - chrono::days{weekday_of(d)};
  return {monday, monday + chrono::days{6}};
}

Day add_months(Day d, int count) {
  const int index = year_of(d) * 12 + static_cast<int>(month_of(d)) - 1 + count;
  const int y = index >= 0 ? index / 12 : (index - 11) / 12;
  return day(y, static_cast<unsigned>(index - y * 12) + 1, day_of(d));
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = parse_digits(text.substr(0, 4)), m = parse_digits(text.substr(5, 2)),
             d = parse_digits(text.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  const chrono::year_month_day exact{chrono::year{*y}, chrono::month{static_cast<unsigned>(*m)},
                                     chrono::day{static_cast<unsigned>(*d)}};
  if (!exact.ok()) return std::nullopt;
  return chrono::sys_days{exact};
}

bool is_writable(Day d) { return year_of(d) >= 1 && year_of(d) <= 9999; }

} // namespace stemma::extract
