#pragma once
// What fusion keeps of each record: its events, who plays in them, and how the document hangs on others. Strings are
// kept once; memory grows with the events, not with the texts.

#include "fuse/day.hpp"
#include "model/record.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace stemma::fuse {

using DocumentNumber = std::uint32_t;
using EntityNumber = std::uint32_t;
using ReportNumber = std::uint32_t;
using WordNumber = std::uint32_t; // of a role or of a value, each kept once
inline constexpr std::uint32_t none = 0xffffffffU;

// What the domain pack knows and the records do not say.
struct Knowledge {
  struct Sides {
    std::string first, second; // roles of the two actor sides; empty: no such side
  };
  std::function<Sides(const std::string& event_type)> sides;
  // Whether bodies of this class (local name: "IntelligenceAgency") speak and act for their state.
  std::function<bool(const std::string& type)> acts_for_state;
  // For so many days after an event of the type undated reports tell of it; absent: the pack does not say.
  std::function<std::optional<int>(const std::string& event_type)> told_within;
  // The main name of the news agency that is called so ("AFP": "Agence France-Presse"); empty: none is known.
  std::function<std::string(const std::string& name)> news_agency;
  // The concepts right above a thing ("artillery shell": "ammunition"); empty: none.
  std::function<std::vector<Iri>(const Iri& concept_iri)> broader;
};

struct NotedDocument {
  Iri id;
  Date published;
  Day first = day_after_all, last = day_after_all; // of publication; after all where it is not known
  std::string publisher, wire;                     // empty: not said; the wire by its main name
  std::vector<std::uint64_t> fingerprints;         // sorted
  bool dated() const { return last != day_after_all; }
};

struct NotedEntity {
  Iri id;
  EntityKind kind = EntityKind::place;
  std::string type, label;
  EntityNumber country = none;
  // Of a speaker without a name: the organisation that the words name ("Pentagon officials"), else the country
  // ("officials in Tokyo").
  EntityNumber body = none;
  bool linked = false;
  bool is_wire = false;           // a news agency, under its main name
  DocumentNumber document = none; // of an entity that only its document knows
};

enum class Status : std::uint8_t { occurred, ongoing, planned, wanted, possible, failed, cancelled, denied };
bool happened(Status status); // occurred or ongoing: stated as fact
bool ahead(Status status);    // planned, wanted, possible

using Actors = std::vector<EntityNumber>; // sorted

// One event as one document has it.
struct Report {
  Iri id;
  DocumentNumber document = none;
  std::string type, about;
  Actors first, second;                                              // the actor sides
  Actors items;                                                      // role "item"
  Actors places;                                                     // role "place", and actors that are places
  std::vector<std::pair<WordNumber, std::vector<WordNumber>>> roles; // all of them, as the record has them
  std::vector<EventQuantity> quantities;
  std::vector<EntityNumber> counted;             // for each quantity what it counts; none: not known
  std::optional<EventTime> time;                 // as the record has it
  Day from = day_before_all, to = day_after_all; // of `time`; open where it is
  Status status = Status::occurred;
  bool headline = false;  // told by the title first, which tells what the text below it tells
  Day told_within = 0;    // days after an undated event
  std::vector<Iri> parts; // of an exchange: reports of the same document
  std::string frame;
  std::vector<std::vector<EntityNumber>> chains; // of attribution; empty: the document itself
};

// Strings that come again and again, each kept once.
class Words {
public:
  Words() = default;
  Words(Words&&) = default;
  Words& operator=(Words&&) = default;
  WordNumber number_of(const std::string& word);
  const std::string& operator[](WordNumber number) const { return *words_[number]; }
  std::size_t size() const { return words_.size(); }

private:
  std::unordered_map<std::string, WordNumber> numbers_;
  std::vector<const std::string*> words_; // in `numbers_`, whose keys stay where they are
};

class Corpus {
public:
  explicit Corpus(const Knowledge& knowledge) : knowledge_(knowledge) {}

  // A document that was added before is passed over: it is the same one.
  void add(const Record& record);
  // Puts documents and reports into the order of their publication, then of their ids, and entities into that of their
  // IRIs, whatever the order they came in. Undated documents and their reports come last.
  void sort();

  const std::vector<NotedDocument>& documents() const { return documents_; }
  const std::vector<NotedEntity>& entities() const { return entities_; }
  const std::vector<Report>& reports() const { return reports_; }
  const Words& words() const { return words_; }
  const Knowledge& knowledge() const { return knowledge_; }
  EntityNumber find_entity(const Iri& id) const; // `none`: never mentioned

private:
  void sort_documents();
  void sort_entities();
  void sort_reports();
  EntityNumber number_of(const Iri& id);
  void note_bodies(const Record& record);
  EntityNumber counted_by(const EventQuantity& quantity, const Report& report);
  void note_entity(const Entity& entity, DocumentNumber document);
  Report note_event(const Event& event, DocumentNumber document, const std::string& title);
  const std::string& news_agency(const std::string& name);
  void add_places(Report& report) const;
  Actors actors(const Event& event, const std::string& role);

  const Knowledge& knowledge_;
  std::vector<NotedDocument> documents_;
  std::unordered_map<Iri, DocumentNumber> known_documents_;
  std::vector<NotedEntity> entities_;
  std::unordered_map<Iri, EntityNumber> known_entities_;
  std::vector<Report> reports_;
  Words words_;                                                // roles and their values
  std::unordered_map<std::string, std::string> news_agencies_; // as written → main name; empty: not known
};

} // namespace stemma::fuse
