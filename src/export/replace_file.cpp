#include "export/replace_file.hpp"

#include "model/error.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>

namespace stemma::exporting {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& what, int error_number) {
  throw Error(fmt::format("{}: {}", what, std::strerror(error_number)), "", Place{path.string(), 0, 0});
}

// Removes what is there when the work was not finished.
class Draft {
public:
  explicit Draft(fs::path place) : path(std::move(place)) { remove(); }
  ~Draft() { remove(); }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  const fs::path path;

private:
  void remove() const {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

fs::path beside(const fs::path& target, std::string_view mark) {
  fs::path name = ".";
  name += target.filename();
  name += fmt::format(".{}-{}", mark, ::getpid());
  return target.parent_path() / name;
}

fs::path without_last_slash(const fs::path& path) { return path.has_filename() ? path : path.parent_path(); }

void sync(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(path, "cannot be opened", errno);
  const int failed = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (failed != 0 && failed != EINVAL) fail(path, "cannot be written to the disk", failed); // EINVAL: it has no disk
}

// The name is new or it is that of a device; messages speak of `shown`.
void write_content(const fs::path& path, const fs::path& shown, const WriteContent& write) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  if (!file) fail(shown, "cannot be created", errno);
  try {
    write(file);
    file.close();
  } catch (const Error& error) {
    throw Error(error.what(), error.hint(), Place{shown.string(), 0, 0});
  }
  if (!file) fail(shown, "cannot be written", errno);
}

void move_into_place(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) fail(to, "cannot be replaced", errno);
  sync(to.has_parent_path() ? to.parent_path() : fs::path("."));
}

void require_replaceable(const fs::path& folder, const std::vector<FileOfFolder>& files) {
  if (!fs::is_directory(folder))
    throw Error("is there and is no folder", "name a folder for the tables", Place{folder.string(), 0, 0});
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const auto is_ours = [&](const FileOfFolder& file) { return entry.path().filename() == file.name; };
    if (!entry.is_regular_file() || std::none_of(files.begin(), files.end(), is_ours))
      throw Error(fmt::format("holds '{}', which is not ours to replace", entry.path().filename().string()),
                  "name a new or empty folder", Place{folder.string(), 0, 0});
  }
}

} // namespace

void replace_file(const fs::path& named, const WriteContent& write) {
  std::error_code ignored;
  const fs::path target = fs::is_symlink(named, ignored) && fs::exists(named, ignored) ? fs::canonical(named) : named;
  const fs::file_status status = fs::status(target, ignored);
  if (fs::is_directory(status)) throw Error("is a folder", "name a file", Place{named.string(), 0, 0});
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    write_content(target, named, write);
    return;
  }
  const Draft draft(beside(target, "new"));
  write_content(draft.path, named, write);
  if (fs::exists(status)) fs::permissions(draft.path, status.permissions(), ignored);
  sync(draft.path);
  move_into_place(draft.path, target);
}

void replace_folder(const fs::path& named, const std::vector<FileOfFolder>& files) {
  const fs::path target = without_last_slash(named);
  const bool is_there = fs::exists(fs::symlink_status(target));
  if (is_there) require_replaceable(target, files);
  const Draft draft(beside(target, "new"));
  std::error_code failed;
  if (!fs::create_directory(draft.path, failed)) fail(named, "cannot be created", failed.value());
  for (const FileOfFolder& file : files) {
    write_content(draft.path / file.name, target / file.name, file.write);
    sync(draft.path / file.name);
  }
  if (!is_there) return move_into_place(draft.path, target);
  // One step where the file system knows how to exchange; the draft then is the old folder, which goes.
  if (::renameat2(AT_FDCWD, draft.path.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) return;
  const Draft old(beside(target, "old"));
  if (::rename(target.c_str(), old.path.c_str()) != 0) fail(target, "cannot be replaced", errno);
  if (::rename(draft.path.c_str(), target.c_str()) != 0) {
    const int error_number = errno;
    fs::rename(old.path, target);
    fail(target, "cannot be replaced", error_number);
  }
}

} // namespace stemma::exporting
