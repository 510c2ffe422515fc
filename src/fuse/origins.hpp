#pragma once

#include "fuse/clusters.hpp"

#include <string>
#include <vector>

namespace stemma::fuse {

// One claim of a report: a chain of attribution, or the document itself.
struct ClaimNumber {
  ReportNumber report = 0;
  std::uint32_t chain = none; // index into the report's chains
  friend auto operator<=>(const ClaimNumber&, const ClaimNumber&) = default;
};

// Where the claims of one event come from, however many outlets and wires carry them.
struct Origin {
  enum class Kind : std::uint8_t {
    body,   // the last named body of the chains, on one occasion
    wire,   // nobody is named: the news agency that is credited
    lineage // nobody is named and no agency is credited: the text that was copied
  };
  Kind kind = Kind::lineage;
  EntityNumber body = none;                         // body: the state, where an agency or office-holder speaks for one
  std::string wire;                                 // wire: its name
  DocumentNumber document = none;                   // the earliest one that carries it
  Day first = day_before_all, last = day_after_all; // publication of the claims of this occasion; open: not known
  bool denies = false;
  std::vector<ClaimNumber> claims; // in the order of publication
};

// All claims of a cluster, in the order of publication, each in one origin. Asserting origins first, each kind by their
// earliest claim.
std::vector<Origin> origins(const Corpus& corpus, const Relations& relations,
                            const std::vector<DocumentNumber>& lineages, const std::vector<std::string>& lineage_wires,
                            const Cluster& cluster);

// The wire that a lineage's documents credit, by document; of several the smallest name; empty: none.
std::vector<std::string> lineage_wires(const Corpus& corpus, const std::vector<DocumentNumber>& lineages);

} // namespace stemma::fuse
