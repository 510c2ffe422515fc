#pragma once

#include "pipeline/build_result.hpp"
#include "pipeline/disk.hpp"
#include "pipeline/input.hpp"
#include "pipeline/resources.hpp"
#include "pipeline/run_hooks.hpp"

#include <filesystem>

namespace stemma::pipeline {

struct BuildOptions {
  std::filesystem::path out;
  unsigned jobs = 1;
  // Takes over the records of the result in `out` and of a run that was interrupted there, as far as their documents
  // and what they were made with are unchanged, and keeps a journal. The bytes written are the same without.
  bool reuse = false;
};

// The main job: reads every document of `input` and leaves the whole result in `out` (graph.ttl, reported.ttl,
// dataset.trig, dataset.nq, records.ndjson, abstained.ndjson, report.md, manifest.json), or leaves `out` as it was and
// throws. What else stands in `out` stays there. The bytes written hang on the set of documents, the pack, the model
// and the base alone: not on the order of files, the number of threads, or the time of day.
BuildResult build(const BuildOptions& options, InputStream& input, const Resources& resources, Disk& disk,
                  const RunHooks& hooks = {});

} // namespace stemma::pipeline
