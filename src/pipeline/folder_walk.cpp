#include "pipeline/folder_walk.hpp"

#include "model/utf8.hpp"
#include "pipeline/manifest.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

namespace stemma::pipeline {

namespace fs = std::filesystem;

namespace {

class Walk {
public:
  Walk(const std::vector<std::string>& endings, std::vector<Diagnostic>& diagnostics)
      : endings_(endings), diagnostics_(diagnostics) {}

  std::vector<FoundFile> from(const fs::path& top) {
    std::vector<std::pair<fs::path, std::string>> open{{top, ""}}; // a stack: folders may be nested deeper than ours
    while (!open.empty()) {
      const auto [folder, shown] = std::move(open.back());
      open.pop_back();
      if (entered(folder, shown)) continue;
      for (const fs::path& name : names_in(folder, shown)) visit(folder / name, shown, open);
    }
    std::sort(found_.begin(), found_.end(), [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; });
    return std::move(found_);
  }

private:
  bool entered(const fs::path& folder, const std::string& shown) {
    struct stat status{};
    if (stat(folder.c_str(), &status) != 0) return false; // names_in says why
    if (entered_.emplace(status.st_dev, status.st_ino).second) return false;
    diagnostics_.push_back(
        {Severity::note, "input.folder-again", "this folder was read under another name", {shown, 0, 0}});
    return true;
  }

  std::vector<fs::path> names_in(const fs::path& folder, const std::string& shown) {
    std::vector<fs::path> names;
    std::error_code failed;
    if (find_manifest(folder)) return names; // a result of ours inside the input: its report is no news
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
      names.push_back(entry->path().filename());
    if (failed)
      diagnostics_.push_back({Severity::error,
                              "input.unreadable-folder",
                              failed.message(),
                              {shown.empty() ? folder.string() : shown, 0, 0}});
    std::sort(names.begin(), names.end(), std::greater<>()); // which name of a folder counts must not hang on the disk
    return names;
  }

  void visit(const fs::path& file, const std::string& above, std::vector<std::pair<fs::path, std::string>>& open) {
    const std::string name = escape_invalid_utf8(file.filename().string());
    if (name.empty() || name[0] == '.') return;
    const std::string path = above.empty() ? name : above + "/" + name;
    std::error_code failed;
    const fs::file_status status = fs::status(file, failed);
    if (fs::is_directory(status)) {
      open.emplace_back(file, path);
    } else if (!wanted(name)) {
      return;
    } else if (fs::is_regular_file(status)) {
      found_.push_back({path, file});
    } else {
      const std::string why = fs::exists(status)                                 ? "neither a file nor a folder"
                              : fs::is_symlink(fs::symlink_status(file, failed)) ? "a link that leads nowhere"
                                                                                 : "cannot be looked at";
      diagnostics_.push_back({Severity::error, "input.unreadable", why, {path, 0, 0}});
    }
  }

  bool wanted(std::string name) const {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 128 ? std::tolower(c) : c); });
    return std::any_of(endings_.begin(), endings_.end(),
                       [&](const std::string& ending) { return name.ends_with(ending); });
  }

  const std::vector<std::string>& endings_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<FoundFile> found_;
  std::set<std::pair<dev_t, ino_t>> entered_;
};

} // namespace

std::vector<FoundFile> find_files(const fs::path& folder, const std::vector<std::string>& endings,
                                  std::vector<Diagnostic>& diagnostics) {
  return Walk(endings, diagnostics).from(folder);
}

} // namespace stemma::pipeline
