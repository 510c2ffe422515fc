#pragma once

#include "model/record.hpp"
#include "pack/pack.hpp"
#include "statements/ontology.hpp"
#include "statements/triple_sink.hpp"

#include <set>

namespace stemma::statements {

// The facts graph: what the lexicon knows of everything that was mentioned, and the labels of the classes used. (Who
// was named together with whom is no fact about the world and stands in the claims graphs alone.)
class Facts {
public:
  Facts(const pack::Pack& pack, const Ontology& ontology) : pack_(pack), ontology_(ontology) {}

  // Notes what is mentioned, what that is a kind of and where it belongs. The order of records changes nothing.
  void add(const Record& record);
  void add_classes_of(std::string_view local_name);
  void write(const TripleSink& sink) const;

private:
  void add_concept(pack::ConceptId id);

  const pack::Pack& pack_;
  const Ontology& ontology_;
  std::set<pack::ConceptId> concepts_;
  std::set<std::string, std::less<>> types_; // local names
};

} // namespace stemma::statements
