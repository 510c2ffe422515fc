#include "audit/read_sources.hpp"

#include "model/digest.hpp"
#include "pipeline/input.hpp"
#include "pipeline/manifest.hpp"
#include "rdf/vocabulary.hpp"
#include "statements/triple_sink.hpp"
#include "text/decode.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>

namespace stemma::audit {

namespace {

namespace stm = rdf::stm;
using rdf::TermNumber;

// "a/b.txt" for itself and below any folder: the user may name a folder above the one that was read.
bool ends_in(std::string_view path, std::string_view wanted) {
  return path == wanted ||
         (path.size() > wanted.size() && path.ends_with(wanted) && path[path.size() - wanted.size() - 1] == '/');
}

// Archives are read when they are named themselves, and their documents are called "news.zip/…". These are the files
// below `sources` that have the name of an archive which `missing` lie in, or of a missing document itself.
std::vector<std::string> find_archives(const std::vector<std::string>& sources,
                                       const std::vector<MissingSource>& missing) {
  namespace fs = std::filesystem;
  std::set<std::string> names, found;
  for (const MissingSource& document : missing) names.insert(document.path.substr(0, document.path.find('/')));
  constexpr auto passing = fs::directory_options::skip_permission_denied;
  for (const std::string& source : sources) {
    std::error_code failed;
    for (fs::recursive_directory_iterator file(source, passing, failed), end; !failed && file != end;
         file.increment(failed))
      if (names.contains(file->path().filename().string()) && file->is_regular_file(failed))
        found.insert(file->path().string());
  }
  return {found.begin(), found.end()};
}

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

struct Wanted {
  TermNumber document;
  std::string path, sha256, text_sha256; // the latter of a page
  std::string field;                     // empty: it is a whole file or page
  bool seen = false, found = false;      // seen: a text of this path is there
};

class Sources {
public:
  Sources(const Result& result, const TakeSource& hand_over) : result_(result), hand_over_(hand_over) {
    for (const rdf::QuadIndex::Row& row : result.quads().rows())
      if (result.value(row.predicate) == stm::sha256) want(row.subject);
  }

  // `text`: the field or column that holds the text.
  void read(const std::vector<std::string>& sources, pipeline::InputFormat format, const std::string& text) {
    std::istringstream nothing;
    input::Columns columns;
    columns.text = text;
    pipeline::InputStream input(sources, format, nothing, columns);
    while (const auto pending = input.next())
      if (by_name_.contains(key(statements::writable(pending->path), pending->line > 0))) take(*pending);
  }

  // What the fields are called that documents are.
  std::set<std::string> fields() const {
    std::set<std::string> names;
    for (const Wanted& wanted : wanted_)
      if (!wanted.field.empty()) names.insert(wanted.field);
    return names;
  }

  std::vector<MissingSource> missing() const {
    std::vector<MissingSource> missing;
    for (const Wanted& wanted : wanted_)
      if (!wanted.found) missing.push_back({wanted.path, wanted.seen});
    return missing;
  }

private:
  // "a/news.csv#7" → "a/news.csv".
  static std::string_view file_of(std::string_view path) { return path.substr(0, path.find('#')); }

  static std::string key(std::string_view path, bool is_field) {
    return std::string(last_part(is_field ? file_of(path) : path));
  }

  void want(TermNumber document) {
    const std::string& path = result_.value_of(document, stm::sourcePath);
    const std::string& field = result_.value_of(document, stm::sourceField);
    by_name_.emplace(key(path, !field.empty()), wanted_.size());
    wanted_.push_back(
        {document, path, result_.value_of(document, stm::sha256), result_.value_of(document, stm::textSha256), field});
  }

  void take(const pipeline::Pending& pending) {
    pipeline::Reading reading;
    try {
      reading = pipeline::read(pending);
    } catch (const Error&) { // a line without a document, a file that cannot be read: then nothing is found there
      return;
    }
    const bool is_field = !reading.field.empty();
    const std::string path = statements::writable(reading.path); // as the dataset names it
    const auto [first, last] = by_name_.equal_range(key(path, is_field));
    if (first == last) return;
    const std::string hash = reading.is_page() ? reading.page_sha256 : sha256_hex(reading.bytes);
    for (auto at = first; at != last; ++at) {
      Wanted& wanted = wanted_[at->second];
      if (wanted.found || wanted.field != reading.field) continue;
      const bool same_path = ends_in(path, wanted.path);
      // The id may have been in another column than the one that is looked at now; the text is known by its hash.
      if (!same_path && !(is_field && ends_in(file_of(path), file_of(wanted.path)))) continue;
      wanted.seen = wanted.seen || same_path;
      if (hash != wanted.sha256) continue;
      const auto text = find_text(wanted, reading);
      wanted.found = text.has_value();
      if (text) hand_over_(wanted.document, wanted.path, *text);
    }
  }

  // In which offsets count. Of a page that is what was taken out of it; where another program would take another text
  // today, the one that the result keeps.
  std::optional<std::string> find_text(const Wanted& wanted, const pipeline::Reading& reading) const {
    if (!wanted.field.empty()) return reading.bytes;
    if (!reading.is_page()) return text::decode(reading.bytes, reading.path).source;
    if (sha256_hex(reading.bytes) == wanted.text_sha256) return reading.bytes;
    std::ifstream file(result_.folder() / pipeline::text_name(wanted.text_sha256), std::ios::binary);
    std::string kept{std::istreambuf_iterator<char>(file), {}};
    return sha256_hex(kept) == wanted.text_sha256 ? std::optional(std::move(kept)) : std::nullopt;
  }

  const Result& result_;
  const TakeSource& hand_over_;
  std::vector<Wanted> wanted_;
  std::multimap<std::string, std::size_t> by_name_; // the last part of the path → wanted_
};

} // namespace

std::vector<MissingSource> read_sources(const Result& result, const std::vector<std::string>& sources,
                                        const TakeSource& take) {
  Sources reading(result, take);
  reading.read(sources, pipeline::InputFormat::by_name, "text");
  for (const std::string& field : reading.fields())
    for (const auto format : {pipeline::InputFormat::ndjson, pipeline::InputFormat::csv})
      reading.read(sources, format, field);
  if (!reading.missing().empty()) reading.read(sources, pipeline::InputFormat::warc, "text");
  if (const auto archives = find_archives(sources, reading.missing()); !archives.empty())
    reading.read(archives, pipeline::InputFormat::by_name, "text");
  return reading.missing();
}

} // namespace stemma::audit
