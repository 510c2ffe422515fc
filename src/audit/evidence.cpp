#include "audit/evidence.hpp"

#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

namespace stemma::audit {

namespace {

namespace stm = rdf::stm;
using rdf::TermNumber;

std::optional<CodePointOffset> parse_offset(const std::string& digits) {
  CodePointOffset offset;
  const char* const end = digits.data() + digits.size();
  const auto parsed = std::from_chars(digits.data(), end, offset.value);
  if (digits.empty() || parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  return offset;
}

// By place, the longer of two that begin together first.
bool stands_before(const Quote& a, const Quote& b) {
  return std::tie(a.span.start, b.span.end) < std::tie(b.span.start, a.span.end);
}

std::vector<Quote> evidence_of(const Result& result, TermNumber of) {
  std::vector<Quote> quotes;
  for (const TermNumber span : result.quads().objects(of, stm::evidence))
    if (auto quote = find_quote(result, span)) quotes.push_back(std::move(*quote));
  std::ranges::sort(quotes, stands_before);
  return quotes;
}

struct Words {
  Quote quote;
  std::string how;
};

// The mentions of an entity in a document, by place.
std::vector<Words> words_for(const Result& result, TermNumber entity, TermNumber document) {
  std::vector<Words> words;
  for (const TermNumber mention : result.quads().subjects(stm::refersTo, entity)) {
    const TermNumber span = result.quads().find_object(mention, stm::evidence);
    if (span == rdf::no_term || !result.quads().contains(span, rdf::oa::hasSource, document)) continue;
    if (auto quote = find_quote(result, span))
      words.push_back({std::move(*quote), result.label(result.quads().find_object(mention, stm::mentionKind))});
  }
  std::ranges::sort(words, [](const Words& a, const Words& b) { return stands_before(a.quote, b.quote); });
  return words;
}

bool holds(const std::vector<Quote>& quotes, const Quote& words) {
  return std::ranges::any_of(quotes, [&](const Quote& quote) { return quote.span.contains(words.span); });
}

void choose_words(const std::vector<Words>& words, const std::vector<Quote>& evidence, Player& player) {
  if (words.empty()) return;
  const Words* chosen = &words.front();
  player.apart = true;
  for (const Words& candidate : words) {
    if (holds(evidence, candidate.quote)) {
      chosen = &candidate;
      player.apart = false;
      break;
    }
    if (!evidence.empty() && candidate.quote.span.end <= evidence.front().span.start) chosen = &candidate;
  }
  player.words = chosen->quote;
  player.how = chosen->how;
}

// Spans that overlap become one.
std::vector<CodePointSpan> joined(const std::set<CodePointSpan>& spans) {
  std::vector<CodePointSpan> out;
  for (const CodePointSpan span : spans) {
    if (!out.empty() && span.start < out.back().end)
      out.back().end = std::max(out.back().end, span.end);
    else
      out.push_back(span);
  }
  return out;
}

} // namespace

std::optional<Quote> find_quote(const Result& result, TermNumber span) {
  const TermNumber selector = result.quads().find_object(span, rdf::oa::hasSelector);
  if (selector == rdf::no_term) return std::nullopt;
  const auto start = parse_offset(result.value_of(selector, rdf::oa::start));
  const auto end = parse_offset(result.value_of(selector, rdf::oa::end));
  if (!start || !end) return std::nullopt;
  return Quote{{*start, *end}, result.value_of(selector, rdf::oa::exact), {}};
}

std::vector<TermNumber> chain_of(const Result& result, TermNumber claim) {
  std::vector<TermNumber> chain;
  std::set<TermNumber> seen; // a file that was tampered with may go round in circles
  TermNumber hop = result.quads().find_object(claim, stm::saidBy);
  while (hop != rdf::no_term && seen.insert(hop).second) {
    chain.push_back(hop);
    hop = result.quads().find_object(hop, stm::onTheWordOf);
  }
  return chain;
}

std::vector<Player> find_players(const Result& result, TermNumber claim) {
  const std::vector<Quote> evidence = evidence_of(result, claim);
  const TermNumber document = result.quads().find_object(claim, rdf::prov::wasDerivedFrom);
  std::vector<Player> players;
  for (const Result::Role& role : result.roles(result.quads().find_object(claim, stm::asserts))) {
    if (result.quads().term(role.value).kind != rdf::TermKind::iri) continue;
    Player player{{result.value(role.property), result.label(role.property)},
                  {result.value(role.value), result.label(role.value)},
                  {},
                  {},
                  false,
                  {}};
    const std::vector<Words> words = words_for(result, role.value, document);
    choose_words(words, evidence, player);
    for (const Words& mention : words) player.mentions.push_back(mention.quote.span);
    players.push_back(std::move(player));
  }
  return players;
}

std::vector<Quote> read_quotes(const Result& result, TermNumber of, const std::vector<Player>& players) {
  std::vector<Quote> quotes;
  for (Quote& quote : evidence_of(result, of))
    if (!holds(quotes, quote)) quotes.push_back(std::move(quote));
  for (Quote& quote : quotes) {
    std::set<CodePointSpan> marked;
    for (const Player& player : players)
      for (const CodePointSpan mention : player.mentions)
        if (quote.span.contains(mention)) marked.insert(mention);
    quote.marked = joined(marked);
  }
  return quotes;
}

} // namespace stemma::audit
