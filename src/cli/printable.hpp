#pragma once

#include <string>
#include <string_view>

namespace stemma::cli {

// The text on one line of a terminal: names and texts come from files and arguments, and nothing in them may end a
// message or steer the terminal. Control characters become "\n", "\t", "\x1b", and those that turn the
// direction of text "\u202e".
std::string printable(std::string_view text);

} // namespace stemma::cli
