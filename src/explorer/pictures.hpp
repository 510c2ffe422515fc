#pragma once
// Two pictures of a result, in Graphviz's language: what is around one party or thing, and where the reports of one
// event come from.

#include "explorer/event_graph.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::explorer {

// The players that `name` means: the one with this IRI, in full or in short, or the country with this code; else those
// with this label; codes and labels in any case of letters.
std::vector<std::uint32_t> find_players(const EventGraph& graph, std::string_view name);

// The events in which a player has a part, those with most origins first, and who else plays in them. Of more than
// `most_events` the first ones, and a line that says how many are left out.
std::string around_dot(const EventGraph& graph, std::uint32_t player, std::size_t most_events = 24);

// From the event over its origins and those who speak for them to the documents, one leaf for each claim.
std::string origins_dot(const PlayedEvent& event);

} // namespace stemma::explorer
