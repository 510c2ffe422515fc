#include "audit/verify_sources.hpp"

#include "audit/evidence.hpp"
#include "audit/read_sources.hpp"
#include "rdf/vocabulary.hpp"
#include "statements/triple_sink.hpp"

#include <fmt/format.h>

#include <optional>

namespace stemma::audit {

namespace {

using rdf::TermNumber;

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

void verify_text(const std::string& path, const std::string& source, const std::set<ClaimedQuote>& quotes,
                 Verification& found) {
  const Characters text(source);
  for (const ClaimedQuote& quote : quotes) {
    ++found.quotes;
    const std::string place = fmt::format("{} {}–{}", path, quote.span.start.value, quote.span.end.value);
    const auto stands = text.find(quote.span);
    if (!stands)
      found.failures.push_back({"place", place, "does not lie in the text"});
    else if ((quote.in_record ? *stands : statements::writable(*stands)) != quote.text)
      found.failures.push_back({"quote", place, fmt::format("“{}” is quoted where “{}” stands", quote.text, *stands)});
  }
}

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
  const auto verify = [&](TermNumber document, const std::string& path, const std::string& text) {
    ++found.documents;
    if (const auto of_it = quotes.find(result.value(document)); of_it != quotes.end())
      verify_text(path, text, of_it->second, found);
  };
  for (const MissingSource& missing : read_sources(result, sources, verify)) {
    ++found.documents;
    found.failures.push_back({"source", missing.path,
                              missing.changed ? "is not the text that was read: its hash is another one"
                                              : "is not there; --source names the folder or archive that was read"});
  }
}

} // namespace stemma::audit
