#include "pipeline/disk.hpp"

#include "model/error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace stemma::pipeline {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const std::string& what, const fs::path& path, int error) {
  std::string hint;
  if (error == ENOSPC || error == EDQUOT) hint = "the disk is full; nothing of what stood there before was changed";
  if (error == EACCES || error == EPERM || error == EROFS) hint = "choose a folder that you may write to";
  throw Error(what + ": " + std::generic_category().message(error), hint, {path.string(), 0, 0});
}

class RealFile : public DiskFile {
public:
  explicit RealFile(const fs::path& path)
      : path_(path), number_(open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
    if (number_ < 0) fail("cannot be created", path_, errno);
  }
  ~RealFile() override {
    if (number_ >= 0) close(number_);
  }
  void write(std::string_view bytes) override {
    while (!bytes.empty()) {
      const ssize_t done = ::write(number_, bytes.data(), bytes.size());
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) fail("cannot be written", path_, errno);
      bytes.remove_prefix(static_cast<std::size_t>(done));
    }
  }
  void finish() override {
    if (fsync(number_) != 0 && errno != EINVAL && errno != EROFS) fail("cannot be written", path_, errno);
    const int number = number_;
    number_ = -1;
    if (close(number) != 0 && errno != EINTR) fail("cannot be written", path_, errno); // NFS reports a full disk here
  }

private:
  fs::path path_;
  int number_;
};

class RealDisk : public Disk {
public:
  std::unique_ptr<DiskFile> create(const fs::path& file) override { return std::make_unique<RealFile>(file); }

  void make_folder(const fs::path& folder) override {
    if (mkdir(folder.c_str(), 0777) != 0) fail("cannot be created", folder, errno);
  }

  void sync_folder(const fs::path& folder) override {
    const int number = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (number < 0) fail("cannot be opened", folder, errno);
    const int failed = fsync(number) == 0 ? 0 : errno;
    close(number);
    if (failed != 0 && failed != EINVAL && failed != EROFS)
      fail("cannot be written", folder, failed); // some file systems cannot sync a folder
  }

  void move(const fs::path& from, const fs::path& to) override {
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return;
    if (errno == EINVAL || errno == ENOSYS) { // an old kernel or a file system without the flag
      std::error_code ignored;
      if (fs::exists(fs::symlink_status(to, ignored))) fail("is in the way", to, EEXIST);
      if (rename(from.c_str(), to.c_str()) == 0) return;
    }
    fail("cannot be put in place", to, errno);
  }

  bool exchange(const fs::path& a, const fs::path& b) override {
    if (renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return true;
    if (errno == EINVAL || errno == ENOSYS || errno == EXDEV || errno == EBUSY) return false;
    fail("cannot be put in place", b, errno);
  }

  void remove_file(const fs::path& file) override {
    if (unlink(file.c_str()) != 0 && errno != ENOENT) fail("cannot be removed", file, errno);
  }

  void remove_folder(const fs::path& folder) override {
    std::error_code failed;
    fs::remove_all(folder, failed);
    if (failed) fail("cannot be removed", folder, failed.value());
  }
};

} // namespace

std::unique_ptr<Disk> real_disk() { return std::make_unique<RealDisk>(); }

} // namespace stemma::pipeline
