#pragma once
// English words of time. Numbers count from the first of each list.

#include "extract/time_expression.hpp"

#include <optional>
#include <string_view>

namespace stemma::extract {

std::optional<int> month_number(std::string_view word);                  // 1…12; "nov", "nov.", "november"
std::optional<int> weekday_number(std::string_view word);                // 0 Monday … 6
std::optional<int> season_number(std::string_view word);                 // 0 spring … 3 winter
std::optional<int> small_number(std::string_view word);                  // "two", "12", "couple" 2, "a" 1; up to 999
std::optional<int> ordinal_number(std::string_view word);                // "first" 1, "21st" 21; up to 31
std::optional<int> year_number(std::string_view word);                   // four digits 1900…2099
std::optional<int> decade_start(std::string_view word);                  // "1990s", "90s"
std::optional<TimeExpression::Unit> time_unit(std::string_view word);    // "weeks", "fortnight" is not one
std::optional<TimeExpression::Part> part_of_span(std::string_view word); // "early", "mid", "late"
bool is_part_of_day(std::string_view word);                              // morning, night, …
bool weekend_word(std::string_view word);

} // namespace stemma::extract
