#pragma once
// The fused events of a result with those who play in them, each with all that is known of why it is there: what the
// page and the pictures show.

#include "audit/explanation.hpp"
#include "audit/result.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace stemma::explorer {

// Somebody or something that plays in events.
struct Player {
  Iri iri;
  std::string id; // the IRI in short: "country:XX"
  std::string label;
  std::string kind; // "country", "person", "org", "munition", "place", "other"
  std::string type; // label of its class: "news agency"
};

// Something that is named by a class or property of the ontology.
struct Term {
  std::string id; // the IRI in short: "stm:supplier"
  std::string label;
};

struct PlayedEvent {
  std::string id;                                           // the IRI in short: "event/5d20…"
  std::uint32_t type = 0;                                   // index into EventGraph::types
  std::uint32_t status = 0;                                 // index into EventGraph::statuses
  std::string from, to;                                     // ISO days; empty: open
  std::vector<std::pair<std::uint32_t, std::string>> words; // roles filled by words: index into roles, the words
  std::vector<std::uint32_t> documents;                     // indices, each once, in order
  audit::Explanation explanation;
};

// A role that somebody plays in an event. Nodes are the players and then the events.
struct Part {
  std::uint32_t event = 0; // index into events
  std::uint32_t node = 0;  // index into players; where it is an event: number of players + index into events
  std::uint32_t role = 0;  // index into roles
};

struct CitedDocument {
  Iri iri;
  std::string id, path, title, publisher, published, wire; // empty: not known
};

struct EventGraph {
  std::vector<Player> players;              // by IRI
  std::vector<PlayedEvent> events;          // by IRI
  std::vector<Part> parts;                  // by event, in the order of the roles of the event
  std::vector<CitedDocument> documents;     // by IRI
  std::vector<Term> types, statuses, roles; // in order of their ids
  std::uint32_t nodes() const { return static_cast<std::uint32_t>(players.size() + events.size()); }
};

EventGraph read_event_graph(const audit::Result& result);

} // namespace stemma::explorer
