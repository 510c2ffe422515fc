#pragma once

#include "model/record.hpp"
#include "rdf/term.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stemma::statements {

// What statements need of the pack's classes and properties (stemma.ttl) beyond the concepts: their labels, what is
// above a class, and whom the lexicon's sources want credited (credits.ttl).
class Ontology {
public:
  // Reads `pack`/stemma.ttl and, where there is one, `pack`/credits.ttl. Throws Error with file and line.
  static Ontology read(const std::filesystem::path& pack);

  // The class of this local name ("Country") and every class above it, each once, nearest first.
  std::vector<Iri> classes(std::string_view local_name) const;
  // The class or property that a record calls `word` ("transfer", "participants"). Throws Error when there is none.
  const Iri& require_record_term(std::string_view word) const;
  // Absent label: empty.
  std::string_view label(const Iri& term) const;
  // Every term that has a label, by IRI.
  std::vector<std::pair<Iri, std::string>> labels() const;
  // How an event of this class is put into a line: pieces between bars, a role in braces; absent: empty.
  std::string_view label_pattern(const Iri& type) const;
  // Whether bodies of the class of this local name speak and act for their state.
  bool acts_for_state(std::string_view local_name) const;
  bool knows(const Iri& term) const { return terms_.contains(term); }
  // The triples of credits.ttl, sorted, in no graph.
  const std::vector<rdf::Quad>& credits() const { return credits_; }

private:
  struct TermEntry {
    std::string label, label_pattern;
    bool acts_for_state = false;
    std::vector<Iri> above; // direct superclasses, sorted
  };
  std::map<Iri, TermEntry, std::less<>> terms_; // what stemma.ttl describes
  std::map<std::string, Iri, std::less<>> record_terms_;
  std::vector<rdf::Quad> credits_;
};

} // namespace stemma::statements
