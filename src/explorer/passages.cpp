#include "explorer/passages.hpp"

#include "audit/read_sources.hpp"
#include "model/digest.hpp"
#include "pipeline/manifest.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

namespace stemma::explorer {

namespace {

constexpr std::size_t around = 280; // characters on each side of a quote
constexpr std::size_t to_cut = 40;  // … and so many more at most, to cut between words

std::vector<std::size_t> character_starts(const std::string& text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts.push_back(i);
  starts.push_back(text.size());
  return starts;
}

// The nearest place behind a blank, from `from` towards the edge of the text.
std::size_t cut_before(const std::string& text, const std::vector<std::size_t>& starts, std::size_t from) {
  for (std::size_t at = from; at > 0 && from - at < to_cut; --at)
    if (const char before = text[starts[at - 1]]; before == ' ' || before == '\n') return at;
  return from < to_cut ? 0 : from;
}

std::size_t cut_behind(const std::string& text, const std::vector<std::size_t>& starts, std::size_t from) {
  const std::size_t length = starts.size() - 1;
  for (std::size_t at = from; at < length && at - from < to_cut; ++at)
    if (const char here = text[starts[at]]; here == ' ' || here == '\n') return at;
  return length - from < to_cut ? length : from;
}

void note(const std::vector<audit::Quote>& quotes, std::vector<CodePointSpan>& spans) {
  for (const audit::Quote& quote : quotes) spans.push_back(quote.span);
}

// Document → what is quoted of it.
std::map<Iri, std::vector<CodePointSpan>> quoted_spans(const EventGraph& graph) {
  std::map<Iri, std::vector<CodePointSpan>> spans;
  for (const PlayedEvent& event : graph.events)
    for (const audit::ExplainedOrigin& origin : event.explanation.told_by)
      for (const audit::ExplainedClaim& claim : origin.claims) {
        std::vector<CodePointSpan>& of = spans[claim.document];
        note(claim.quotes, of);
        for (const audit::ChainLink& link : claim.chain) note(link.quotes, of);
      }
  return spans;
}

// The text of a page of the web lies in the result itself.
std::optional<std::string> find_kept_text(const audit::Result& result, const Iri& document) {
  const std::string& hash = result.value_of(result.quads().find(document), rdf::stm::textSha256);
  if (hash.empty()) return std::nullopt;
  std::ifstream file(result.folder() / pipeline::text_name(hash), std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  return sha256_hex(text) == hash ? std::optional(std::move(text)) : std::nullopt;
}

} // namespace

std::vector<Passage> passages_around(const std::string& text, std::vector<CodePointSpan> quotes) {
  const std::vector<std::size_t> starts = character_starts(text);
  const std::size_t length = starts.size() - 1;
  std::ranges::sort(quotes, {}, [](const CodePointSpan& span) { return span.start.value; });
  std::vector<std::pair<std::size_t, std::size_t>> stretches;
  for (const CodePointSpan& quote : quotes) {
    if (quote.end.value > length || quote.end < quote.start) continue;
    const std::size_t from = cut_before(text, starts, quote.start.value > around ? quote.start.value - around : 0);
    const std::size_t to = cut_behind(text, starts, std::min<std::size_t>(quote.end.value + around, length));
    if (!stretches.empty() && from <= stretches.back().second)
      stretches.back().second = std::max(stretches.back().second, to);
    else
      stretches.emplace_back(from, to);
  }
  std::vector<Passage> passages;
  for (const auto& [from, to] : stretches)
    passages.push_back({from, text.substr(starts[from], starts[to] - starts[from])});
  return passages;
}

std::vector<std::vector<Passage>> read_passages(const audit::Result& result, const EventGraph& graph,
                                                const std::vector<std::string>& sources) {
  std::map<Iri, std::size_t> numbers;
  for (std::size_t i = 0; i < graph.documents.size(); ++i) numbers.emplace(graph.documents[i].iri, i);
  const auto spans = quoted_spans(graph);
  std::vector<std::vector<Passage>> passages(graph.documents.size());
  for (const auto& [iri, number] : numbers)
    if (const auto text = find_kept_text(result, iri)) passages[number] = passages_around(*text, spans.at(iri));
  if (sources.empty()) return passages;
  audit::read_sources(result, sources, [&](rdf::TermNumber document, const std::string&, const std::string& text) {
    const Iri& iri = result.value(document);
    if (const auto number = numbers.find(iri); number != numbers.end())
      passages[number->second] = passages_around(text, spans.at(iri));
  });
  return passages;
}

} // namespace stemma::explorer
