#pragma once

#include "pipeline/stage_times.hpp"
#include "pipeline/tally.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace stemma::pipeline {

struct BuildResult {
  Tally tally;
  StageTimes times;
  std::vector<std::string> kept; // files and folders of `out` that the program did not write: they are still there
  std::vector<Diagnostic> left;  // earlier results beside `out` that could not be removed
  // Of a build that takes over earlier records; nothing of it enters the result, which is that of a full build.
  std::uint64_t reused = 0;          // documents whose records were taken over
  std::uint64_t not_taken = 0;       // records of the earlier result that no document has any more
  std::vector<Diagnostic> anew = {}; // why earlier records were not taken over, all or some
};

} // namespace stemma::pipeline
