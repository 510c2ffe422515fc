#pragma once

#include "pipeline/tally.hpp"

#include <iosfwd>

namespace stemma::cli {

// "a.txt:3: error: message [code]", a line each: errors, and where `all` is set warnings too; the first of each code,
// and how many more there are.
void print_diagnostics(const pipeline::Tally& tally, bool all, std::ostream& err);

} // namespace stemma::cli
