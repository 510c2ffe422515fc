#pragma once
// The pictures of 'stemma export --format svg' and of '--format dot' with --around or --origins-of.

#include "cli/command.hpp"

#include <string>

namespace stemma::cli {

struct PictureOptions {
  std::string out, to;            // `to` empty: standard output
  std::string around, origins_of; // one of them is set
  bool drawn = true;              // else the text that Graphviz draws
};

// Throws Error for what is not there, cannot be read or cannot be drawn.
void export_picture(const PictureOptions& options, const Environment& environment);

} // namespace stemma::cli
