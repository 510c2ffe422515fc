#pragma once
// UTF-8 as code points. Bytes that are no UTF-8 are never read past: each stands for itself as U+FFFD.

#include <string>
#include <string_view>

namespace stemma::language {

struct DecodedCodePoint {
  char32_t value = 0;
  unsigned length = 1; // in bytes
};

// The code point that starts at `text[at]`; `at` < text.size().
DecodedCodePoint decode_code_point(std::string_view text, std::size_t at);

std::u32string decode_utf8(std::string_view text);
bool is_valid_utf8(std::string_view text);
std::string encode_utf8(std::u32string_view text);

// White space as Python's str.isspace has it; not the same set as Unicode's White_Space.
bool is_python_space(char32_t c);

bool is_control(char32_t c); // general category Cc: C0, DEL, C1

} // namespace stemma::language
