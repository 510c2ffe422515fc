#pragma once
// The record of one document: what `stemma extract` prints, one JSON object a line (docs/design.md).
// Plain structs; every IRI is absolute.

#include "model/diagnostic.hpp"
#include "model/event.hpp"
#include "model/offset.hpp"

#include <optional>
#include <string>
#include <vector>

namespace stemma {

using Iri = std::string;

// ISO 8601: "2023", "2023-11" or "2023-11-01". Empty: not known.
using Date = std::string;

struct Document {
  Iri id;
  std::string path;   // relative to the INPUT that named it
  std::string field;  // the unescaped field that offsets count in (NDJSON: "text"); empty: the whole decoded file
  std::string sha256; // of the bytes as read (NDJSON: of the field's UTF-8)
  std::string text_sha256 = {}; // of a page: of the text that was taken out of it, in which offsets count; else empty
  std::string url = {};         // where a page says it stands, or was fetched from; empty: not known
  Date retrieved = {};          // day on which an archive of the web fetched it; empty: not known
  std::string title;
  Date published;
  std::string publisher; // empty: not said
  std::string wire;      // news agency that is credited; empty: none
  std::vector<std::string> authors;
  std::string dateline; // the place; empty: none
  std::string language = "en";
};

enum class EntityKind { country, person, org, munition, place, anonymous };

// How a mention names its entity.
enum class MentionKind { name, demonym, seat, acronym, short_form, description, designation };

struct Mention {
  CodePointSpan span; // in the decoded source
  std::string text;   // the source's characters, verbatim
  MentionKind kind = MentionKind::name;
};

struct Entity {
  Iri id; // the lexicon's IRI when linked; else an IRI under the document's
  EntityKind kind = EntityKind::place;
  std::string type;     // class of the ontology, local name ("Country", "NewsAgency")
  std::string label;    // the lexicon's preferred label, or the fullest form in the text
  std::string code;     // countries: ISO 3166-1 alpha-2; empty: none
  std::string category; // munitions: the category's name in the pack; empty: not known
  std::string country;  // IRI of the country it belongs to, or speaks for; empty: not known
  bool linked = false;  // found in the lexicon
  bool capital = false; // places: the seat of its country's government
  std::vector<Iri> same_as;
  std::vector<Mention> mentions; // by place; never empty
};

struct Sentence {
  CodePointSpan span;
};

// What made a record: two records with the same `Made` and the same document are equal.
struct Made {
  std::string program; // "stemma 0.1.0"
  std::string pack;    // hash of the domain pack
  std::string model;   // language model, name and version; empty: none
  std::string icu;
  std::string model_hash = {};    // of all that the model's results hang on; empty: none
  std::string model_licence = {}; // as the model names it, "MIT"; empty: it does not say
  friend bool operator==(const Made&, const Made&) = default;
};

struct Record {
  Document document;
  std::vector<Entity> entities;          // by the place of the first mention, then by id
  std::vector<Event> events;             // by id
  std::vector<Abstention> abstained;     // by place; one for a sentence
  std::vector<Sentence> sentences;       // by place; co-mention is counted in these
  std::vector<std::string> fingerprints; // of runs of words, sorted; documents that copy each other share many
  std::vector<Diagnostic> notes;         // how the reading went, told in the report; each in the document's own file
  Made made;
  std::string input; // hash of all that the record was made from: the text and what was known of it, but not its path
};

} // namespace stemma
