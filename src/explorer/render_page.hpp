#pragma once
// The explorer: one HTML file with everything in it, opened from disk.

#include "audit/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace stemma::explorer {

struct PageRequest {
  std::filesystem::path bundle; // the folder that tools/explorer filled
  std::filesystem::path pack, installed_pack;
  std::vector<std::string> sources; // folders with the documents; empty: only quotes of pages stand in their text
  std::optional<std::filesystem::path> queries; // with the SPARQL console, and these questions in it
};

// The page. The same result and bundle give the same bytes. Throws Error for a bundle that is not there or a result
// that cannot be read.
std::string render_page(const audit::Result& result, const PageRequest& request);

} // namespace stemma::explorer
