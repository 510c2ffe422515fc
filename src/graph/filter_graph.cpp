#include "graph/filter_graph.hpp"

#include <algorithm>

namespace stemma::graph {
namespace {

bool admits(const Filter& filter, NodeKind kind) {
  if (kind == NodeKind::document) return filter.documents;
  return filter.kinds.empty() || std::find(filter.kinds.begin(), filter.kinds.end(), kind) != filter.kinds.end();
}

} // namespace

PropertyGraph filter_graph(const PropertyGraph& graph, const Filter& filter) {
  std::vector<bool> keep(graph.nodes.size());
  for (std::size_t n = 0; n < graph.nodes.size(); ++n) keep[n] = admits(filter, graph.nodes[n].kind);

  std::vector<bool> keep_edge(graph.edges.size());
  std::vector<bool> has_edge(graph.nodes.size()), loses_edge(graph.nodes.size());
  for (std::size_t e = 0; e < graph.edges.size(); ++e) {
    const Edge& edge = graph.edges[e];
    if (!keep[edge.source] || !keep[edge.target]) continue;
    keep_edge[e] = edge.weight >= filter.min_weight;
    std::vector<bool>& ends = keep_edge[e] ? has_edge : loses_edge;
    ends[edge.source] = ends[edge.target] = true;
  }
  for (std::size_t n = 0; n < keep.size(); ++n)
    if (loses_edge[n] && !has_edge[n]) keep[n] = false;
  return subgraph(graph, keep, keep_edge);
}

PropertyGraph subgraph(const PropertyGraph& graph, const std::vector<bool>& keep, const std::vector<bool>& keep_edge) {
  PropertyGraph part;
  part.crowded_sentences = graph.crowded_sentences;
  std::vector<std::uint32_t> place(graph.nodes.size());
  for (std::size_t n = 0; n < graph.nodes.size(); ++n) {
    if (!keep[n]) continue;
    place[n] = static_cast<std::uint32_t>(part.nodes.size());
    part.nodes.push_back(graph.nodes[n]);
  }
  // Places only shrink together, so the order of the edges stays canonical.
  for (std::size_t e = 0; e < graph.edges.size(); ++e) {
    Edge edge = graph.edges[e];
    if (!keep_edge[e] || !keep[edge.source] || !keep[edge.target]) continue;
    edge.source = place[edge.source];
    edge.target = place[edge.target];
    part.edges.push_back(edge);
  }
  return part;
}

} // namespace stemma::graph
