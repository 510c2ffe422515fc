#include "pipeline/journal.hpp"

#include "model/digest.hpp"
#include "model/record_json.hpp"
#include "pipeline/spool.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace stemma::pipeline {

namespace {

constexpr std::string_view heading = "stemma-journal 1 ";
constexpr std::size_t digits = 32;

[[noreturn]] void fail(const char* what, const std::filesystem::path& file, int error) {
  throw SpoolError(std::string("the journal ") + what + ": " + std::generic_category().message(error),
                   "what was read so far is kept: with room on the disk, the same command goes on from there",
                   {file.string(), 0, 0});
}

std::string hash_of(std::string_view record) { return ContentHash().add(record).id(); }

} // namespace

Journal::Journal(const std::filesystem::path& file, const std::string& run)
    : path_(file), file_(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666)) {
  if (file_ < 0) fail("cannot be opened", path_, errno);
  read(run);
  if (ftruncate(file_, static_cast<off_t>(size_)) != 0) fail("cannot be written", path_, errno);
  if (size_ == 0) begin(run);
}

Journal::~Journal() { close(file_); }

void Journal::read(const std::string& run) {
  std::ifstream lines(path_, std::ios::binary);
  std::string line;
  std::uint64_t at = 0;
  while (std::getline(lines, line) && !lines.eof()) { // a line without its end was being written when the run died
    const std::uint64_t start = at;
    at += line.size() + 1;
    if (start == 0) {
      of_another_run_ = line != std::string(heading) + run;
      if (of_another_run_) return;
    } else if (line.size() > digits && line[digits] == ' ' &&
               hash_of(std::string_view(line).substr(digits + 1)) == std::string_view(line).substr(0, digits)) {
      const std::string_view record = std::string_view(line).substr(digits + 1);
      found_.push_back({std::string(find_input(record)), start + digits + 1, record.size()});
    } else {
      ++damaged_;
    }
    size_ = at;
  }
}

void Journal::begin(const std::string& run) { write(std::string(heading) + run + "\n"); }

void Journal::append(std::string_view record) {
  std::string line = hash_of(record);
  line += ' ';
  line += record;
  line += '\n';
  const std::lock_guard hold(mutex_);
  write(line);
}

void Journal::write(std::string_view bytes) {
  std::uint64_t at = size_;
  while (!bytes.empty()) {
    const ssize_t done = pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) {
      const int error = errno;
      if (ftruncate(file_, static_cast<off_t>(size_)) != 0) { // the next run knows half a line for what it is
      }
      fail("cannot be written", path_, error);
    }
    at += static_cast<std::uint64_t>(done);
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  size_ = at;
}

} // namespace stemma::pipeline
