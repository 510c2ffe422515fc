#pragma once
// What the program asks of the disk when it publishes a result. One narrow interface, so that a test can let every
// single step be the last one before a crash, and fill the disk at will.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::pipeline {

// A file that is being written. Every member throws Error with the file's name when the disk refuses.
class DiskFile {
public:
  virtual ~DiskFile() = default; // closes; what was not flushed to the disk may be lost
  virtual void write(std::string_view bytes) = 0;
  virtual void finish() = 0; // all bytes are on the disk (fsync) and the file is closed
};

class Disk {
public:
  virtual ~Disk() = default;
  virtual std::unique_ptr<DiskFile> create(const std::filesystem::path& file) = 0; // empties what was there
  virtual void make_folder(const std::filesystem::path& folder) = 0;               // its parent exists; it does not
  virtual void sync_folder(const std::filesystem::path& folder) = 0;               // the names in it are on the disk
  virtual void move(const std::filesystem::path& from, const std::filesystem::path& to) = 0; // refuses to replace
  // Exchanges two folders in one step. False: this file system cannot do that, and nothing was done.
  virtual bool exchange(const std::filesystem::path& a, const std::filesystem::path& b) = 0;
  virtual void remove_file(const std::filesystem::path& file) = 0;     // no error when it is absent
  virtual void remove_folder(const std::filesystem::path& folder) = 0; // with all it holds; no error when it is absent
};

// The disk of this machine.
std::unique_ptr<Disk> real_disk();

} // namespace stemma::pipeline
