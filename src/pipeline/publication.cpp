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
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

// OUT as an absolute path without links, so that its parent is the folder that really holds it.
fs::path resolved(const fs::path& out) {
  if (out.empty()) throw Error("the output folder has no name");
  std::error_code failed;
  fs::path path = fs::weakly_canonical(fs::absolute(out), failed);
  if (failed) throw Error("cannot be looked at: " + failed.message(), {}, {out.string(), 0, 0});
  if (!path.has_filename()) path = path.parent_path();
  if (!path.has_filename()) throw Error("cannot be an output folder", "name a folder below it", {out.string(), 0, 0});
  return path;
}

} // namespace

struct Publication::State {
  Disk& disk;
  fs::path out, staging, aside;
  std::unique_ptr<Lock> lock;
  std::vector<std::string> kept;
  bool published = false;

  State(const fs::path& named, Disk& d) : disk(d), out(resolved(named)) {
    std::error_code failed;
    fs::create_directories(out.parent_path(), failed); // what fails here is said by the lock
    const std::string name = out.filename().string();
    staging = out.parent_path() / ("." + name + ".stemma-new");
    aside = out.parent_path() / ("." + name + ".stemma-old");
    lock = std::make_unique<Lock>(out.parent_path() / ("." + name + ".stemma-lock"), named);
  }

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

  void repair() {
    if (is_there(aside)) {
      if (is_there(out))
        retire(aside);
      else
        disk.move(aside, out);
    }
    if (is_there(staging)) retire(staging);
  }

  // What stands in a folder of ours and was not written by the program, sorted; nothing in a folder without a manifest.
  static std::vector<std::string> not_ours(const fs::path& folder) {
    const auto manifest = find_manifest(folder);
    if (!manifest) return {};
    std::set<std::string> ours{manifest_name};
    for (const ManifestFile& file : manifest->files) ours.insert(file.name);
    std::vector<std::string> names = names_in(folder);
    std::erase_if(names, [&](const std::string& name) { return ours.contains(name); });
    return names;
  }

  // Removes a folder of ours, but first gives OUT back what the program did not write.
  void retire(const fs::path& folder) {
    if (is_there(out))
      for (const std::string& name : not_ours(folder)) {
        disk.move(folder / name, free_place(name));
        kept.push_back(name);
      }
    disk.remove_folder(folder);
  }

  // Only after a crash can the name be taken: put_in_place would not have begun.
  fs::path free_place(const std::string& name) const {
    fs::path place = out / name;
    for (int i = 2; is_there(place); ++i) place = out / (name + ".kept-" + std::to_string(i));
    return place;
  }

  void require_room_for_theirs() const {
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
    disk.sync_folder(out.parent_path());
    if (is_there(staging)) retire(staging);
    if (is_there(aside)) retire(aside);
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

const fs::path& Publication::staging() const { return state_->staging; }

void Publication::publish(const std::string& manifest) {
  const auto file = state_->disk.create(state_->staging / manifest_name);
  file->write(manifest);
  file->finish();
  state_->disk.sync_folder(state_->staging);
  state_->require_room_for_theirs();
  state_->put_in_place();
}

} // namespace stemma::pipeline
