#pragma once
// The files of a pack and the hash over them.

#include <filesystem>
#include <string>
#include <vector>

namespace stemma::pack {

struct SourceFiles {
  std::vector<std::filesystem::path> turtle; // every *.ttl below the folder, by path
  std::string hash; // 64 hex digits over the contents of *.ttl and *.rq; names and order of the files do not count
};

// Throws Error when the folder is none, holds no stemma.ttl, or a file cannot be read.
SourceFiles find_source_files(const std::filesystem::path& directory);

} // namespace stemma::pack
