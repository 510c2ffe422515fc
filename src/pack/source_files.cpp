#include "pack/source_files.hpp"

#include "model/digest.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <fstream>

namespace stemma::pack {
namespace {

std::string digest_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes;
  if (in) {
    std::error_code none;
    const auto size = std::filesystem::file_size(file, none);
    if (!none) bytes.resize(size);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  if (!in) throw Error("cannot read this file of the domain pack", "check its permissions", {file.string()});
  return sha256_hex(bytes);
}

} // namespace

SourceFiles find_source_files(const std::filesystem::path& directory) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(directory / "stemma.ttl", failed))
    throw Error("no domain pack here: there is no stemma.ttl", "name the folder that holds stemma.ttl and lexicon/",
                {directory.string()});
  SourceFiles files;
  std::vector<std::string> digests;
  for (const auto& found : std::filesystem::recursive_directory_iterator(directory, failed)) {
    if (!found.is_regular_file(failed)) continue;
    const auto ending = found.path().extension();
    if (ending != ".ttl" && ending != ".rq") continue;
    digests.push_back(digest_of(found.path()));
    if (ending == ".ttl") files.turtle.push_back(found.path());
  }
  if (failed) throw Error("cannot read this folder: " + failed.message(), {}, {directory.string()});
  std::sort(files.turtle.begin(), files.turtle.end());
  std::sort(digests.begin(), digests.end());
  Sha256 all;
  for (const std::string& digest : digests) all.add(digest);
  files.hash = all.hex();
  return files;
}

} // namespace stemma::pack
