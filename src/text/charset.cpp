#include "text/charset.hpp"

#include "text/utf8.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace stemma::text {
namespace {

struct Close {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// The labels of the WHATWG standard that mean another charset than they say.
std::string as_web_reads(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> aliases{{
      {"ISO-8859-1", "windows-1252"},
      {"ISO-8859-9", "windows-1254"},
      {"GB2312", "gb18030"},
      {"GBK", "gb18030"},
      {"GB18030", "gb18030"},
      {"TIS-620", "windows-874"},
      {"EUC-KR", "windows-949"},
      {"Shift_JIS", "windows-31j"},
  }};
  for (const auto& [detected, meant] : aliases)
    if (name == detected) return std::string(meant);
  return std::string(name);
}

// How the labels of the standard begin. ICU knows many a charset besides that no page is written in, and some that can
// hide ASCII.
constexpr std::array<std::string_view, 29> web_labels{
    "866",        "ascii",   "big5",     "cn-big5",  "cp125",  "cp819",  "cp866",       "csisolatin",
    "csshiftjis", "dos-874", "euc-",     "gb",       "ibm819", "ibm866", "iso-2022-jp", "iso-8859-",
    "iso8859",    "koi",     "ks_c",     "l1",       "latin",  "mac",    "ms_kanji",    "shift",
    "sjis",       "tis-620", "us-ascii", "windows-", "x-"};

std::string as_label(std::string_view label) {
  constexpr std::string_view space = " \t\n\r\f\"'";
  const std::size_t start = label.find_first_not_of(space);
  if (start == std::string_view::npos) return {};
  std::string name(label.substr(start, label.find_last_not_of(space) + 1 - start));
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

constexpr int least_confidence = 10; // of 100; ICU gives 0 to 10 for a guess by encoding scheme alone

// EBCDIC (IBM420, IBM424) fits any bytes; the Unicode charsets have been tried before.
bool is_credible(std::string_view name) { return !name.starts_with("IBM4") && !name.starts_with("UTF-"); }

void append_utf16(std::string& out, const UChar* begin, const UChar* end, std::size_t& bad) {
  while (begin < end) {
    char32_t c = *begin++;
    if (U16_IS_LEAD(c) && begin < end && U16_IS_TRAIL(*begin)) {
      c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, *begin));
      ++begin;
    } else if (U16_IS_SURROGATE(c)) {
      c = utf8::replacement_character;
    }
    if (c == utf8::replacement_character) ++bad;
    utf8::append(out, c);
  }
}

} // namespace

std::optional<std::string> detect_charset(std::string_view sample) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return std::nullopt;
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return std::nullopt;
  for (std::int32_t i = 0; i < count; ++i) {
    const std::string name = ucsdet_getName(matches[i], &status);
    if (U_SUCCESS(status) && is_credible(name) && ucsdet_getConfidence(matches[i], &status) > least_confidence)
      return as_web_reads(name);
  }
  return std::nullopt;
}

std::optional<std::string> find_web_charset(std::string_view label) {
  std::string name = as_label(label);
  if (name.starts_with("utf") || name.starts_with("unicode") || name == "x-unicode20utf8") return "UTF-8";
  if (std::none_of(web_labels.begin(), web_labels.end(),
                   [&](std::string_view start) { return name.starts_with(start); }))
    return std::nullopt;
  if (name.find("ascii") != std::string::npos || name == "l1" || name == "x-user-defined") return "windows-1252";
  if (name.starts_with("x-") && !name.starts_with("x-mac")) name.erase(0, 2);
  if (name == "x-mac-roman" || name == "mac") name = "macintosh";
  if (name == "dos-874") name = "windows-874";
  UErrorCode status = U_ZERO_ERROR;
  const char* standard = ucnv_getStandardName(name.c_str(), "MIME", &status);
  if (U_FAILURE(status) || !standard) standard = ucnv_getStandardName(name.c_str(), "IANA", &(status = U_ZERO_ERROR));
  const std::string charset = as_web_reads(standard ? standard : name);
  const std::unique_ptr<UConverter, Close> converter(ucnv_open(charset.c_str(), &(status = U_ZERO_ERROR)));
  return U_SUCCESS(status) ? std::optional(charset) : std::nullopt;
}

std::optional<Converted> convert_to_utf8(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> converter(ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status)) return std::nullopt;
  Converted out;
  out.text.reserve(bytes.size() + bytes.size() / 2);
  std::array<UChar, 4096> buffer;
  const char* from = bytes.data();
  const char* const from_end = from + bytes.size();
  UChar pending = 0; // a lead surrogate that ended the last piece
  do {
    UChar* to = buffer.data();
    if (pending != 0) *to++ = std::exchange(pending, UChar{0});
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, buffer.data() + buffer.size(), &from, from_end, nullptr, true, &status);
    if (to > buffer.data() && status == U_BUFFER_OVERFLOW_ERROR && U16_IS_LEAD(to[-1])) pending = *--to;
    append_utf16(out.text, buffer.data(), to, out.bad_sequences);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status)) return std::nullopt;
  return out;
}

} // namespace stemma::text
