#pragma once
// How many columns of a terminal a text takes.

#include <cstddef>
#include <string>
#include <string_view>

namespace stemma::query {

// `text` is valid UTF-8 without control characters. East Asian wide characters take two columns, combining ones none.
std::size_t display_width(std::string_view text);

// The text in at most `width` columns: as it is, or cut and with "…" at its end. 0: never cut.
std::string fit_width(std::string_view text, std::size_t width);

// One line that cannot do anything to a terminal: line breaks and tabs are blanks, other control characters, those that
// turn the direction of writing, and bytes that are no UTF-8 are U+FFFD.
std::string printable(std::string_view text);

} // namespace stemma::query
