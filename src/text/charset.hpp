#pragma once
// Charsets other than the Unicode ones: finding out which, and decoding them (ICU's tables).

#include <optional>
#include <string>
#include <string_view>

namespace stemma::text {

// The most likely charset of a sample, by the name that the WHATWG Encoding Standard reads it as ("windows-1252" for
// what calls itself ISO-8859-1). Empty: nothing is likely.
std::optional<std::string> detect_charset(std::string_view sample);

// The charset that a page means by a label ("latin1", "UTF-8", " x-sjis "), as the WHATWG Encoding Standard reads it; a
// label of UTF-16 means UTF-8, since its bytes could not have been read else. Empty: no label of the web.
std::optional<std::string> find_web_charset(std::string_view label);

struct Converted {
  std::string text; // valid UTF-8
  std::size_t bad_sequences = 0;
};
// Bad sequences become U+FFFD. Empty when ICU does not know the charset.
std::optional<Converted> convert_to_utf8(std::string_view bytes, const std::string& charset);

} // namespace stemma::text
