#include "cli/printable.hpp"

#include <fmt/format.h>

namespace stemma::cli {

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
    else
      out += text[i];
  }
  return out;
}

} // namespace stemma::cli
