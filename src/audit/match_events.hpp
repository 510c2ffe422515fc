#pragma once

#include "audit/result.hpp"

#include <map>
#include <string>
#include <vector>

namespace stemma::audit {

// The IRI below the base: two results may stand below different ones.
std::string below_base(const Result& result, rdf::TermNumber iri);

struct MatchedEvents {
  std::map<rdf::TermNumber, rdf::TermNumber> before_of; // new event → old event, one to one
  std::vector<rdf::TermNumber> known, withdrawn;        // without one on the other side
  // Old events whose reports have gone into a new event that goes on another old one; and the other way round.
  std::vector<std::pair<rdf::TermNumber, rdf::TermNumber>> joined, split; // (old, new)
};

MatchedEvents match_events(const Result& before, const Result& after);

} // namespace stemma::audit
