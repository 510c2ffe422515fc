#pragma once
// The one step that looks across documents: the same entity, the same event, the same origin. A function of the set of
// records: their order and grouping change nothing.

#include "fuse/disagreements.hpp"
#include "fuse/same_entities.hpp"

namespace stemma::fuse {

// One event told by one or many documents.
struct FusedEvent {
  std::string type;
  Status status = Status::occurred; // happened: as the latest claim that says so has it; else that of the latest claim
  bool disputed = false;            // a claim denies it
  std::map<std::string, std::vector<Iri>> roles; // sorted; of the reports that say it happened, else of all of them
  std::vector<EventQuantity> quantities;         // of the latest such report that gives any
  Day from = day_before_all, to = day_after_all; // what all such dated reports allow
  Cluster reports;                               // by publication; the first one gives the event its id
  std::vector<Origin> origins;
  std::vector<Disagreement> disagreements;
  std::size_t documents = 0, wires = 0, speakers = 0; // different ones; speakers: the first of each chain
  std::size_t asserting_origins = 0, denying_origins = 0;
};

struct Fused {
  std::vector<FusedEvent> events; // by their first report
  SameEntities same;
  std::vector<DocumentNumber> lineages; // by document: the earliest of its lineage
};

// Sorts the corpus and fuses it. An exchange's parts are the fused events of its parts.
Fused fuse(Corpus& corpus);

} // namespace stemma::fuse
