#include "pipeline/publication.hpp"

#include "model/error.hpp"
#include "pipeline/manifest.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <system_error>

namespace stemma::pipeline {

namespace fs = std::filesystem;

namespace {

// Held until the object goes; the file goes with it. A run that dies lets go by itself.
class Lock {
public:
  Lock(const fs::path& file, const fs::path& out) : file_(file) {
    for (;;) {
      number_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
      if (number_ < 0) {
        const int error = errno;
        throw Error("cannot be written beside: " + std::generic_category().message(error),
                    "the result is built beside OUT first; its parent folder must exist and be writable",
                    {out.string(), 0, 0});
      }
      if (flock(number_, LOCK_EX | LOCK_NB) != 0) {
        close(number_);
        throw Error("another run is building this folder", "wait for it, or choose another folder",
                    {out.string(), 0, 0});
      }
      if (still_named()) return; // else its last holder removed the name between our open and our lock
      close(number_);
    }
  }
  ~Lock() {
    unlink(file_.c_str());
    close(number_);
  }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

private:
  bool still_named() const {
    struct stat named{}, held{};
    return stat(file_.c_str(), &named) == 0 && fstat(number_, &held) == 0 && named.st_ino == held.st_ino &&
           named.st_dev == held.st_dev;
  }
  fs::path file_;
  int number_ = -1;
};

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
    names.push_back(at->path().filename().string());
  if (failed)
    throw Error("cannot be looked into: " + failed.message(), "choose a folder that you may read and write",
                {folder.string(), 0, 0});
  std::sort(names.begin(), names.end());
  return names;
}

fs::file_type type_of(const fs::path& path) {
  std::error_code ignored;
  return fs::symlink_status(path, ignored).type();
}

bool is_there(const fs::path& path) {
  const fs::file_type type = type_of(path);
  return type != fs::file_type::not_found && type != fs::file_type::none;
}

// OUT as an absolute path without links, so that its parent is the folder that really holds it.
fs::path resolved(const fs::path& out) {
  if (out.empty()) throw Error("the output folder has no name");
  std::error_code failed;
  fs::path path = fs::absolute(out, failed);
  if (failed)
    throw Error("the current folder cannot be found: " + failed.message(), "go to one that exists",
                {out.string(), 0, 0});
  path = fs::weakly_canonical(path, failed);
  if (failed) throw Error("cannot be looked at: " + failed.message(), {}, {out.string(), 0, 0});
  if (!path.has_filename()) path = path.parent_path();
  if (!path.has_filename()) throw Error("cannot be an output folder", "name a folder below it", {out.string(), 0, 0});
  return path;
}

// A folder on which a file system is mounted can neither be exchanged nor moved.
bool is_mount_point(const fs::path& folder) {
  struct statx found{};
  if (statx(AT_FDCWD, folder.c_str(), 0, STATX_INO, &found) != 0) return false;
  if (found.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT) return found.stx_attributes & STATX_ATTR_MOUNT_ROOT;
  struct statx parent{}; // a kernel before 5.8
  if (statx(AT_FDCWD, folder.parent_path().c_str(), 0, STATX_INO, &parent) != 0) return false;
  return found.stx_dev_major != parent.stx_dev_major || found.stx_dev_minor != parent.stx_dev_minor;
}

// "-2" of ".OUT.stemma-new-2".
bool is_count(std::string_view ending) {
  return ending.empty() || (ending.size() > 1 && ending.size() < 10 && ending[0] == '-' &&
                            ending.find_first_not_of("0123456789", 1) == std::string_view::npos);
}

} // namespace

struct Publication::State {
  Disk& disk;
  fs::path out, staging, aside;
  std::unique_ptr<Lock> lock;
  std::vector<std::string> kept;
  std::vector<Diagnostic> left;
  std::vector<fs::path> waiting; // old folders that hold files of the user, while there is no OUT to give them back to
  bool published = false;

  State(const fs::path& named, Disk& d) : disk(d), out(resolved(named)) {
    if (is_mount_point(out))
      throw Error("is a mount point, which cannot be exchanged for a new result",
                  "choose a folder inside it: " + (named / "result").string(), {named.string(), 0, 0});
    std::error_code failed;
    fs::create_directories(out.parent_path(), failed); // what fails here is said by the lock
    lock = std::make_unique<Lock>(out.parent_path() / hidden("lock"), named);
  }

  std::string hidden(const char* what) const { return "." + out.filename().string() + ".stemma-" + what; }

  void require_ours(const fs::path& named) const {
    if (!is_there(out)) return;
    if (!fs::is_directory(out))
      throw Error("is in the way: not a folder", "choose another output folder", {named.string(), 0, 0});
    if (names_in(out).empty() || find_manifest(out)) return;
    throw Error("this folder holds something else and is left alone",
                std::string("the output folder must be absent, empty, or an earlier result (with its ") +
                    manifest_name + ")",
                {named.string(), 0, 0});
  }

  // What earlier runs left: ".OUT.stemma-WHAT" and, of those where that could not be removed, ".OUT.stemma-WHAT-2" …
  std::vector<fs::path> left_behind(const char* what) const {
    std::vector<fs::path> found;
    const std::string first = hidden(what);
    for (const std::string& name : names_in(out.parent_path()))
      if (name.starts_with(first) && is_count(std::string_view(name).substr(first.size())))
        found.push_back(out.parent_path() / name);
    return found;
  }

  fs::path free_name(const char* what) const {
    fs::path name = out.parent_path() / hidden(what);
    for (int i = 2; is_there(name); ++i) name = out.parent_path() / (hidden(what) + "-" + std::to_string(i));
    return name;
  }

  void repair() {
    for (const fs::path& folder : left_behind("old")) {
      if (is_there(out))
        retire_or_tell(folder);
      else
        disk.move(folder, out);
    }
    for (const fs::path& folder : left_behind("new")) {
      if (!is_there(out) && find_manifest(folder) && !not_ours(folder).empty())
        waiting.push_back(folder);
      else
        retire_or_tell(folder);
    }
    staging = free_name("new");
    aside = free_name("old");
  }

  // What stands in a folder that was or is OUT and was not written by the program, sorted; of a folder that holds files
  // of ours the others in it. What has the name of a file of ours and is none is not ours either.
  static std::vector<std::string> not_ours(const fs::path& folder) {
    std::set<std::string> ours;
    if (const auto manifest = find_manifest(folder)) {
      ours.insert(manifest_name);
      for (const ManifestFile& file : manifest->files) ours.insert(file.name);
    }
    std::vector<std::string> theirs;
    const auto look_at = [&](const std::string& name) {
      if (!ours.contains(name) || type_of(folder / name) != fs::file_type::regular) theirs.push_back(name);
    };
    for (const std::string& name : names_in(folder)) {
      const auto below = ours.lower_bound(name + "/");
      const bool holds_ours = below != ours.end() && below->starts_with(name + "/");
      if (!holds_ours || type_of(folder / name) != fs::file_type::directory)
        look_at(name);
      else
        for (const std::string& inner : names_in(folder / name)) look_at(name + "/" + inner);
    }
    return theirs;
  }

  // Removes a folder that was OUT, but first gives OUT back what the program did not write. Without a manifest it was
  // emptied before, or is none of which we know what was ours (`unknown_is_theirs`).
  void retire(const fs::path& folder, bool unknown_is_theirs) {
    if (unknown_is_theirs || find_manifest(folder))
      for (const std::string& name : not_ours(folder)) {
        const fs::path place = free_place(name);
        if (!is_there(place.parent_path())) disk.make_folder(place.parent_path());
        disk.move(folder / name, place);
        kept.push_back(place.lexically_relative(out).string());
      }
    disk.remove_folder(folder);
  }

  // A folder of another user can be exchanged for ours where its parent is ours, and yet not be emptied.
  void retire_or_tell(const fs::path& folder, bool unknown_is_theirs = false) {
    try {
      retire(folder, unknown_is_theirs);
    } catch (const Error& error) {
      Diagnostic& told = left.emplace_back();
      told.code = "output.left-over";
      told.message = "an earlier result, or what is left of one, lies here and could not be removed: ";
      told.message += error.what();
      told.message += ": " + error.place().file;
      told.place.file = folder.string();
      told.hint = "see whether files of yours are in it, and remove it; the new result is whole without";
    }
  }

  // Only after a crash can the name be taken: put_in_place would not have begun.
  fs::path free_place(const std::string& name) const {
    fs::path place = out / name;
    for (int i = 2; is_there(place); ++i) place = out / (name + ".kept-" + std::to_string(i));
    return place;
  }

  void require_room_for_theirs() const {
    if (!is_there(out)) return;
    for (const std::string& name : not_ours(out))
      if (is_there(staging / name))
        throw Error("is in the way: the result has a file of this name, and this one is not of an earlier result",
                    "move it to another place, or choose another output folder; nothing was changed",
                    {(out / name).string(), 0, 0});
  }

  void put_in_place() {
    if (!is_there(out)) {
      disk.move(staging, out);
    } else if (!disk.exchange(staging, out)) {
      disk.move(out, aside);
      disk.move(staging, out);
    }
    published = true;
    disk.remove_file(out.parent_path() / hidden("journal"));
    disk.sync_folder(out.parent_path());
    for (const fs::path& old : {staging, aside})
      if (is_there(old)) retire_or_tell(old, true);
    for (const fs::path& old : waiting) retire_or_tell(old);
  }
};

Publication::Publication(const fs::path& out, Disk& disk) : state_(std::make_unique<State>(out, disk)) {
  state_->require_ours(out);
  state_->repair();
  disk.make_folder(state_->staging);
}

Publication::~Publication() {
  if (state_->published) return;
  try {
    state_->disk.remove_folder(state_->staging);
  } catch (...) { // the next run will; this one is already failing with a better message
  }
}

const std::vector<std::string>& Publication::kept() const { return state_->kept; }

const std::vector<Diagnostic>& Publication::left() const { return state_->left; }

const fs::path& Publication::staging() const { return state_->staging; }

const fs::path& Publication::out() const { return state_->out; }

fs::path Publication::journal() const { return state_->out.parent_path() / state_->hidden("journal"); }

void Publication::publish(const std::string& manifest) {
  const auto file = state_->disk.create(state_->staging / manifest_name);
  file->write(manifest);
  file->finish();
  state_->disk.sync_folder(state_->staging);
  state_->require_room_for_theirs();
  state_->put_in_place();
}

} // namespace stemma::pipeline
