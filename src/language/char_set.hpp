#pragma once
// A set of code points, as a character class of a pattern names it.

#include <bitset>
#include <string_view>
#include <utility>
#include <vector>

namespace stemma::language {

class CharSet {
public:
  enum class Property { word, digit, space, not_word, not_digit, not_space };

  void add(char32_t first, char32_t last) { ranges_.emplace_back(first, last); }
  void add(Property property) { properties_.push_back(property); }
  void negate() { negated_ = true; }
  void finish(); // after the last change and before the first question

  bool contains(char32_t c) const { return c < 128 ? ascii_[c] : contains_slowly(c); }
  const std::bitset<128>& ascii() const { return ascii_; }

private:
  bool contains_slowly(char32_t c) const;

  std::vector<std::pair<char32_t, char32_t>> ranges_; // sorted by `finish`
  std::vector<Property> properties_;
  bool negated_ = false;
  std::bitset<128> ascii_;
};

} // namespace stemma::language
