#pragma once
// What the shape of the graph says about each node.

#include "graph/property_graph.hpp"

#include <cstdint>
#include <vector>

namespace stemma::graph {

struct Measure {
  std::uint32_t component = 0;       // 1 is the largest; among equals the one with the smallest id first
  std::uint32_t degree = 0;          // edges at the node
  std::uint64_t weighted_degree = 0; // sum of their weights
  double pagerank = 0;               // share of the whole: all nodes together make 1
};

// One measure for each node, in the order of `graph.nodes`. Edges count in both directions.
// PageRank follows edges in proportion to their weight, with damping 0.85 and a fixed number of rounds, summed in a
// fixed order: equal graphs give equal numbers.
std::vector<Measure> measure_nodes(const PropertyGraph& graph);

} // namespace stemma::graph
