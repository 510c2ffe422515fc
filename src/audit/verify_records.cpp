#include "audit/verify_records.hpp"

#include "audit/evidence.hpp"
#include "model/record_json.hpp"
#include "rdf/vocabulary.hpp"
#include "statements/events.hpp"
#include "statements/triple_sink.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace stemma::audit {

namespace {

namespace stm = rdf::stm;
using rdf::TermNumber;

// One record, as far as it speaks of itself.
class RecordCheck {
public:
  RecordCheck(const Record& record, Verification& found) : record_(record), found_(found) {
    for (const Entity& entity : record.entities) entities_[entity.id] = &entity;
    for (const Event& event : record.events) events_.insert(event.id);
  }

  void run() {
    for (const Event& event : record_.events) {
      for (const auto& [role, values] : event.roles)
        for (const std::string& value : values) check_role(event, role, value);
      for (const auto& chain : event.attribution)
        for (unsigned hop = 0; hop < chain.size(); ++hop) check_speaker(event, hop, chain[hop]);
    }
  }

private:
  void check_role(const Event& event, const std::string& role, const std::string& value) {
    ++found_.roles;
    const auto entity = entities_.find(value);
    if (entity == entities_.end()) {
      if (value.find("://") != std::string::npos && !events_.contains(value))
        fail("role", event, fmt::format("{} is <{}>, which the document does not know", role, value));
      return;
    }
    const auto implied = event.implied.find(role);
    if (implied != event.implied.end() && std::ranges::find(implied->second, value) != implied->second.end()) return;
    if (!has_words(event, *entity->second, [&](const Evidence& evidence) { return evidence.role == role; }))
      fail("role", event, fmt::format("nothing in the evidence stands for {} as {}", entity->second->label, role));
  }

  void check_speaker(const Event& event, unsigned hop, const std::string& speaker) {
    const auto entity = entities_.find(speaker);
    if (entity == entities_.end())
      fail("speaker", event, fmt::format("<{}> speaks, whom the document does not know", speaker));
    else if (!has_words(event, *entity->second, [&](const Evidence& evidence) { return evidence.hop == hop; }))
      fail("speaker", event, fmt::format("nothing in the evidence stands for {} as a speaker", entity->second->label));
  }

  // The evidence for this very part (where none is marked as such, the evidence as a whole) has a mention of the entity
  // in it, or words that name nobody else: a pronoun, "the ministry". Those lead to the mentions of the entity.
  template <class IsForThis>
  bool has_words(const Event& event, const Entity& entity, IsForThis is_for_this) const {
    const bool marked = std::ranges::any_of(event.evidence, is_for_this);
    return std::ranges::any_of(event.evidence, [&](const Evidence& evidence) {
      if (marked && !is_for_this(evidence)) return false;
      return mentions(entity, evidence.span) || (marked && !names_another(evidence.span, entity));
    });
  }

  static bool mentions(const Entity& entity, CodePointSpan span) {
    return std::ranges::any_of(entity.mentions, [&](const Mention& mention) { return span.contains(mention.span); });
  }

  bool names_another(CodePointSpan span, const Entity& entity) const {
    return std::ranges::any_of(record_.entities, [&](const Entity& other) {
      return other.id != entity.id &&
             std::ranges::any_of(other.mentions, [&](const Mention& mention) { return mention.span == span; });
    });
  }

  void fail(const std::string& code, const Event& event, const std::string& message) const {
    found_.failures.push_back({code, record_.document.path + " " + event.id.substr(event.id.rfind('/') + 1), message});
  }

  const Record& record_;
  Verification& found_;
  std::map<Iri, const Entity*> entities_;
  std::set<Iri> events_;
};

// The records and the dataset say the same.
class DatasetCheck {
public:
  DatasetCheck(const Result& result, Verification& found) : result_(result), quads_(result.quads()), found_(found) {}

  void take(const Record& record) {
    const TermNumber document = quads_.find(record.document.id);
    if (result_.value_of(document, stm::sha256) != record.document.sha256)
      fail(record.document.path, "the dataset has another hash for the document than its record");
    for (const Event& event : record.events) take(record.document, event);
  }

  // What is in the dataset and in no record.
  void finish() const {
    for (const TermNumber claim : quads_.subjects(rdf::rdf::type, quads_.find(stm::Claim)))
      if (!claims_.contains(claim)) fail(result_.short_name(claim), "the claim is in no record");
    for (const TermNumber event : quads_.subjects(rdf::rdf::type, quads_.find(stm::ReportedEvent)))
      if (!events_.contains(event)) fail(result_.short_name(event), "the event is in no record");
  }

private:
  void take(const Document& document, const Event& event) {
    const TermNumber subject = quads_.find(event.id);
    events_.insert(subject);
    if (result_.value_of(subject, stm::status) != std::string(stm::base) + event.status)
      fail(result_.short_name(subject), "the dataset has another status than the record");
    if (roles_of(event) != roles_of(subject))
      fail(result_.short_name(subject), "the dataset has other roles than the record");
    std::vector<std::vector<std::string>> chains = event.attribution;
    if (chains.empty()) chains.emplace_back();
    for (const auto& chain : chains) {
      const Iri claim = statements::claim_iri(document.id, event.id, chain);
      claims_.insert(quads_.find(claim));
      if (quads_.find(claim) == rdf::no_term || speakers_of(quads_.find(claim)) != chain)
        fail(result_.short_name(subject), "a claim of the record, or its chain of speakers, is not in the dataset");
    }
  }

  static std::multiset<std::string> roles_of(const Event& event) {
    std::multiset<std::string> values;
    for (const auto& [role, fillers] : event.roles)
      for (const std::string& filler : fillers) values.insert(statements::writable(filler));
    return values;
  }

  std::multiset<std::string> roles_of(TermNumber event) const {
    std::multiset<std::string> values;
    for (const Result::Role& role : result_.roles(event)) values.insert(result_.value(role.value));
    return values;
  }

  std::vector<std::string> speakers_of(TermNumber claim) const {
    std::vector<std::string> speakers;
    for (const TermNumber hop : chain_of(result_, claim))
      speakers.push_back(result_.value_of(hop, rdf::prov::wasAttributedTo));
    return speakers;
  }

  void fail(const std::string& subject, const std::string& message) const {
    found_.failures.push_back({"record", subject, message});
  }

  const Result& result_;
  const rdf::QuadIndex& quads_;
  Verification& found_;
  std::set<TermNumber> claims_, events_;
};

void add_quotes(const Record& record, Quotes& quotes) {
  std::set<ClaimedQuote>& of = quotes[record.document.id];
  for (const Entity& entity : record.entities)
    for (const Mention& mention : entity.mentions) of.insert({mention.span, mention.text, true});
  for (const Event& event : record.events)
    for (const Evidence& evidence : event.evidence) of.insert({evidence.span, evidence.text, true});
}

} // namespace

void verify_records(const Result& result, Quotes& quotes, Verification& found) {
  const std::string name = "records.ndjson";
  std::ifstream lines(result.folder() / name, std::ios::binary);
  if (!lines) found.failures.push_back({"file", name, "cannot be opened"});
  DatasetCheck dataset(result, found);
  Place place{name, 0, 0};
  for (std::string line; std::getline(lines, line);) {
    ++place.line;
    try {
      const Record record = parse_record(line, place);
      add_quotes(record, quotes);
      RecordCheck(record, found).run();
      dataset.take(record);
    } catch (const Error& error) {
      found.failures.push_back({"record", fmt::format("{}:{}", name, place.line), error.what()});
    }
  }
  dataset.finish();
}

} // namespace stemma::audit
