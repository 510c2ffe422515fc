#pragma once
// Colour on a terminal, and only there.

#include "cli/command.hpp"

#include <string_view>

namespace stemma::cli {

// What is written before and after a word to colour it; all empty where there is to be no colour.
struct Colours {
  std::string_view error, warning, hint, good, plain;
};

// For standard error and standard output: none where it is no terminal, where NO_COLOR is set or TERM is "dumb".
Colours colours_of_messages(const Environment& environment);
Colours colours_of_results(const Environment& environment);

} // namespace stemma::cli
