#pragma once

#include "model/record.hpp"
#include "pipeline/manifest.hpp"
#include "pipeline/tally.hpp"

#include <string>
#include <vector>

namespace stemma::pipeline {

// A fused event in the report.
struct EventLine {
  std::string label; // with its type and roles
  std::string type;  // as readers call it: "arms transfer"
  bool happened = false, disputed = false;
  std::size_t documents = 0, wires = 0, origins = 0, denying_origins = 0;
};

// report.md: what was read, what is told to have happened and on how many origins, what was linked to what, which names
// stayed unlinked, how ambiguous names were decided, what went wrong, and which files were written. The same run gives
// the same bytes.
std::string report_markdown(const Tally& tally, const Made& made, const std::string& base,
                            const std::vector<EventLine>& events, const std::vector<ManifestFile>& files);

} // namespace stemma::pipeline
