#include "language/find_model.hpp"

#include "model/error.hpp"

#include <algorithm>

namespace stemma::language {

namespace {

namespace fs = std::filesystem;

bool is_model(const fs::path& directory) {
  std::error_code ignored;
  return fs::is_regular_file(directory / "config.cfg", ignored) && fs::is_directory(directory / "vocab", ignored);
}

std::vector<fs::path> folders_in(const fs::path& directory) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (at->is_directory(ignored)) folders.push_back(at->path());
  }
  const auto rank = [](const fs::path& path) {
    const std::string name = path.filename().string();
    return std::pair(name.find("_sm") == std::string::npos, name);
  };
  std::sort(folders.begin(), folders.end(), [&](const fs::path& a, const fs::path& b) { return rank(a) < rank(b); });
  return folders;
}

// The directory itself, or the one inside of a Python package ("en_core_web_sm/en_core_web_sm-3.8.0").
std::optional<fs::path> model_at(const fs::path& directory) {
  if (is_model(directory)) return directory;
  for (const fs::path& folder : folders_in(directory))
    if (is_model(folder)) return folder;
  return std::nullopt;
}

fs::path require_model_at(const fs::path& directory, const std::string& named_by) {
  if (auto found = model_at(directory)) return *found;
  throw Error("no language model is here",
              named_by + " should name the directory of a spaCy pipeline, with config.cfg in it",
              Place{directory.string(), 0, 0});
}

std::optional<fs::path> model_among(const fs::path& models) {
  for (const fs::path& folder : folders_in(models))
    if (auto found = model_at(folder)) return found;
  return std::nullopt;
}

std::optional<fs::path> model_beside(const fs::path& program) {
  if (program.empty()) return std::nullopt;
  const fs::path bin = program.parent_path();
  if (auto installed = model_among(bin.parent_path() / "share" / "stemma" / "models")) return installed;
  fs::path above = bin;
  for (int steps = 0; steps < 4; ++steps, above = above.parent_path())
    if (auto built = model_among(above / "models")) return built;
  return std::nullopt;
}

std::optional<fs::path> model_in_python(const fs::path& environment) {
  for (const fs::path& version : folders_in(environment / "lib"))
    for (const fs::path& package : folders_in(version / "site-packages"))
      if (package.filename().string().starts_with("en_core_web_"))
        if (auto found = model_at(package)) return found;
  return std::nullopt;
}

} // namespace

std::optional<std::filesystem::path> find_model(const ModelSearch& search) {
  if (!search.explicit_directory.empty()) return require_model_at(search.explicit_directory, "--model");
  const auto variable = [&](const std::string& name) {
    return search.variable ? search.variable(name) : std::optional<std::string>{};
  };
  if (const auto named = variable("STEMMA_MODEL"); named && !named->empty())
    return require_model_at(*named, "STEMMA_MODEL");
  if (auto found = model_beside(search.program)) return found;
  for (const char* name : {"VIRTUAL_ENV", "CONDA_PREFIX"})
    if (const auto environment = variable(name); environment && !environment->empty())
      if (auto found = model_in_python(*environment)) return found;
  return std::nullopt;
}

std::filesystem::path require_model(const ModelSearch& search) {
  if (auto found = find_model(search)) return *found;
  throw Error("no language model was found",
              "tools/get-model fetches one; --model or STEMMA_MODEL names another spaCy model's directory");
}

} // namespace stemma::language
