#include "audit/find_event.hpp"

#include "audit/evidence.hpp"
#include "rdf/vocabulary.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <tuple>

namespace stemma::audit {

namespace {

namespace stm = rdf::stm;
using rdf::TermNumber;

std::string expand(std::string_view thing, const std::string& base) {
  if (thing.size() > 2 && thing.front() == '<' && thing.back() == '>') thing = thing.substr(1, thing.size() - 2);
  const auto colon = thing.find(':');
  if (colon == std::string_view::npos) return base + std::string(thing);
  for (const rdf::Prefix& prefix : rdf::standard_prefixes)
    if (prefix.name == thing.substr(0, colon)) return std::string(prefix.iri) + std::string(thing.substr(colon + 1));
  return std::string(thing);
}

// Walks from a thing up to the fused events that rest on it.
class Ascent {
public:
  explicit Ascent(const Result& result) : result_(result), quads_(result.quads()) {}

  std::set<TermNumber> from(TermNumber thing) {
    if (quads_.find_object(thing, stm::report) != rdf::no_term) return {thing};
    events_of(thing);
    for (const TermNumber claim : quads_.subjects(rdf::prov::wasDerivedFrom, thing)) claim_of(claim);
    for (const TermNumber claim : quads_.subjects(stm::origin, thing)) claim_of(claim);
    claim_of(thing);
    for (const rdf::QuadIndex::Row& row : quads_.pointing_at(thing))
      if (quads_.find_object(row.subject, stm::report) != rdf::no_term && plays(row)) found_.insert(row.subject);
    return found_;
  }

private:
  void events_of(TermNumber report) {
    for (const TermNumber event : quads_.subjects(stm::report, report)) found_.insert(event);
  }
  void claim_of(TermNumber claim) {
    for (const TermNumber report : quads_.objects(claim, stm::asserts)) events_of(report);
  }
  bool plays(const rdf::QuadIndex::Row& row) const {
    return std::ranges::any_of(result_.roles(row.subject), [&](const Result::Role& role) {
      return role.value == row.object && role.property == row.predicate;
    });
  }

  const Result& result_;
  const rdf::QuadIndex& quads_;
  std::set<TermNumber> found_;
};

std::string names_in(const Result& result, TermNumber event) {
  std::string text = result.label(event) + " " + result.label(result.class_of(event));
  for (const Result::Role& role : result.roles(event)) text += " " + result.label(role.value);
  return text::to_lower(text);
}

std::string quotes_of(const Result& result, TermNumber event) {
  std::string text;
  for (const TermNumber report : result.quads().objects(event, stm::report))
    for (const TermNumber claim : result.quads().subjects(stm::asserts, report))
      for (const TermNumber span : result.quads().objects(claim, stm::evidence))
        if (const auto quote = find_quote(result, span)) text += " " + quote->text;
  return text::to_lower(text);
}

// What the event is called goes before the words of its reports, and one that is told often before others.
struct Rank {
  bool in_quotes_only = false;
  std::uint64_t documents = 0, origins = 0;
  bool fact = false;
  std::string iri;
  friend bool operator<(const Rank& a, const Rank& b) {
    return std::tie(a.in_quotes_only, b.documents, b.origins, b.fact, a.iri) <
           std::tie(b.in_quotes_only, a.documents, a.origins, a.fact, b.iri);
  }
};

class Finding {
public:
  explicit Finding(const Result& result) : result_(result) {}

  void add(TermNumber event, bool in_quotes_only) {
    found_[{in_quotes_only, result_.count_of(event, stm::documentCount), result_.count_of(event, stm::originCount),
            result_.is_fact(event), result_.value(event)}] = event;
  }

  void add_with_words(std::string_view words) {
    std::istringstream stream(text::to_lower(words));
    const std::vector<std::string> wanted{std::istream_iterator<std::string>(stream), {}};
    if (wanted.empty()) return;
    const auto has_all = [&](const std::string& text) {
      return std::ranges::all_of(wanted, [&](const std::string& word) { return text.find(word) != std::string::npos; });
    };
    for (const TermNumber event : result_.fused_events()) {
      const std::string names = names_in(result_, event);
      if (has_all(names))
        add(event, false);
      else if (has_all(names + quotes_of(result_, event)))
        add(event, true);
    }
  }

  std::vector<TermNumber> in_order() const {
    std::vector<TermNumber> events;
    for (const auto& [rank, event] : found_) events.push_back(event);
    return events;
  }

private:
  const Result& result_;
  std::map<Rank, TermNumber> found_;
};

} // namespace

std::vector<TermNumber> find_events(const Result& result, std::string_view thing) {
  const TermNumber named = result.quads().find(expand(thing, result.base()));
  Finding finding(result);
  if (named == rdf::no_term)
    finding.add_with_words(thing);
  else
    for (const TermNumber event : Ascent(result).from(named)) finding.add(event, false);
  return finding.in_order();
}

std::vector<std::string> names_of_events(const Result& result) {
  std::set<std::string> names;
  for (const TermNumber event : result.fused_events()) {
    names.insert(result.label(result.class_of(event)));
    for (const Result::Role& role : result.roles(event)) names.insert(result.label(role.value));
  }
  return {names.begin(), names.end()};
}

} // namespace stemma::audit
