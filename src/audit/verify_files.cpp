#include "audit/verify_files.hpp"

#include "model/digest.hpp"

#include <array>
#include <fstream>

namespace stemma::audit {

namespace {

// Piece by piece: a dataset may be larger than memory.
std::string hash_of(std::ifstream& file) {
  Sha256 digest;
  std::array<char, 1 << 16> buffer{};
  while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0)
    digest.add({buffer.data(), static_cast<std::size_t>(file.gcount())});
  return digest.hex();
}

} // namespace

void verify_files(const Result& result, Verification& found) {
  for (const pipeline::ManifestFile& expected : result.manifest().files) {
    std::ifstream file(result.folder() / expected.name, std::ios::binary);
    if (!file)
      found.failures.push_back({"file", expected.name, "is named in the manifest and cannot be opened"});
    else if (hash_of(file) != expected.sha256)
      found.failures.push_back(
          {"file", expected.name, "is not as the manifest has it: it was changed after the build"});
  }
}

} // namespace stemma::audit
