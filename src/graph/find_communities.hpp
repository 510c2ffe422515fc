#pragma once
// Which nodes belong together.

#include "graph/weighted_links.hpp"

#include <cstdint>
#include <vector>

namespace stemma::graph {

// For each node the number of its community: 0 is the largest; among equals the one with the smallest node first.
// Communities are those of Louvain's method (Blondel et al. 2008), nodes taken in their order: equal links give equal
// communities. A node without links is a community of its own.
std::vector<std::uint32_t> find_communities(const WeightedLinks& graph);

} // namespace stemma::graph
