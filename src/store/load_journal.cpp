#include "store/load_journal.hpp"

#include "model/error.hpp"

#include <algorithm>

namespace stemma::store {

namespace {

constexpr std::string_view first_line = "stemma load 1"; // what the file is, and how it is written
constexpr std::size_t digest_length = 32;

bool is_digest(const std::string& line) {
  return line.size() == digest_length && line.find_first_not_of("0123456789abcdef") == std::string::npos;
}

} // namespace

LoadJournal::LoadJournal(std::filesystem::path file) : file_(std::move(file)) {
  std::error_code failed;
  if (file_.empty() || !std::filesystem::exists(file_, failed)) return;
  std::ifstream in(file_);
  std::string line;
  if (!std::getline(in, line) || line != first_line)
    throw Error("is no journal of 'stemma load'", "name a file that is not there yet", {file_.string()});
  while (std::getline(in, line))
    if (is_digest(line)) digests_.insert(line); // a last line that was cut off is a graph to be sent again
}

void LoadJournal::note(const std::string& digest) {
  if (file_.empty()) return;
  if (!out_.is_open()) {
    std::error_code failed;
    const bool is_new = !std::filesystem::exists(file_, failed);
    out_.open(file_, std::ios::app);
    if (is_new)
      out_ << first_line << '\n';
    else
      out_ << '\n'; // ends a line that was cut off
  }
  out_ << digest << '\n' << std::flush;
  if (!out_) throw Error("cannot be written", "is the disk full, or the folder not yours?", {file_.string()});
  digests_.insert(digest);
}

void LoadJournal::remove() {
  if (file_.empty()) return;
  out_.close();
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

} // namespace stemma::store
