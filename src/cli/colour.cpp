#include "cli/colour.hpp"

namespace stemma::cli {

namespace {

constexpr Colours on_terminal{"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[32m", "\x1b[0m"};

bool is_wanted(const Environment& environment) {
  return !environment.variable("NO_COLOR") && environment.variable("TERM").value_or("dumb") != "dumb";
}

} // namespace

Colours colours_of_messages(const Environment& environment) {
  return environment.err_is_terminal && is_wanted(environment) ? on_terminal : Colours{};
}

Colours colours_of_results(const Environment& environment) {
  return environment.out_is_terminal && is_wanted(environment) ? on_terminal : Colours{};
}

} // namespace stemma::cli
