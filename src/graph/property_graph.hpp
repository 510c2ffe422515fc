#pragma once
// The property graph: entities and documents, who is mentioned where, and who is mentioned together.
// Plain arrays in one canonical order, so that the same set of records gives the same bytes downstream.

#include "model/record.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::graph {

enum class NodeKind { country, person, org, munition, place, document };

// What an edge says. Both kinds are about texts, never about the world.
enum class EdgeKind {
  mentions,  // a document names an entity
  co_mention // two entities are named in one sentence
};

// "country", "person", "org", "munition", "place", "document"; "mentions", "co_mention".
std::string_view name_of(NodeKind kind);
std::string_view name_of(EdgeKind kind);

struct Node {
  Iri id;
  NodeKind kind = NodeKind::place;
  std::string type;            // class of the ontology, local name; documents: "Document"
  std::string label;           // never empty: the entity's label, the document's title or path, else the id
  std::string code;            // countries: ISO 3166-1 alpha-2
  std::string category;        // munitions
  Iri country;                 // of the country it belongs to
  bool linked = false;         // the entity is in the lexicon
  std::string path;            // documents: where it was read
  Date published;              // documents
  std::string publisher;       // documents
  std::uint64_t mentions = 0;  // entities: in all documents; documents: of all entities
  std::uint32_t documents = 0; // entities: that mention it; documents: 1
};

struct Edge {
  std::uint32_t source = 0; // index of a node; `mentions`: the document; `co_mention`: the one with the smaller id
  std::uint32_t target = 0;
  EdgeKind kind = EdgeKind::mentions;
  std::uint32_t weight = 0;    // `mentions`: mentions; `co_mention`: sentences
  std::uint32_t documents = 0; // in how many documents; `mentions`: 1
};

struct PropertyGraph {
  std::vector<Node> nodes;             // by id, each once
  std::vector<Edge> edges;             // by source, target, kind; each once; both ends are in `nodes`
  std::uint64_t crowded_sentences = 0; // left out of `co_mention`: see GraphBuilder
};

} // namespace stemma::graph
