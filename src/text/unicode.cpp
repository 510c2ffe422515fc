#include "text/unicode.hpp"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace stemma::text {

namespace {
bool in_category(char32_t c, std::uint32_t mask) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & mask) != 0; }
} // namespace

bool is_letter(char32_t c) { return in_category(c, U_GC_L_MASK); }
bool is_uppercase_letter(char32_t c) { return in_category(c, U_GC_LU_MASK); }
bool is_number(char32_t c) { return in_category(c, U_GC_N_MASK); }
bool is_decimal_digit(char32_t c) { return in_category(c, U_GC_ND_MASK); }

bool is_digit(char32_t c) {
  const int type = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NUMERIC_TYPE);
  return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}

std::string to_lower(std::string_view utf8) {
  auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  text.toLower(icu::Locale::getRoot());
  std::string lower;
  text.toUTF8String(lower);
  return lower;
}

} // namespace stemma::text
