#pragma once
// A part of a graph, as a graph of its own.

#include "graph/property_graph.hpp"

#include <cstdint>
#include <vector>

namespace stemma::graph {

struct Filter {
  std::vector<NodeKind> kinds;  // entities of these kinds stay; empty: all
  bool documents = true;        // documents stay
  std::uint32_t min_weight = 1; // lighter edges go, and with them the nodes that lose their last edge by it
};

// The nodes that stay keep what is counted on them (`mentions`, `documents`): those are counts of the whole graph.
PropertyGraph filter_graph(const PropertyGraph& graph, const Filter& filter);

// The nodes with `keep[node]` and the edges with `keep_edge[edge]` whose two ends are kept.
PropertyGraph subgraph(const PropertyGraph& graph, const std::vector<bool>& keep, const std::vector<bool>& keep_edge);

} // namespace stemma::graph
