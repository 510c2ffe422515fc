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
  const auto rank = [](const fs::path& path) { // the kinds that can be run come before all others
    const std::string name = path.filename().string();
    const int kind = name.find("_sm") != std::string::npos ? 0 : name.find("_md") != std::string::npos ? 1 : 2;
    return std::pair(kind, name);
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
  std::error_code failed; // may it only not be looked at?
  if (const auto there = fs::status(directory / "config.cfg", failed); there.type() == fs::file_type::none && failed)
    throw Error("cannot be looked at: " + failed.message(), "may you read this model?",
                Place{directory.string(), 0, 0});
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

// "en_core_web_sm", as spaCy names its pipelines; some are published under names that only speak of it.
bool may_hold_model(const fs::path& package) {
  const std::string name = package.filename().string();
  return name.starts_with("en_") || name.find("spacy_en") != std::string::npos;
}

// Among the packages of a folder on Python's path.
std::optional<fs::path> model_in_packages(const fs::path& packages) {
  for (const fs::path& package : folders_in(packages))
    if (may_hold_model(package))
      if (auto found = model_at(package)) return found;
  return std::nullopt;
}

// PREFIX/lib/python3.11/site-packages; Debian's own Python has PREFIX/lib/python3/dist-packages.
std::optional<fs::path> model_in_python(const fs::path& prefix) {
  for (const fs::path& version : folders_in(prefix / "lib")) {
    if (!version.filename().string().starts_with("python")) continue;
    for (const char* packages : {"site-packages", "dist-packages"})
      if (auto found = model_in_packages(version / packages)) return found;
  }
  return std::nullopt;
}

// The folders of a list like that of PATH.
std::vector<fs::path> folders_named(const std::optional<std::string>& list) {
  std::vector<fs::path> folders;
  std::string_view rest = list ? std::string_view(*list) : std::string_view();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    if (end > 0) folders.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return folders;
}

// Where Pythons have their packages, in the order in which a shell and a Python would come upon them.
std::vector<fs::path> python_prefixes(const ModelSearch& search) {
  const auto variable = [&](const std::string& name) {
    return search.variable ? search.variable(name) : std::optional<std::string>{};
  };
  std::vector<fs::path> prefixes;
  const auto add = [&](const std::optional<std::string>& prefix, const char* below = "") {
    if (prefix && !prefix->empty()) prefixes.push_back(*below ? fs::path(*prefix) / below : fs::path(*prefix));
  };
  add(variable("VIRTUAL_ENV"));
  add(variable("CONDA_PREFIX"));
  add(variable("PYTHONUSERBASE"));
  add(variable("HOME"), ".local");
  for (const fs::path& bin : folders_named(variable("PATH"))) {
    std::error_code ignored;
    if (!fs::exists(bin / "python3", ignored)) continue;
    prefixes.push_back(bin.parent_path());
    const fs::path real = fs::canonical(bin / "python3", ignored); // a link into the environment it belongs to
    if (!ignored) prefixes.push_back(real.parent_path().parent_path());
  }
  prefixes.insert(prefixes.end(), search.system_prefixes.begin(), search.system_prefixes.end());
  return prefixes;
}

std::optional<fs::path> model_of_python(const ModelSearch& search) {
  if (search.variable)
    for (const fs::path& packages : folders_named(search.variable("PYTHONPATH")))
      if (auto found = model_in_packages(packages)) return found;
  for (const fs::path& prefix : python_prefixes(search))
    if (auto found = model_in_python(prefix)) return found;
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
  return model_of_python(search);
}

std::filesystem::path require_model(const ModelSearch& search) {
  if (auto found = find_model(search)) return *found;
  throw Error("no language model was found",
              "tools/get-model fetches one; --model or STEMMA_MODEL names another spaCy model's directory");
}

} // namespace stemma::language
