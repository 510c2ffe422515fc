#pragma once
// How two entities hang together through what is mentioned together.

#include "graph/property_graph.hpp"

#include <cstdint>
#include <vector>

namespace stemma::graph {

struct Path {
  std::vector<std::uint32_t> nodes; // from one end to the other, both included; empty: there is none
  std::vector<std::uint32_t> edges; // between neighbours in `nodes`: one fewer than nodes
};

// The way with the fewest steps over `co_mention` edges; among those the one with the most sentences in all.
// From a node to itself: that node and no edge. Throws std::out_of_range for an index that is no node.
Path find_path(const PropertyGraph& graph, std::uint32_t from, std::uint32_t to);

// The nodes and edges of `path` as a graph of their own.
PropertyGraph path_graph(const PropertyGraph& graph, const Path& path);

} // namespace stemma::graph
