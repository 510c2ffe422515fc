#pragma once

#include <string_view>

namespace stemma::input {

// "http://…" or "https://…", of characters that an IRI may hold.
bool is_web_address(std::string_view text);

} // namespace stemma::input
