#pragma once
// A graph reduced to what a layout needs to know of it.

#include <cstdint>
#include <vector>

namespace stemma::graph {

struct Link {
  std::uint32_t from = 0, to = 0; // nodes, counted from 0
  double weight = 1;              // more than 0
};

// Undirected; a link may stand there several times, and then counts several times. A link of a node with itself is
// passed over.
struct WeightedLinks {
  std::uint32_t nodes = 0;
  std::vector<Link> links;
};

} // namespace stemma::graph
