#pragma once

#include <string_view>

namespace stemma::pipeline {

// A hash of the sources that decide what a record says (src/program_build.cmake): two programs of one version that read
// differently differ here. The same wherever and however often the same sources are built.
std::string_view program_build();

} // namespace stemma::pipeline
