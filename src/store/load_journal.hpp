#pragma once
// What a load has put into a store so far, so that one that broke off goes on where it stood.

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

namespace stemma::store {

class LoadJournal {
public:
  // Reads what an earlier run noted, if there is anything; an empty path: nothing is noted or known. Throws Error for a
  // file that is no journal or cannot be read.
  explicit LoadJournal(std::filesystem::path file);

  bool has(const std::string& digest) const { return digests_.contains(digest); }
  void note(const std::string& digest); // throws Error when it cannot be written
  void remove();

private:
  std::filesystem::path file_;
  std::ofstream out_; // opened for the first note
  std::set<std::string> digests_;
};

} // namespace stemma::store
