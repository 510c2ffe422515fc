#include "graph/find_communities.hpp"
#include "graph/place_nodes.hpp"

#include <catch2/catch.hpp>

#include <cmath>

namespace {

using namespace stemma::graph;

// Rings of `size` nodes, each with chords, one linked to the next by a single link.
WeightedLinks rings(std::uint32_t count, std::uint32_t size) {
  WeightedLinks graph{count * size, {}};
  for (std::uint32_t ring = 0; ring < count; ++ring) {
    for (std::uint32_t i = 0; i < size; ++i)
      for (const std::uint32_t step : {1U, 2U})
        graph.links.push_back({ring * size + i, ring * size + (i + step) % size, 1});
    if (ring > 0) graph.links.push_back({ring * size, (ring - 1) * size, 1});
  }
  return graph;
}

double distance(const Point& a, const Point& b) { return std::hypot(a.x - b.x, a.y - b.y); }

} // namespace

TEST_CASE("communities are what is linked closely, the largest first") {
  WeightedLinks graph = rings(4, 12);
  graph.nodes += 2; // two nodes that nothing is linked with
  const auto community = find_communities(graph);
  for (std::uint32_t node = 0; node < 48; ++node) CHECK(community[node] == node / 12);
  CHECK(community[48] == 4);
  CHECK(community[49] == 5);
}

TEST_CASE("weights decide to whom a node belongs") {
  WeightedLinks graph{6, {{0, 1, 5}, {1, 2, 5}, {0, 2, 5}, {3, 4, 5}, {4, 5, 5}, {3, 5, 5}, {2, 3, 0.5}}};
  const auto community = find_communities(graph);
  CHECK(community == std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1});
}

TEST_CASE("communities lie apart, and no two nodes meet") {
  const WeightedLinks graph = rings(9, 20);
  const std::vector<double> sizes(graph.nodes, 6);
  const Layout layout = place_nodes(graph, sizes);
  for (std::size_t a = 0; a < layout.communities.size(); ++a)
    for (std::size_t b = a + 1; b < layout.communities.size(); ++b)
      CHECK(distance(layout.communities[a].centre, layout.communities[b].centre) >
            layout.communities[a].radius + layout.communities[b].radius);
  for (std::uint32_t node = 0; node < graph.nodes; ++node) {
    const auto& circle = layout.communities[layout.community[node]];
    CHECK(distance(layout.places[node], circle.centre) <= circle.radius * 1.001);
  }
  for (std::uint32_t a = 0; a < graph.nodes; ++a)
    for (std::uint32_t b = a + 1; b < graph.nodes; ++b)
      if (distance(layout.places[a], layout.places[b]) < 12) FAIL("nodes " << a << " and " << b << " meet");
}

TEST_CASE("linked nodes are nearer than others") {
  const WeightedLinks graph = rings(1, 40);
  const Layout layout = place_nodes(graph, std::vector<double>(40, 4));
  double linked = 0, all = 0;
  for (const Link& link : graph.links)
    linked += distance(layout.places[link.from], layout.places[link.to]) / static_cast<double>(graph.links.size());
  for (std::uint32_t a = 0; a < 40; ++a)
    for (std::uint32_t b = 0; b < a; ++b) all += distance(layout.places[a], layout.places[b]) / 780;
  CHECK(linked < all / 2);
}

TEST_CASE("equal graphs have equal places") {
  const WeightedLinks graph = rings(5, 16);
  const std::vector<double> sizes(graph.nodes, 5);
  const Layout first = place_nodes(graph, sizes), second = place_nodes(graph, sizes);
  for (std::uint32_t node = 0; node < graph.nodes; ++node) {
    CHECK(first.places[node].x == second.places[node].x);
    CHECK(first.places[node].y == second.places[node].y);
  }
}

TEST_CASE("graphs of nothing, of one node and of no links are placed") {
  CHECK(place_nodes({}, {}).places.empty());
  CHECK(place_nodes({1, {}}, {4}).places.size() == 1);
  CHECK(place_nodes({1, {{0, 0, 1}}}, {4}).communities.size() == 1);
  const Layout layout = place_nodes({50, {}}, std::vector<double>(50, 4));
  CHECK(layout.communities.size() == 50);
}
