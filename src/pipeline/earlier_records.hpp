#pragma once
// Records that were made before, found by what they were made from. Extraction is a function of that and of what it is
// made with, so a record that has both the same is the one that would be made now.

#include "model/diagnostic.hpp"
#include "model/record.hpp"
#include "pipeline/journal.hpp"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace stemma::pipeline {

class EarlierRecords {
public:
  // `made`, `base`: what this run is made with.
  EarlierRecords(Made made, std::string base) : made_(std::move(made)), base_(std::move(base)) {}
  ~EarlierRecords();
  EarlierRecords(const EarlierRecords&) = delete;
  EarlierRecords& operator=(const EarlierRecords&) = delete;

  // The records of a result, unless they were made with something else or are damaged, which is a note then.
  void add_result(const std::filesystem::path& folder);
  void add_journal(const Journal& journal); // outlives this

  // Thread-safe. Absent: there is none that can be read. The record's path is that of the earlier run.
  std::optional<Record> find(const std::string& input) const;

  std::uint64_t not_taken() const; // records of the result that `find` did not give
  std::vector<Diagnostic> notes() const;

private:
  struct Found {
    int file = -1;
    RecordPlace place;
    bool of_result = false;
    mutable std::atomic<bool> taken = false;
  };

  bool is_usable(const std::filesystem::path& folder);
  void note(std::string message, const std::filesystem::path& file);

  Made made_;
  std::string base_;
  int file_ = -1;
  std::unordered_map<std::string, Found> found_; // by input
  std::vector<Diagnostic> notes_;
  mutable std::atomic<std::uint64_t> unreadable_ = 0;
};

} // namespace stemma::pipeline
