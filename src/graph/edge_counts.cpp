#include "graph/edge_counts.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace stemma::graph {
namespace {

auto key(const Edge& edge) { return std::tuple(edge.source, edge.target, edge.kind); }

} // namespace

void EdgeCounts::add(const Edge& edge) {
  if (edges_.size() >= compact_at_) compact();
  edges_.push_back(edge);
}

std::vector<Edge> EdgeCounts::take() {
  compact();
  return std::exchange(edges_, {});
}

void EdgeCounts::compact() {
  std::sort(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) { return key(a) < key(b); });
  std::size_t kept = 0;
  for (const Edge& edge : edges_) {
    if (kept > 0 && key(edges_[kept - 1]) == key(edge)) {
      edges_[kept - 1].weight += edge.weight;
      edges_[kept - 1].documents += edge.documents;
    } else {
      edges_[kept++] = edge;
    }
  }
  edges_.resize(kept);
  // Sorting again only after the list has doubled keeps the whole work at n log n.
  compact_at_ = std::max<std::size_t>(1 << 16, 2 * kept);
}

} // namespace stemma::graph
