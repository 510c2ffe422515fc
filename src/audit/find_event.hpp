#pragma once

#include "audit/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace stemma::audit {

// The fused events that `thing` means, the one told most often first. It is an IRI in any of the ways of writing one
// ("<event/5d20…>", "event/5d20…", "country:XX", in full), of an event, a claim, an origin, a document or somebody who
// plays in events; or words, all of which stand in the event's label, its type, the names in it or the quotes of its
// claims, in any case of letters; those whose label and names have them go first. Empty: nothing fits.
std::vector<rdf::TermNumber> find_events(const Result& result, std::string_view thing);

// What the fused events can be found by, each once, sorted: the names of their types and of all that plays in them.
std::vector<std::string> names_of_events(const Result& result);

} // namespace stemma::audit
