#include "graph/adjacency.hpp"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace stemma::graph {
namespace {

struct Row {
  std::uint32_t from, to, edge;
};

} // namespace

Adjacency build_adjacency(const PropertyGraph& graph) {
  std::vector<Row> rows;
  rows.reserve(2 * graph.edges.size());
  for (std::uint32_t e = 0; e < graph.edges.size(); ++e) {
    rows.push_back({graph.edges[e].source, graph.edges[e].target, e});
    rows.push_back({graph.edges[e].target, graph.edges[e].source, e});
  }
  std::sort(rows.begin(), rows.end(),
            [](const Row& a, const Row& b) { return std::tie(a.from, a.to, a.edge) < std::tie(b.from, b.to, b.edge); });
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<Arc> arcs;
  ends.reserve(rows.size());
  arcs.reserve(rows.size());
  for (const Row& row : rows) {
    ends.emplace_back(row.from, row.to);
    arcs.push_back({row.edge});
  }
  return {boost::edges_are_sorted, ends.begin(), ends.end(), arcs.begin(),
          static_cast<std::uint32_t>(graph.nodes.size())};
}

} // namespace stemma::graph
