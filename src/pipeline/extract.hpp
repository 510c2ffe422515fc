#pragma once

#include "pipeline/input.hpp"
#include "pipeline/resources.hpp"
#include "pipeline/run_hooks.hpp"
#include "pipeline/tally.hpp"

#include <iosfwd>

namespace stemma::pipeline {

// Writes the record of every document as one line of JSON, sorted by path (lines of NDJSON in their order), as soon as
// it and all before it are made. A document found again is left out. Throws Error when `out` fails.
Tally extract(InputStream& input, const Resources& resources, unsigned jobs, std::ostream& out,
              const RunHooks& hooks = {});

} // namespace stemma::pipeline
