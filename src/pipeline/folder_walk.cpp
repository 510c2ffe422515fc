#include "pipeline/folder_walk.hpp"

#include "model/utf8.hpp"
#include "pipeline/manifest.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <utility>

namespace stemma::pipeline {

namespace fs = std::filesystem;

namespace {

class Walk {
public:
  Walk(input::InputFormat format, const TakeFile& take, std::vector<Diagnostic>& diagnostics)
      : format_(format), take_(take), diagnostics_(diagnostics) {}

  void from(const fs::path& top) {
    std::vector<std::pair<fs::path, std::string>> open{{top, ""}}; // a stack: folders may be nested deeper than ours
    while (!open.empty()) {
      const auto [folder, shown] = std::move(open.back());
      open.pop_back();
      if (entered(folder, shown)) continue;
      for (const std::string& name : names_in(folder, shown)) visit(folder / name, shown, open);
    }
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

  std::vector<std::string> names_in(const fs::path& folder, const std::string& shown) {
    std::vector<std::string> names; // a path would take several times as much
    std::error_code failed;
    if (find_manifest(folder)) return names; // a result of ours inside the input: its report is no news
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
      names.push_back(entry->path().filename().string());
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
    } else if (!input::is_wanted(name, format_)) {
      return;
    } else if (fs::is_regular_file(status)) {
      take_(path, file.string());
    } else {
      const std::string why = fs::exists(status)                                 ? "neither a file nor a folder"
                              : fs::is_symlink(fs::symlink_status(file, failed)) ? "a link that leads nowhere"
                                                                                 : "cannot be looked at";
      diagnostics_.push_back({Severity::error, "input.unreadable", why, {path, 0, 0}});
    }
  }

  input::InputFormat format_;
  const TakeFile& take_;
  std::vector<Diagnostic>& diagnostics_;
  std::set<std::pair<dev_t, ino_t>> entered_;
};

} // namespace

void find_files(const fs::path& folder, input::InputFormat format, const TakeFile& take,
                std::vector<Diagnostic>& diagnostics) {
  Walk(format, take, diagnostics).from(folder);
}

} // namespace stemma::pipeline
