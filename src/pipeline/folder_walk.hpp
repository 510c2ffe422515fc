#pragma once

#include "model/diagnostic.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace stemma::pipeline {

struct FoundFile {
  std::string path;           // relative to the folder, '/' between the parts, valid UTF-8
  std::filesystem::path file; // to open it by
};

// The files below `folder` with one of the endings (".txt"), sorted by path. Hidden names are passed over; links are
// followed, but no folder is entered twice, so that a loop of links ends; a folder that a build wrote (it has our
// manifest) is passed over. What cannot be looked at is a diagnostic.
std::vector<FoundFile> find_files(const std::filesystem::path& folder, const std::vector<std::string>& endings,
                                  std::vector<Diagnostic>& diagnostics);

} // namespace stemma::pipeline
