#pragma once
// Bytes of a file to its source text.

#include "model/diagnostic.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::text {

struct Decoded {
  std::string source;            // valid UTF-8, no BOM
  std::string charset = "UTF-8"; // IANA's name of what the bytes were read as
  std::vector<Diagnostic> diagnostics;
};

// A BOM of UTF-8, UTF-16 or UTF-32 decides; else valid UTF-8 is UTF-8; else UTF-16 by its zero bytes; else bytes that
// are mostly good UTF-8 stay UTF-8; else the charset is detected. Each bad sequence becomes one U+FFFD, as the WHATWG
// Encoding Standard has it (for UTF-8: one for each maximal part of a well-formed sequence). What is no text at all
// gives an empty source and a diagnostic of severity error.
Decoded decode(std::string_view bytes, const std::string& path);

// The same for a page of the web. `label`: the charset that its transport or its head names, in any case; empty: none.
// A BOM wins over it, and so does well-formed UTF-8 with characters beyond ASCII, which is nothing else (text.charset
// says so). A label that the WHATWG Encoding Standard does not know counts as none.
Decoded decode_page(std::string_view bytes, std::string_view label, const std::string& path);

// The first byte that is not well-formed UTF-8; the size when all is well.
std::size_t find_invalid_utf8(std::string_view bytes, std::size_t from = 0);

} // namespace stemma::text
