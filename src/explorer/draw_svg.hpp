#pragma once

#include <string>

namespace stemma::explorer {

// The drawing of a graph in Graphviz's language, as its command `dot` makes it. Throws Error where there is no such
// command or it fails.
std::string draw_svg(const std::string& dot);

} // namespace stemma::explorer
