#pragma once
// The page of 'stemma export --format html'.

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace stemma::cli {

struct PageOptions {
  std::string out, to;              // `to` empty: standard output
  std::vector<std::string> sources; // empty: none
  bool with_sparql = false;
};

// Throws Error, with nothing written, for what is not there or cannot be read.
void export_page(const PageOptions& options, const Environment& environment);

} // namespace stemma::cli
