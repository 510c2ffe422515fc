#pragma once
// A property graph as Boost.Graph sees it: compressed sparse rows, every edge in both directions.
// For the sources of this module only.

#include "graph/property_graph.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <cstdint>

namespace stemma::graph {

struct Arc {
  std::uint32_t edge = 0; // index into PropertyGraph::edges
};

using Adjacency = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Arc, boost::no_property,
                                                     std::uint32_t, std::uint32_t>;

// The neighbours of a vertex are in the order of their ids.
Adjacency build_adjacency(const PropertyGraph& graph);

} // namespace stemma::graph
