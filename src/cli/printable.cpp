#include "cli/printable.hpp"

#include <fmt/format.h>

namespace stemma::cli {

namespace {

// Of a character that UTF-8 writes with three bytes.
unsigned code_of_three(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  return (byte(0) & 0x0fU) << 12 | (byte(1) & 0x3fU) << 6 | (byte(2) & 0x3fU);
}

// Begins with a character that changes the direction in which what follows is shown.
bool turns_text(std::string_view text) {
  if (text.size() < 3 || !text.starts_with('\xe2')) return false;
  const unsigned code = code_of_three(text);
  return (code >= 0x200e && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

} // namespace

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    if (byte == '\n')
      out += "\\n";
    else if (byte == '\t')
      out += "\\t";
    else if (byte < 0x20 || byte == 0x7f)
      out += fmt::format("\\x{:02x}", byte);
    else if (byte == 0xc2 && next >= 0x80 && next < 0xa0) // U+0080 to U+009F steer a terminal as well
      out += fmt::format("\\x{:02x}", text[++i] & 0xff);
    else if (const std::string_view rest = text.substr(i); turns_text(rest)) {
      out += fmt::format("\\u{:04x}", code_of_three(rest));
      i += 2;
    } else
      out += text[i];
  }
  return out;
}

} // namespace stemma::cli
