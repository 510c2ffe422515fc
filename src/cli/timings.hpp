#pragma once

#include "pipeline/stage_times.hpp"

#include <chrono>
#include <cstdint>
#include <iosfwd>

namespace stemma::cli {

struct Timings {
  pipeline::StageTimes stages;                          // of the processor, summed over threads
  std::chrono::steady_clock::duration loading, running; // of the wall clock: pack and model; all documents and files
  std::uint64_t documents = 0, bytes = 0;
};

// Documents and MB a second, the share of each stage, and the most memory that was held; a line each.
void print_timings(const Timings& timings, std::ostream& err);

} // namespace stemma::cli
