#pragma once

#include "pipeline/build.hpp"

#include <string>
#include <vector>

namespace stemma::pipeline {

// The IRI below which the records' documents stand, as the first record of the first readable input has it. Throws
// Error when no input holds a record, with the place of what it holds instead.
std::string require_base_of_records(const std::vector<std::string>& inputs);

// The result of records alone (lines of `stemma extract`), from files, in any order and grouping: the graphs are those
// that a build of the same documents gives. A line that is no record, or a record below another base, is a document
// that could not be read.
BuildResult fuse_records(const std::vector<std::string>& inputs, const BuildOptions& options,
                         const Resources& resources, Disk& disk, const RunHooks& hooks = {});

} // namespace stemma::pipeline
