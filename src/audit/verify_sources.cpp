#include "audit/verify_sources.hpp"

#include "audit/evidence.hpp"
#include "model/digest.hpp"
#include "pipeline/input.hpp"
#include "rdf/vocabulary.hpp"
#include "statements/triple_sink.hpp"
#include "text/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
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

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// A text whose characters are counted; where each begins.
class Characters {
public:
  explicit Characters(std::string text) : text_(std::move(text)) {
    for (std::size_t i = 0; i < text_.size(); ++i)
      if ((static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80U) starts_.push_back(i);
    starts_.push_back(text_.size());
  }
  // Absent: the span does not lie in the text.
  std::optional<std::string> find(CodePointSpan span) const {
    if (span.end < span.start || span.end.value >= starts_.size()) return std::nullopt;
    const std::size_t start = starts_[span.start.value];
    return text_.substr(start, starts_[span.end.value] - start);
  }

private:
  std::string text_;
  std::vector<std::size_t> starts_;
};

struct Wanted {
  TermNumber document;
  std::string path, sha256, found_at; // found_at: where a text of this path was; empty: nowhere yet
  bool is_field = false, verified = false;
};

class Sources {
public:
  Sources(const Result& result, const Quotes& quotes, Verification& found)
      : result_(result), quotes_(quotes), found_(found) {
    for (const rdf::QuadIndex::Row& row : result.quads().rows())
      if (result.value(row.predicate) == stm::sha256) want(row.subject);
  }

  void read(const std::vector<std::string>& sources, pipeline::InputFormat format) {
    std::istringstream nothing;
    pipeline::InputStream input(sources, format, nothing);
    const bool fields = format == pipeline::InputFormat::ndjson;
    while (const auto pending = input.next())
      if (fields || by_name_.contains(std::string(last_part(pending->path)))) take(*pending);
  }

  void finish() const {
    for (const Wanted& wanted : wanted_) {
      if (wanted.verified) continue;
      if (!wanted.found_at.empty())
        fail("source", wanted.path, "is not the text that was read: its hash is another one");
      else
        fail("source", wanted.path, "is not there; --source names the folder that was read");
    }
  }

private:
  void fail(const std::string& code, const std::string& subject, const std::string& message) const {
    found_.failures.push_back({code, subject, message});
  }

  void want(TermNumber document) {
    const std::string& path = result_.value_of(document, stm::sourcePath);
    const bool is_field = !result_.value_of(document, stm::sourceField).empty();
    by_name_.emplace(std::string(last_part(path)), wanted_.size());
    wanted_.push_back({document, path, result_.value_of(document, stm::sha256), {}, is_field, false});
    ++found_.documents;
  }

  void take(const pipeline::Pending& pending) {
    pipeline::Reading reading;
    try {
      reading = pipeline::read(pending);
    } catch (const Error&) { // a line without a document, a file that cannot be read: then nothing is found there
      return;
    }
    const auto [first, last] = by_name_.equal_range(std::string(last_part(reading.path)));
    if (first == last) return;
    const std::string hash = sha256_hex(reading.bytes);
    for (auto at = first; at != last; ++at) {
      Wanted& wanted = wanted_[at->second];
      if (wanted.verified || wanted.is_field != !reading.field.empty() || !ends_in(reading.path, wanted.path)) continue;
      wanted.found_at = reading.path;
      if (hash == wanted.sha256) verify(wanted, reading);
    }
  }

  void verify(Wanted& wanted, const pipeline::Reading& reading) {
    wanted.verified = true;
    const auto quotes = quotes_.find(result_.value(wanted.document));
    if (quotes == quotes_.end()) return;
    const Characters text(wanted.is_field ? reading.bytes : text::decode(reading.bytes, reading.path).source);
    for (const ClaimedQuote& quote : quotes->second) {
      ++found_.quotes;
      const std::string place = fmt::format("{} {}–{}", wanted.path, quote.span.start.value, quote.span.end.value);
      const auto stands = text.find(quote.span);
      if (!stands)
        fail("place", place, "does not lie in the text");
      else if ((quote.in_record ? *stands : statements::writable(*stands)) != quote.text)
        fail("quote", place, fmt::format("“{}” is quoted where “{}” stands", quote.text, *stands));
    }
  }

  const Result& result_;
  const Quotes& quotes_;
  Verification& found_;
  std::vector<Wanted> wanted_;
  std::multimap<std::string, std::size_t> by_name_; // the last part of the path → wanted_
};

} // namespace

Quotes quotes_of(const Result& result) {
  Quotes quotes;
  const TermNumber source = result.quads().find(rdf::oa::hasSource);
  for (const rdf::QuadIndex::Row& row : result.quads().rows()) {
    if (row.predicate != source) continue;
    const TermNumber selector = result.quads().find_object(row.subject, rdf::oa::hasSelector);
    if (result.quads().find_object(selector, rdf::oa::exact) == rdf::no_term) continue; // a sentence is a place only
    if (const auto quote = find_quote(result, row.subject))
      quotes[result.value(row.object)].insert({quote->span, quote->text, false});
  }
  return quotes;
}

void verify_sources(const Result& result, const Quotes& quotes, const std::vector<std::string>& sources,
                    Verification& found) {
  Sources reading(result, quotes, found);
  reading.read(sources, pipeline::InputFormat::text);
  reading.read(sources, pipeline::InputFormat::ndjson);
  reading.finish();
}

} // namespace stemma::audit
