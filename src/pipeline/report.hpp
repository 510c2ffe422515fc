#pragma once

#include "model/record.hpp"
#include "pipeline/manifest.hpp"
#include "pipeline/tally.hpp"

#include <string>
#include <vector>

namespace stemma::pipeline {

// report.md: what was read, what was linked to what, which names stayed unlinked, how ambiguous names were decided,
// what went wrong, and which files were written. The same run gives the same bytes.
std::string report_markdown(const Tally& tally, const Made& made, const std::string& base,
                            const std::vector<ManifestFile>& files);

} // namespace stemma::pipeline
