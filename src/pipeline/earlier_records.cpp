#include "pipeline/earlier_records.hpp"

#include "model/digest.hpp"
#include "model/record_json.hpp"
#include "pipeline/manifest.hpp"
#include "pipeline/program_build.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>

namespace stemma::pipeline {

namespace {

constexpr const char* records_name = "records.ndjson";

std::string line_at(int file, const RecordPlace& place) {
  std::string line(place.length, '\0');
  std::size_t filled = 0;
  while (filled < line.size()) {
    const ssize_t got =
        pread(file, line.data() + filled, line.size() - filled, static_cast<off_t>(place.offset + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) throw Error("cannot be read");
    filled += static_cast<std::size_t>(got);
  }
  return line;
}

// In words; empty: everything is the same.
std::string what_differs(const Manifest& manifest, const Made& made, const std::string& base) {
  if (manifest.base != base) return "its base is " + manifest.base;
  if (manifest.program != made.program) return "it was made by " + manifest.program;
  if (manifest.build.empty()) return "it is not known with which build of the program its records were made";
  if (manifest.build != program_build()) return "it was made by another build of " + manifest.program;
  if (manifest.pack != made.pack) return "it was made with another domain pack";
  if (manifest.model != made.model || manifest.model_hash != made.model_hash)
    return manifest.model.empty() ? "it was made without a language model"
                                  : "it was made with another language model, " + manifest.model;
  if (manifest.icu != made.icu) return "it was made with ICU " + manifest.icu;
  return {};
}

} // namespace

EarlierRecords::~EarlierRecords() {
  if (file_ >= 0) close(file_);
}

void EarlierRecords::note(std::string message, const std::filesystem::path& file) {
  notes_.push_back({Severity::warning, "reuse.refused", std::move(message), {file.string(), 0, 0}});
}

bool EarlierRecords::is_usable(const std::filesystem::path& folder) {
  const auto manifest = find_manifest(folder);
  if (!manifest) return false; // there is no earlier result
  if (const std::string why = what_differs(*manifest, made_, base_); !why.empty()) {
    note("all documents are read anew: " + why, folder);
    return false;
  }
  const auto entry = std::find_if(manifest->files.begin(), manifest->files.end(),
                                  [](const ManifestFile& file) { return file.name == records_name; });
  const auto path = folder / records_name;
  std::ifstream file(path, std::ios::binary);
  Sha256 digest;
  std::string piece(std::size_t{1} << 18, '\0');
  while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0)
    digest.add(std::string_view(piece).substr(0, static_cast<std::size_t>(file.gcount())));
  if (entry != manifest->files.end() && file.is_open() && digest.hex() == entry->sha256) return true;
  note("all documents are read anew: the records are damaged, or not those that the manifest tells of", path);
  return false;
}

void EarlierRecords::add_result(const std::filesystem::path& folder) {
  if (!is_usable(folder)) return;
  const auto path = folder / records_name;
  file_ = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  std::ifstream lines(path, std::ios::binary);
  std::uint64_t at = 0;
  for (std::string line; std::getline(lines, line); at += line.size() + 1) {
    const std::string_view input = find_input(line);
    if (input.empty()) continue;
    Found& found = found_[std::string(input)];
    found.file = file_;
    found.place = {std::string(input), at, line.size()};
    found.of_result = true;
  }
}

void EarlierRecords::add_journal(const Journal& journal) {
  if (journal.of_another_run())
    notes_.push_back(
        {Severity::warning, "reuse.refused", "what an interrupted run left was made with something else", {}});
  if (journal.damaged())
    notes_.push_back({Severity::warning,
                      "reuse.damaged",
                      "records that an interrupted run left are damaged: " + std::to_string(journal.damaged()),
                      {}});
  for (const RecordPlace& place : journal.found()) {
    const auto [at, fresh] = found_.try_emplace(place.input);
    if (!fresh) continue;
    at->second.file = journal.file();
    at->second.place = place;
  }
}

std::optional<Record> EarlierRecords::find(const std::string& input) const {
  const auto found = found_.find(input);
  if (found == found_.end()) return std::nullopt;
  try {
    Record record = parse_record(line_at(found->second.file, found->second.place));
    if (record.made == made_ && record.input == input && record.document.id.starts_with(base_)) {
      found->second.taken = true;
      return record;
    }
  } catch (const Error&) { // counted, and the document is read
  }
  ++unreadable_;
  return std::nullopt;
}

std::uint64_t EarlierRecords::not_taken() const {
  return static_cast<std::uint64_t>(std::count_if(
      found_.begin(), found_.end(), [](const auto& entry) { return entry.second.of_result && !entry.second.taken; }));
}

std::vector<Diagnostic> EarlierRecords::notes() const {
  std::vector<Diagnostic> all = notes_;
  if (const std::uint64_t count = unreadable_)
    all.push_back({Severity::warning,
                   "reuse.refused",
                   "earlier records that were made with something else or cannot be read: " + std::to_string(count),
                   {}});
  return all;
}

} // namespace stemma::pipeline
