#pragma once

#include "model/record.hpp"
#include "rdf/term.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stemma::statements {

// What statements need of the pack's classes and properties (the Turtle at its top) beyond the concepts: their labels,
// what is above a class, and whom the lexicon's sources want credited (credits.ttl).
class Ontology {
public:
  // Reads the terms and credits of the pack, and what it imports of the program's own pack, `installed`.
  // Throws Error with file and line.
  static Ontology read(const std::filesystem::path& pack, const std::filesystem::path& installed = {});

  // The class of this local name ("Country"), ours before that of another namespace, and every class above it, each
  // once, nearest first.
  std::vector<Iri> classes(std::string_view local_name) const;
  // The class and every class above it, each once, nearest first.
  std::vector<Iri> classes_of(const Iri& type) const;
  // Whether values of the property are words, not things (owl:DatatypeProperty).
  bool holds_words(const Iri& property) const;
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
  // For so many days after an event that a record calls `word` ("transfer") undated reports still tell of it; absent:
  // the pack does not say.
  std::optional<int> told_within(std::string_view word) const;
  bool knows(const Iri& term) const { return terms_.contains(term); }
  // The triples of credits.ttl, sorted, in no graph.
  const std::vector<rdf::Quad>& credits() const { return credits_; }

private:
  void note(const rdf::Quad& quad);

  struct TermEntry {
    std::string label, label_pattern;
    bool acts_for_state = false;
    std::optional<int> told_within; // days
    bool holds_words = false;
    std::vector<Iri> above; // direct superclasses, sorted
  };
  std::map<Iri, TermEntry, std::less<>> terms_;           // what the pack describes
  std::map<std::string, Iri, std::less<>> by_local_name_; // terms of other namespaces than ours
  std::map<std::string, Iri, std::less<>> record_terms_;
  std::vector<rdf::Quad> credits_;
};

} // namespace stemma::statements
