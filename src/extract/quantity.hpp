#pragma once
// Quantities, found in the words of a text: counts and sums with their bounds, as the text states them.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace stemma::extract {

struct Quantity {
  std::uint32_t first = 0, last = 0; // words [first, last), bound words and currency included
  std::uint32_t number = 0;          // the first word of the number itself
  std::optional<double> min, max;    // absent: not bounded on that side
  bool approximate = false;          // "about", "nearly", a vague plural
  bool vague = false;                // "dozens", "several": no figure
  bool additional = false;           // "another 200,000"
  std::optional<double> whole;       // "30 out of 350": 350
  std::string unit;                  // ISO 4217 for money, "%", "t", "km", …; empty: plain count
};

// Words are lower case, as the tokenizer cuts them; "a" and "an" are no quantities. Years and days of dates are left to
// the caller, who knows where the expressions of time stand. Quantities do not overlap.
std::vector<Quantity> find_quantities(std::span<const std::string> words);

} // namespace stemma::extract
