#pragma once
// "SEOUL, Nov. 1 (Yonhap) --" at the start of a paragraph.

#include "text/written_date.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace stemma::text {

struct Dateline {
  std::string_view place;  // "KYIV, Ukraine" gives "KYIV"; empty: "ABC -- …" names nothing but the outlet
  std::string_view outlet; // "ABC", "Kyiv ABC --"; empty: none
  std::string_view wire;   // "Yonhap"; empty: none
  std::optional<WrittenDate> date;
  bool colon = false;     // ends with ":", as the speakers of a transcript do
  bool by_shape = false;  // nothing but a capitalised row of words before a dash or colon
  std::size_t length = 0; // bytes, up to and with the dash or colon
};

// Place in capitals, or capitalised where a wire, a date or running text speaks for it; then a region, a date and a
// wire in brackets, each of which may be absent; then "--", " - " or ":". `paragraph` is clean text. Empty: none.
std::optional<Dateline> parse_dateline(std::string_view paragraph);

} // namespace stemma::text
