#pragma once

#include <string>
#include <string_view>

namespace stemma::input {

// The charset that the first 1024 bytes of a page name: <meta charset=…> or <meta http-equiv=content-type content=…>,
// outside of comments, as the HTML Standard looks for it before it parses. Empty: none.
std::string find_named_charset(std::string_view bytes);

// "text/html; charset=utf-8" → "utf-8". Empty: none.
std::string charset_in(std::string_view content_type);

} // namespace stemma::input
