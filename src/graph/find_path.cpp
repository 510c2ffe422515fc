#include "graph/find_path.hpp"

#include "graph/adjacency.hpp"
#include "graph/filter_graph.hpp"

#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <algorithm>
#include <functional>
#include <limits>
#include <stdexcept>

namespace stemma::graph {
namespace {

// Fewer steps are shorter; among equals more sentences are.
struct Length {
  std::uint32_t steps = 0;
  std::uint64_t sentences = 0;
  friend bool operator<(const Length& a, const Length& b) {
    return a.steps != b.steps ? a.steps < b.steps : a.sentences > b.sentences;
  }
  friend bool operator==(const Length&, const Length&) = default;
};

constexpr Length unreached{std::numeric_limits<std::uint32_t>::max(), 0};

Length operator+(const Length& a, const Length& b) {
  if (a == unreached || b == unreached) return unreached;
  return {a.steps + b.steps, a.sentences + b.sentences};
}

using ArcId = boost::graph_traits<Adjacency>::edge_descriptor;

struct IsCoMention {
  const PropertyGraph* graph = nullptr;
  const Adjacency* adjacency = nullptr;
  bool operator()(const ArcId& arc) const { return graph->edges[(*adjacency)[arc].edge].kind == EdgeKind::co_mention; }
};

// The vertex before each on the shortest way from `from`; a vertex that is not reached is before itself.
std::vector<std::uint32_t> find_predecessors(const PropertyGraph& graph, const Adjacency& adjacency,
                                             std::uint32_t from) {
  const boost::filtered_graph<Adjacency, IsCoMention> together(adjacency, IsCoMention{&graph, &adjacency});
  const auto length = boost::make_function_property_map<ArcId>(
      [&](const ArcId& arc) { return Length{1, graph.edges[adjacency[arc].edge].weight}; });
  std::vector<std::uint32_t> before(graph.nodes.size());
  std::vector<Length> distance(graph.nodes.size());
  const auto number = get(boost::vertex_index, adjacency);
  boost::dijkstra_shortest_paths(together, from,
                                 boost::predecessor_map(boost::make_iterator_property_map(before.begin(), number))
                                     .distance_map(boost::make_iterator_property_map(distance.begin(), number))
                                     .vertex_index_map(number)
                                     .weight_map(length)
                                     .distance_inf(unreached)
                                     .distance_zero(Length{})
                                     .distance_compare(std::less<Length>())
                                     .distance_combine(std::plus<Length>()));
  return before;
}

std::uint32_t edge_between(const PropertyGraph& graph, std::uint32_t a, std::uint32_t b) {
  const auto [source, target] = std::minmax(a, b);
  const auto found = std::find_if(graph.edges.begin(), graph.edges.end(), [s = source, t = target](const Edge& edge) {
    return edge.source == s && edge.target == t && edge.kind == EdgeKind::co_mention;
  });
  return static_cast<std::uint32_t>(found - graph.edges.begin());
}

} // namespace

Path find_path(const PropertyGraph& graph, std::uint32_t from, std::uint32_t to) {
  if (std::max(from, to) >= graph.nodes.size()) throw std::out_of_range("find_path: no such node");
  if (from == to) return {{from}, {}};
  const auto before = find_predecessors(graph, build_adjacency(graph), from);
  if (before[to] == to) return {};
  Path path;
  for (std::uint32_t at = to; at != from; at = before[at]) {
    path.nodes.push_back(at);
    path.edges.push_back(edge_between(graph, before[at], at));
  }
  path.nodes.push_back(from);
  std::reverse(path.nodes.begin(), path.nodes.end());
  std::reverse(path.edges.begin(), path.edges.end());
  return path;
}

PropertyGraph path_graph(const PropertyGraph& graph, const Path& path) {
  std::vector<bool> keep(graph.nodes.size()), keep_edge(graph.edges.size());
  for (const std::uint32_t node : path.nodes) keep[node] = true;
  for (const std::uint32_t edge : path.edges) keep_edge[edge] = true;
  return subgraph(graph, keep, keep_edge);
}

} // namespace stemma::graph
