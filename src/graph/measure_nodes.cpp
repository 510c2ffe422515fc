#include "graph/measure_nodes.hpp"

#include "graph/adjacency.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/range/iterator_range.hpp>

#include <algorithm>
#include <numeric>

namespace stemma::graph {
namespace {

constexpr double damping = 0.85;
constexpr int rounds = 100; // 0.85^100 < 1e-7 of the rank is still moving

class CountVertices : public boost::default_bfs_visitor {
public:
  CountVertices(std::vector<std::uint32_t>& component, std::uint32_t number, std::uint32_t& size)
      : component_(component), number_(number), size_(size) {}
  void discover_vertex(std::uint32_t vertex, const Adjacency&) {
    component_[vertex] = number_;
    ++size_;
  }

private:
  std::vector<std::uint32_t>& component_;
  std::uint32_t number_;
  std::uint32_t& size_;
};

// Component of each vertex, numbered from 1 by falling size.
std::vector<std::uint32_t> find_components(const Adjacency& adjacency) {
  const std::size_t count = num_vertices(adjacency);
  std::vector<std::uint32_t> found(count);
  std::vector<std::uint32_t> sizes;
  std::vector<boost::default_color_type> colour(count, boost::white_color);
  boost::queue<std::uint32_t> waiting;
  for (std::uint32_t vertex = 0; vertex < count; ++vertex) {
    if (colour[vertex] != boost::white_color) continue;
    sizes.push_back(0);
    const CountVertices visitor(found, static_cast<std::uint32_t>(sizes.size() - 1), sizes.back());
    boost::breadth_first_visit(adjacency, vertex, waiting, visitor, colour.data());
  }
  std::vector<std::uint32_t> order(sizes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return sizes[a] > sizes[b]; });
  std::vector<std::uint32_t> number(sizes.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i + 1;
  for (std::uint32_t& component : found) component = number[component];
  return found;
}

std::vector<double> find_pagerank(const PropertyGraph& graph, const Adjacency& adjacency,
                                  const std::vector<Measure>& measures) {
  const std::size_t count = graph.nodes.size();
  const double all = static_cast<double>(count);
  std::vector<double> rank(count, 1 / all), next(count);
  for (int round = 0; round < rounds; ++round) {
    double stranded = 0; // at nodes without edges: spread over all
    for (std::size_t v = 0; v < count; ++v)
      if (measures[v].weighted_degree == 0) stranded += rank[v];
    const double base = (1 - damping) / all + damping * stranded / all;
    for (std::uint32_t v = 0; v < count; ++v) {
      double arriving = 0;
      for (const auto arc : boost::make_iterator_range(out_edges(v, adjacency))) {
        const std::uint32_t from = target(arc, adjacency);
        arriving +=
            rank[from] * graph.edges[adjacency[arc].edge].weight / static_cast<double>(measures[from].weighted_degree);
      }
      next[v] = base + damping * arriving;
    }
    rank.swap(next);
  }
  return rank;
}

} // namespace

std::vector<Measure> measure_nodes(const PropertyGraph& graph) {
  std::vector<Measure> measures(graph.nodes.size());
  for (const Edge& edge : graph.edges) {
    for (const std::uint32_t end : {edge.source, edge.target}) {
      measures[end].degree += 1;
      measures[end].weighted_degree += edge.weight;
    }
  }
  const Adjacency adjacency = build_adjacency(graph);
  const auto components = find_components(adjacency);
  const auto ranks = find_pagerank(graph, adjacency, measures);
  for (std::size_t v = 0; v < measures.size(); ++v) {
    measures[v].component = components[v];
    measures[v].pagerank = ranks[v];
  }
  return measures;
}

} // namespace stemma::graph
