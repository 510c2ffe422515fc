#pragma once

#include "model/record.hpp"
#include "pack/pack.hpp"
#include "statements/names.hpp"
#include "statements/ontology.hpp"
#include "statements/triple_sink.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace stemma::statements {

// The meta graph: documents with their hashes, their publishers and wires, the run that read them, and the credits of
// the lexicon's sources. Nothing in it changes when the same is built again: there is no time of day in it.
class Meta {
public:
  Meta(const Names& names, const pack::Pack& pack, const Ontology& ontology)
      : names_(names), pack_(pack), ontology_(ontology) {}

  void write_document(const Document& document, const Made& made, const TripleSink& sink);
  // Once, after the documents: what they named.
  void write_bodies(const TripleSink& sink) const;
  void write_run(const Made& made, const std::vector<Iri>& documents, const TripleSink& sink) const;
  // Of the graphs that are not a document's, of every term of the ontology, and of what else is handed in (IRI, label).
  void write_labels(const std::vector<std::pair<Iri, std::string>>& more, const TripleSink& sink) const;
  void write_credits(const TripleSink& sink) const;

private:
  Iri wire(const std::string& name);

  const Names& names_;
  const pack::Pack& pack_;
  const Ontology& ontology_;
  std::map<Iri, std::string> publishers_, agencies_; // IRI → name
  std::map<std::string, Iri> wires_;                 // name as written → IRI
  std::map<Iri, pack::ConceptId> known_agencies_;
};

} // namespace stemma::statements
