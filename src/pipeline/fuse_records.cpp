#include "pipeline/fuse_records.hpp"

#include "model/digest.hpp"
#include "model/record_json.hpp"
#include "pipeline/in_order.hpp"
#include "pipeline/require_sound.hpp"
#include "pipeline/result_folder.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace stemma::pipeline {

namespace {

constexpr std::string_view below_base = "document/";

// What stands before the last "document/" of a document's IRI.
std::string base_of(const Iri& document) {
  const std::size_t at = document.rfind(below_base);
  return at == std::string::npos ? std::string() : document.substr(0, at);
}

struct Line {
  std::string text;
  Place place;
};

// The lines of several files, one after another; empty ones are passed over.
class Lines {
public:
  explicit Lines(const std::vector<std::string>& paths) : paths_(paths) {}

  std::optional<Line> next() {
    Line line;
    while (open()) {
      while (std::getline(file_, line.text)) {
        ++number_;
        if (line.text.find_first_not_of(" \t\r") == std::string::npos) continue;
        line.place = {paths_[at_], number_, 0};
        return line;
      }
      if (file_.bad()) throw Error("cannot be read to its end", "", {paths_[at_], number_, 0});
      file_.close();
      ++at_;
    }
    return std::nullopt;
  }

private:
  bool open() {
    if (at_ >= paths_.size()) return false;
    if (file_.is_open()) return true;
    file_.clear();
    number_ = 0;
    require_file(paths_[at_]);
    file_.open(paths_[at_], std::ios::binary);
    if (!file_ || file_.peek() == std::char_traits<char>::eof()) {
      if (!file_.is_open() || !file_.eof())
        throw Error("cannot be read", "give files of records, as 'stemma extract' prints them", {paths_[at_], 0, 0});
      file_.clear();
    }
    return true;
  }

  // Records are read twice, which a pipe does not stand; a device may never end.
  static void require_file(const std::string& path) {
    std::error_code failed;
    const auto status = std::filesystem::status(path, failed);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
      throw Error("is no regular file", "records are read twice: write them to a file, and name that", {path, 0, 0});
  }

  const std::vector<std::string>& paths_;
  std::ifstream file_;
  std::size_t at_ = 0;
  std::uint64_t number_ = 0;
};

struct Parsed {
  std::optional<Record> record;
  std::string digest; // of what the record says, wherever its document lies
  Place place;
  RecordPieces pieces;
  std::vector<Diagnostic> diagnostics;
};

// `json`: the record's line. Between these two members stands what was read; a quote inside of a string has a backslash
// before it, so that neither is found in one.
std::string digest_of(const Document& document, std::string_view json) {
  const std::size_t first = json.find(",\"entities\":["), last = json.rfind(",\"notes\":[");
  ContentHash hash;
  for (const std::string& field :
       {document.id, document.field, document.sha256, document.text_sha256, document.url, document.retrieved,
        document.published, document.publisher, document.wire, document.dateline, document.language, document.title})
    hash.add(field);
  for (const std::string& author : document.authors) hash.add(author);
  return hash.add(json.substr(first, last - first)).id();
}

std::string joined(const std::set<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "\"" : ", \"") + word + "\"";
  return list;
}

// Of differing records of one document one counts, whatever their order: one made with this pack rather than another,
// of those the one whose digest is the smallest.
struct Version {
  bool other_pack = false;
  std::string digest;
  Place place; // where it was read first
  bool counts_before(const Version& other) const {
    return std::tie(other_pack, digest) < std::tie(other.other_pack, other.digest);
  }
};
using Versions = std::unordered_map<Iri, Version>; // by document

class Fusing {
public:
  // `versions`: which records count, of the documents that a run before this one found to have several.
  Fusing(const std::vector<std::string>& inputs, const BuildOptions& options, const Resources& resources, Disk& disk,
         const RunHooks& hooks, Versions versions)
      : lines_(inputs), versions_(std::move(versions)), jobs_(options.jobs), resources_(resources), hooks_(hooks),
        folder_(options.out, resources, disk, hooks_, {}) {}

  // Nothing: records were taken that do not count; `versions` says now which ones do.
  std::optional<BuildResult> run() {
    run_in_order<Line, Parsed>(
        jobs_,
        [this] {
          require_not_stopped(hooks_);
          return lines_.next();
        },
        [this](const Line& line) { return parse(line); }, [this](const Parsed& parsed) { keep(parsed); });
    if (overtaken_) return std::nullopt;
    folder_.publish(result_);
    return std::move(result_);
  }

  Versions take_versions() { return std::move(versions_); }

private:
  Parsed parse(const Line& line) {
    Parsed parsed;
    parsed.place = line.place;
    try {
      std::set<std::string> repeated;
      Record record = parse_record(line.text, line.place, &repeated);
      if (!repeated.empty())
        parsed.diagnostics.push_back({Severity::warning, "record.repeated-key",
                                      joined(repeated) + ": stands in one object more than once; the last one counts",
                                      line.place});
      if (base_of(record.document.id) != resources_.names.base())
        throw Error("the record's base is not " + resources_.names.base(), "records of one base are fused at a time",
                    line.place);
      if (record.made.pack != resources_.made.pack)
        parsed.diagnostics.push_back({Severity::warning,
                                      "record.other-pack",
                                      "made with another domain pack; labels and classes are this one's",
                                      {line.place.file, 0, 0}});
      require_sound(record, resources_.ontology);
      std::string json;
      append_record_json(record, json);
      parsed.digest = digest_of(record.document, json);
      parsed.pieces = folder_.write(record, json);
      parsed.record = std::move(record);
    } catch (const SpoolError&) {
      throw;
    } catch (const Error& error) {
      parsed.diagnostics.push_back({Severity::error, "input.bad-line", error.what(), line.place});
    }
    return parsed;
  }

  void keep(const Parsed& parsed) {
    if (hooks_.progress) hooks_.progress(++done_, 0);
    if (!parsed.record) ++result_.tally.failed;
    if (parsed.record && !counts(parsed)) return;
    if (parsed.record && !folder_.keep(*parsed.record, parsed.pieces, result_.tally)) return;
    for (const Diagnostic& diagnostic : parsed.diagnostics) result_.tally.add(diagnostic);
  }

  bool counts(const Parsed& parsed) {
    Version version{parsed.record->made.pack != resources_.made.pack, parsed.digest, parsed.place};
    const auto [known, fresh] = versions_.try_emplace(parsed.record->document.id, version);
    if (fresh || known->second.digest == version.digest) return true;
    if (version.counts_before(known->second)) {
      std::swap(known->second, version);
      overtaken_ = true;
    }
    const Place& place = known->second.place;
    ++result_.tally.repeated;
    result_.tally.add({Severity::warning, "record.repeated-id",
                       "not taken: another record of the same document, with other content, counts: " + place.file +
                           ":" + std::to_string(place.line),
                       version.place, "fuse records of one run of 'stemma extract', or leave the older ones out"});
    return false;
  }

  Lines lines_;
  Versions versions_;
  bool overtaken_ = false; // a record was kept, and then one came that counts before it
  unsigned jobs_;
  const Resources& resources_;
  const RunHooks& hooks_;
  ResultFolder folder_;
  std::uint64_t done_ = 0;
  BuildResult result_;
};

} // namespace

std::string require_base_of_records(const std::vector<std::string>& inputs) {
  Lines lines(inputs);
  std::optional<Error> wrong; // with the first line; those that are no records are told when they are fused
  while (const auto line = lines.next()) {
    try {
      const Record record = parse_record(line->text, line->place);
      std::string base = base_of(record.document.id);
      if (base.empty()) throw Error("the document's IRI is none of ours: " + record.document.id, "", line->place);
      return base;
    } catch (const Error& error) {
      if (!wrong) wrong = error;
    }
  }
  if (wrong) throw *wrong;
  throw Error("there is no record", "give files of records, as 'stemma extract' prints them");
}

BuildResult fuse_records(const std::vector<std::string>& inputs, const BuildOptions& options,
                         const Resources& resources, Disk& disk, const RunHooks& hooks) {
  Versions versions;
  for (;;) { // the second time all of them are known
    Fusing fusing(inputs, options, resources, disk, hooks, std::move(versions));
    if (auto result = fusing.run()) return std::move(*result);
    versions = fusing.take_versions();
  }
}

} // namespace stemma::pipeline
