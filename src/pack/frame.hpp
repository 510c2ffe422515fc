#pragma once
// Event frames: which words speak of which kind of event, and which grammatical position fills which role.
// They are data (ontology/frames/*.ttl); docs/frames.md describes them for their authors.

#include "model/record.hpp"

#include <string>
#include <vector>

namespace stemma::pack {

// A class of fillers that a role admits.
enum class Filler {
  party,    // country, organisation, person
  state,    // country
  body,     // organisation
  person,
  munition,
  place,    // place or country
  text      // any phrase, taken as words
};

// One way to fill a role: "recipient <- to, indirect : party".
struct Fill {
  std::string role;
  std::vector<std::string> positions; // subject object indirect possessor modifier complement time; else a preposition
  std::vector<Filler> admits;
};

// A sentence a frame is tested on; `facts` as "transfer supplier=Russia recipient=Syria item=tank status=occurred".
struct FrameExample {
  std::string sentence;
  std::vector<std::string> facts; // empty: the frame must stay silent
};

struct Frame {
  Iri iri;
  std::string label;
  std::string event;               // type of a record's event: "transfer"
  std::vector<std::string> verbs;  // lemmas, with particle: "hand over"; participles count as verbs
  std::vector<std::string> nouns;  // lemmas of nominal events: "delivery"
  std::vector<std::string> adjectives;
  std::vector<Fill> fills;
  std::vector<std::string> requirements; // roles that must be filled; "supplier|recipient": one of them
  std::string status;                    // what the word itself says of the event: "wanted" for "request"; empty: nothing
  std::vector<FrameExample> examples;
  Place place;                           // where the frame stands in the pack
};

// What a word does to what it embeds: "deny", "plan", "claim".
struct Embedding {
  Iri iri;
  std::vector<std::string> verbs, nouns, adjectives, adverbs;
  std::string status;     // of the embedded event: planned, wanted, failed, cancelled, denied, possible, ongoing, occurred; empty: unchanged
  std::string negated;    // the same when the embedding word is negated; empty: unchanged
  bool reports = false;   // its subject is a speaker
  std::string speaker;    // where the speaker stands: "subject" when empty
};

} // namespace stemma::pack
