#pragma once
// The records of a run that is not at its end, beside OUT, so that the next run goes on where a killed one stood. A
// line that says what the run is made with; then each record on a line of its own, behind a hash of its text: what a
// crash left half-written is known as such.

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::pipeline {

// A record's line in a file, without its end.
struct RecordPlace {
  std::string input; // the record's
  std::uint64_t offset = 0;
  std::uint64_t length = 0; // bytes
};

class Journal {
public:
  // Goes on with the journal that is there, where it is one of the same `run` (a hash), else begins one. Throws
  // SpoolError when the disk refuses.
  Journal(const std::filesystem::path& file, const std::string& run);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  // What an earlier run left; whole lines only.
  const std::vector<RecordPlace>& found() const { return found_; }
  bool of_another_run() const { return of_another_run_; } // there was one, and it is of no use
  std::uint64_t damaged() const { return damaged_; }      // lines, beside a last one that is not at its end
  int file() const { return file_; }

  // Thread-safe. Throws SpoolError, and the journal is as it was before.
  void append(std::string_view record);

private:
  void read(const std::string& run);
  void begin(const std::string& run);
  void write(std::string_view bytes);

  std::filesystem::path path_;
  int file_ = -1;
  std::vector<RecordPlace> found_;
  bool of_another_run_ = false;
  std::uint64_t damaged_ = 0;
  std::mutex mutex_;
  std::uint64_t size_ = 0; // of the whole lines
};

} // namespace stemma::pipeline
