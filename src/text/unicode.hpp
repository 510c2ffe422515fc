#pragma once
// What Unicode says of single characters, for modules that may not see ICU.

#include <string>
#include <string_view>

namespace stemma::text {

bool is_letter(char32_t c);           // general category L*
bool is_uppercase_letter(char32_t c); // Lu
bool is_number(char32_t c);           // N*
bool is_decimal_digit(char32_t c);    // Nd
bool is_digit(char32_t c);            // numeric type decimal or digit: superscripts and circled digits too

// Full lower-casing of valid UTF-8, without locale, with the rule for the final sigma.
std::string to_lower(std::string_view utf8);

} // namespace stemma::text
