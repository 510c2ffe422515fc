#pragma once
// One event as one document reports it, with one stance and everybody it is put down to.

#include "model/offset.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace stemma {

struct Evidence {
  CodePointSpan span;          // in the decoded source
  std::string text;            // the source's characters, verbatim
  std::string role;            // the role it shows; empty: the event as a whole
  std::optional<unsigned> hop; // the n-th link of an attribution chain, 0-based
};

struct EventQuantity {
  std::optional<double> min, max; // absent: not bounded on that side
  bool approximate = false;
  bool cumulative = false; // "so far", "since August"
  bool additional = false; // "a further 200": beyond what was there before
  std::string unit;        // ISO 4217 for money, "%", "t", "km"; empty: a plain count
  std::string of;          // IRI of the entity that is counted; empty: the text only
  std::string text;        // verbatim
};

struct EventTime {
  std::string start, end; // ISO 8601 days, both included; empty: open
  std::string text;       // verbatim
};

// The roles of an event type are those of the pack's frames; "kind" holds words, all others IRIs of entities or events.
struct Event {
  std::string id;   // IRI below the document's
  std::string type; // "transfer", "assistance", …
  std::map<std::string, std::vector<std::string>> roles;
  std::map<std::string, std::vector<std::string>> implied; // of `roles`, who is not named at the event but concluded
  std::vector<EventQuantity> quantities;
  std::optional<EventTime> time;
  std::vector<std::string> places; // IRIs of entities
  std::string status;              // occurred ongoing planned wanted failed cancelled denied possible
  std::string about;               // id shared by the assertion and the denial of one thing
  std::vector<std::vector<std::string>>
      attribution;                // chains of entity IRIs, from the one who speaks to the one relied on
  std::string frame;              // IRI of the frame that fired
  std::vector<Evidence> evidence; // by place; never empty
};

// A sentence that has the word of an event and somebody or something named, from which no event was made.
struct Abstention {
  CodePointSpan span; // the sentence, in the decoded source
  std::string text;   // its characters, verbatim
  std::string type;   // of the event that was looked for
  std::string frame;  // IRI of the frame whose word stands in the sentence
  std::string reason; // English, for readers: "nobody fills 'supplier' or 'recipient'"
};

} // namespace stemma
