#include "language/char_set.hpp"

#include "language/code_points.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace stemma::language {

namespace {

// Python's \w: what str.isalnum accepts, and the underscore. ICU's own \w also has combining marks.
bool is_word(char32_t c) { return c == U'_' || text::is_letter(c) || text::is_number(c); }

bool has_property(char32_t c, CharSet::Property property) {
  switch (property) {
  case CharSet::Property::word: return is_word(c);
  case CharSet::Property::digit: return text::is_decimal_digit(c);
  case CharSet::Property::space: return is_python_space(c);
  case CharSet::Property::not_word: return !is_word(c);
  case CharSet::Property::not_digit: return !text::is_decimal_digit(c);
  case CharSet::Property::not_space: return !is_python_space(c);
  }
  return false;
}

} // namespace

void CharSet::finish() {
  std::sort(ranges_.begin(), ranges_.end());
  std::vector<std::pair<char32_t, char32_t>> merged;
  for (const auto& range : ranges_) {
    if (!merged.empty() && range.first <= merged.back().second + 1)
      merged.back().second = std::max(merged.back().second, range.second);
    else
      merged.push_back(range);
  }
  ranges_ = std::move(merged);
  for (char32_t c = 0; c < 128; ++c) ascii_[c] = contains_slowly(c);
}

bool CharSet::contains_slowly(char32_t c) const {
  const auto after = std::upper_bound(ranges_.begin(), ranges_.end(), c,
                                      [](char32_t value, const auto& range) { return value < range.first; });
  bool inside = after != ranges_.begin() && c <= std::prev(after)->second;
  for (const Property property : properties_) inside = inside || has_property(c, property);
  return inside != negated_;
}

} // namespace stemma::language
