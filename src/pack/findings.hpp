#pragma once
// What the checks of a pack share: its statements with their places, and the list of what was found.

#include "model/diagnostic.hpp"
#include "pack/statements.hpp"
#include "pack/word_knowledge.hpp"
#include "rdf/graph_store.hpp"

#include <string>
#include <vector>

namespace stemma::pack {

struct PlacedTriple {
  rdf::Triple triple;
  Place place;
};

struct CheckedPack {
  std::vector<PlacedTriple> triples; // in the order of the files, shapes left out
  rdf::GraphStore store;             // the same
  Subjects subjects;                 // what the program reads of them
};

class Findings {
public:
  void add(const char* code, std::string message, const Place& place) {
    list.push_back({Severity::error, code, std::move(message), place});
  }
  std::vector<Diagnostic> list;
};

void check_terms(const CheckedPack& pack, Findings& findings);     // labels, ties, unknown terms, references
void check_hierarchy(const CheckedPack& pack, Findings& findings); // cycles
void check_values(const CheckedPack& pack, Findings& findings);    // dates, numbers, codes, flags
void check_names(const CheckedPack& pack, Findings& findings);     // ambiguous names, two concepts for one thing
void check_frames(const CheckedPack& pack, const WordKnowledge& words, Findings& findings); // frames, kinds, embedding
void check_shadowed(const CheckedPack& pack, const Frames& frames, Findings& findings);     // frames another one hides

// "country/KP" of an IRI of the lexicon, "stm:Country" of one of the ontology; other IRIs as they are.
std::string short_iri(const std::string& iri);

} // namespace stemma::pack
