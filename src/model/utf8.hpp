#pragma once
// What a string must be before it may enter a record: valid UTF-8.

#include <string>
#include <string_view>

namespace stemma {

// No truncated, overlong or surrogate sequences, nothing above U+10FFFF.
bool is_valid_utf8(std::string_view bytes);

// The text with every byte that is no part of a valid sequence written as "%XX". File names may hold any byte; two
// different names stay different.
std::string escape_invalid_utf8(std::string_view bytes);

// Number of code points of valid UTF-8.
std::size_t count_code_points(std::string_view text);

} // namespace stemma
