#pragma once
// What a single character of the source becomes in the clean text.

#include <cstdint>
#include <string_view>

namespace stemma::text {

enum class CharacterFate : std::uint8_t {
  keep,
  remove,    // soft hyphens, zero-width characters, bidi controls, variation selectors, control characters
  replace,   // by `replacement`
  long_dash, // a dash between clauses: "--" with spaces
  en_dash    // depends on its neighbours
};

struct PlainCharacter {
  CharacterFate fate = CharacterFate::keep;
  std::string_view replacement; // ASCII; lives for ever
};

// For code points from U+0080 on; ASCII is clean.cpp's own business.
PlainCharacter plain_character(char32_t c);

} // namespace stemma::text
