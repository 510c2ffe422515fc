#include "cli/installed.hpp"

#include "model/error.hpp"

namespace stemma::cli {

namespace fs = std::filesystem;

std::optional<fs::path> find_installed(const std::string& name, const Environment& environment) {
  std::error_code ignored;
  const fs::path folder = environment.program.parent_path();
  if (fs::path shared = folder.parent_path() / "share" / "stemma" / name; fs::is_directory(shared, ignored))
    return shared;
  // build/<preset>/stemma: the source tree is two folders up. A folder is only taken for it with its CMakeLists.txt.
  for (fs::path up = folder; up.has_relative_path(); up = up.parent_path())
    if (fs::exists(up / "CMakeLists.txt", ignored) && fs::is_directory(up / name, ignored)) return up / name;
  return std::nullopt;
}

std::optional<fs::path> find_explorer(const Environment& environment) {
  if (const auto own = environment.variable("STEMMA_EXPLORER")) return *own;
  for (const char* const name : {"explorer", "build/explorer"})
    if (auto found = find_installed(name, environment)) return found;
  return std::nullopt;
}

fs::path require_pack(const std::string& option, const Environment& environment) {
  std::string asked = option;
  if (asked.empty()) asked = environment.variable("STEMMA_PACK").value_or("");
  if (!asked.empty()) {
    std::error_code ignored;
    if (!fs::exists(fs::path(asked) / "stemma.ttl", ignored))
      throw Error("no domain pack in '" + asked + "'", "a pack is a folder with a stemma.ttl in it");
    return asked;
  }
  if (const auto found = find_installed("ontology", environment)) return *found;
  throw Error("no domain pack found", "name its folder with --pack DIR or the variable STEMMA_PACK");
}

fs::path cache_folder(const Environment& environment) {
  if (const auto own = environment.variable("STEMMA_CACHE")) return *own;
  if (const auto cache = environment.variable("XDG_CACHE_HOME")) return fs::path(*cache) / "stemma";
  if (const auto home = environment.variable("HOME")) return fs::path(*home) / ".cache" / "stemma";
  return {};
}

} // namespace stemma::cli
