#pragma once
// ASCII, whatever the locale: names of tags, of headers and of files.

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace stemma::input {

inline bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
inline char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
inline bool is_ascii_letter(char c) { return lowered(c) >= 'a' && lowered(c) <= 'z'; }

inline std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lowered(c);
  return out;
}

inline std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// Of a list that stands in the order of the alphabet.
template <class Names>
constexpr bool is_in(const Names& sorted, std::string_view name) {
  return std::binary_search(std::begin(sorted), std::end(sorted), name);
}

} // namespace stemma::input
