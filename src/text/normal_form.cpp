#include "text/normal_form.hpp"

#include "model/error.hpp"
#include "text/utf8.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace stemma::text {
namespace {

const icu::Normalizer2& require_normalizer(const icu::Normalizer2* (*find)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = find(status);
  if (U_FAILURE(status)) throw Error("ICU has no normalisation data", "is the package libicu complete?");
  return *found;
}

icu::UnicodeString normalized(const icu::Normalizer2& form, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out = form.normalize(text, status);
  if (U_FAILURE(status)) throw Error("ICU could not normalise a text");
  return out;
}

std::string to_utf8_nfc(const icu::UnicodeString& text) {
  std::string out;
  normalized(require_normalizer(icu::Normalizer2::getNFCInstance), text).toUTF8String(out);
  return out;
}

bool is_ascii(std::string_view text) { return utf8::ascii_length(text, 0) == text.size(); }

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

// Letters with a stroke, a hook or joined, which no decomposition takes apart.
std::string_view plain_letter(UChar32 c) {
  switch (c) {
  case 0x00C6: return "AE";
  case 0x00E6: return "ae";
  case 0x00D0:
  case 0x0110: return "D";
  case 0x00F0:
  case 0x0111: return "d";
  case 0x00D8: return "O";
  case 0x00F8: return "o";
  case 0x00DE: return "Th";
  case 0x00FE: return "th";
  case 0x0126: return "H";
  case 0x0127: return "h";
  case 0x0131: return "i";
  case 0x0141: return "L";
  case 0x0142: return "l";
  case 0x0152: return "OE";
  case 0x0153: return "oe";
  case 0x0166: return "T";
  case 0x0167: return "t";
  case 0x018F: return "E";
  case 0x0259: return "e";
  default: return {};
  }
}

bool carries_diacritics(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_MN_MASK) != 0; }

} // namespace

std::string case_fold(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  icu::UnicodeString folded = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  folded.foldCase(U_FOLD_CASE_DEFAULT);
  return to_utf8_nfc(folded);
}

std::string strip_diacritics(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  const icu::UnicodeString whole = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  const icu::UnicodeString apart = normalized(require_normalizer(icu::Normalizer2::getNFDInstance), whole);
  icu::UnicodeString plain;
  bool strip = false;
  for (std::int32_t i = 0; i < apart.length();) {
    const UChar32 c = apart.char32At(i);
    i += U16_LENGTH(c);
    if (is_mark(c) && strip) continue;
    if (!is_mark(c)) strip = carries_diacritics(c);
    const std::string_view letters = plain_letter(c);
    if (letters.empty())
      plain.append(c);
    else
      plain.append(icu::UnicodeString::fromUTF8({letters.data(), static_cast<std::int32_t>(letters.size())}));
  }
  return to_utf8_nfc(plain);
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  return strip_diacritics(case_fold(strip_diacritics(text)));
}

} // namespace stemma::text
