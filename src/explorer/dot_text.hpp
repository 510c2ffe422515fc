#pragma once
// Words of any kind into Graphviz's language. For the sources of this module only.

#include <string>
#include <string_view>

namespace stemma::explorer {

// The label as a quoted string, broken between words into lines of about `width` characters, four lines at the most.
std::string dot_label(std::string_view text, std::size_t width);

// The same with a smaller second line.
std::string dot_label(std::string_view text, std::string_view below, std::size_t width);

// What both pictures begin with: fonts and colours.
std::string_view dot_beginning();

} // namespace stemma::explorer
