#pragma once
// Counts edges that arrive in any order and many times over. Memory grows with the number of different edges,
// not with the number of arrivals.

#include "graph/property_graph.hpp"

#include <cstddef>
#include <vector>

namespace stemma::graph {

class EdgeCounts {
public:
  // `weight` and `documents` are added to what is known of (source, target, kind).
  void add(const Edge& edge);

  // Every edge once, by source, target, kind. The object is empty afterwards.
  std::vector<Edge> take();

private:
  void compact();

  std::vector<Edge> edges_; // [0, size at the last compaction) is sorted and unique
  std::size_t compact_at_ = 1 << 16;
};

} // namespace stemma::graph
