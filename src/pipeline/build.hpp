#pragma once

#include "pipeline/disk.hpp"
#include "pipeline/input.hpp"
#include "pipeline/resources.hpp"
#include "pipeline/run_hooks.hpp"
#include "pipeline/stage_times.hpp"
#include "pipeline/tally.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace stemma::pipeline {

struct BuildOptions {
  std::filesystem::path out;
  unsigned jobs = 1;
};

struct BuildResult {
  Tally tally;
  StageTimes times;
  std::vector<std::string> kept; // files and folders of `out` that the program did not write: they are still there
  std::vector<Diagnostic> left;  // earlier results beside `out` that could not be removed
};

// The main job: reads every document of `input` and leaves the whole result in `out` (graph.ttl, reported.ttl,
// dataset.trig, dataset.nq, records.ndjson, abstained.ndjson, report.md, manifest.json), or leaves `out` as it was and
// throws. What else stands in `out` stays there. The bytes written hang on the set of documents, the pack, the model
// and the base alone: not on the order of files, the number of threads, or the time of day.
BuildResult build(const BuildOptions& options, InputStream& input, const Resources& resources, Disk& disk,
                  const RunHooks& hooks = {});

} // namespace stemma::pipeline
