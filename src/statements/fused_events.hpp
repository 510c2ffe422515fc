#pragma once

#include "fuse/fuse.hpp"
#include "statements/names.hpp"
#include "statements/ontology.hpp"
#include "statements/triple_sink.hpp"

#include <unordered_map>

namespace stemma::statements {

// What fusion found, as triples: the events that somebody says happened (facts) and those that nobody does (reported),
// with their counts, their origins, and the claims that contradict or supersede one another.
class FusedEvents {
public:
  // All of them outlive this.
  FusedEvents(const fuse::Corpus& corpus, const fuse::Fused& fused, const Names& names, const Ontology& ontology);

  void write_facts(const TripleSink& sink) const;
  void write_reported(const TripleSink& sink) const;
  // Which documents copy which, for the meta graph.
  void write_lineages(const TripleSink& sink) const;

  // One line for readers: "North Korea to Russia: artillery shell, more than a million, 2023-08-01 to 2023-11-01".
  std::string label(const fuse::FusedEvent& event) const;
  // Of a fused event: EVENT under the base, from the id of its first report.
  const Iri& iri(const fuse::FusedEvent& event) const { return event_iris_.at(event.reports.front()); }

private:
  void write_event(const fuse::FusedEvent& event, const TripleSink& sink) const;
  void write_roles(const Iri& iri, const fuse::FusedEvent& event, const TripleSink& sink) const;
  void write_origins(const Iri& iri, const fuse::FusedEvent& event, const TripleSink& sink) const;
  void write_disagreements(const fuse::FusedEvent& event, const TripleSink& sink) const;
  void write_entities(bool facts, const TripleSink& sink) const;
  void write_same(const TripleSink& sink) const;
  std::string words_of(const fuse::FusedEvent& event, std::string_view role) const;
  Iri claim(const fuse::ClaimNumber& claim) const;
  std::string origin_label(const fuse::Origin& origin) const;

  const fuse::Corpus& corpus_;
  const fuse::Fused& fused_;
  const Names& names_;
  const Ontology& ontology_;
  std::unordered_map<fuse::ReportNumber, Iri> event_iris_;    // by first report
  std::unordered_map<std::string_view, const Iri*> fused_as_; // report IRI → event IRI
};

} // namespace stemma::statements
