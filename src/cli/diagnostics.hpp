#pragma once

#include "pipeline/build.hpp"

#include <iosfwd>

namespace stemma::cli {

// "a.txt:3: error: message [code]", a line each: errors, and where `all` is set warnings too; the first of each code,
// how many more there are, and what the user can do about them.
void print_diagnostics(const pipeline::Tally& tally, bool all, std::ostream& err);

// How much of a build was taken over from an earlier run, and why some was not.
void print_reuse(const pipeline::BuildResult& result, std::ostream& err);

// What of others stands in the result, and what of earlier results stayed beside it.
void print_left(const pipeline::BuildResult& result, std::ostream& err);

} // namespace stemma::cli
