#pragma once
// Dates as headers and datelines write them.

#include "model/record.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace stemma::text {

struct WrittenDate {
  int year = 0; // 0: not written
  int month = 0;
  int day = 0;            // 0: not written ("November 2023")
  std::size_t length = 0; // bytes of the text that were read

  // ISO 8601; empty without a year.
  Date iso() const;
  // The year taken from a date of publication: the latest day that is not after the day that follows `published`.
  // Empty when neither has a year.
  Date iso_near(const Date& published) const;
};

// The date at the very start of `text`: "2023-11-01", "2023/11/1", "Nov. 1", "Monday, November 01, 2023",
// "1 November 2023", "5 March", "01.11.2023", "20231101"; "11/13/2023" only where one reading is possible. A time of
// day behind it is not read. Empty: none, or no day of the calendar.
std::optional<WrittenDate> parse_written_date(std::string_view text);

} // namespace stemma::text
