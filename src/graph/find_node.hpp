#pragma once
// Nodes by what a person calls them.

#include "graph/property_graph.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace stemma::graph {

// The entity with this id; where there is none, all with this code; where there is none, all with exactly this label.
std::vector<std::uint32_t> find_entities(const PropertyGraph& graph, std::string_view name);

} // namespace stemma::graph
