#include "model/date.hpp"

#include <fmt/format.h>

#include <chrono>

namespace stemma {

namespace {

// The number that the digits write; -1: not only digits.
int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = 10 * value + (c - '0');
  }
  return value;
}

} // namespace

bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  if (number(text.substr(0, 4)) < 1) return false; // xsd:gYear has no year 0000 before version 1.1
  if (text.size() == 4) return true;
  const int month = number(text.substr(5, 2));
  if (text[4] != '-' || month < 1 || month > 12) return false;
  if (text.size() == 7) return true;
  const int day = number(text.substr(8, 2));
  return text[7] == '-' && day > 0 &&
         std::chrono::year_month_day(std::chrono::year(number(text.substr(0, 4))),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
             .ok();
}

std::string iso(std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

} // namespace stemma
