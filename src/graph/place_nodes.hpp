#pragma once
// Where each node is drawn: communities apart, nodes beside what they are linked with.

#include "graph/weighted_links.hpp"

#include <cstdint>
#include <vector>

namespace stemma::graph {

struct Point {
  double x = 0, y = 0;
};

struct Layout {
  std::vector<Point> places;            // one for each node; about `node_distance` apart at the least
  std::vector<std::uint32_t> community; // one for each node; see find_communities
  struct Circle {
    Point centre;
    double radius = 0;
  };
  std::vector<Circle> communities; // holds all its nodes; no two of them overlap
};

inline constexpr double node_distance = 24;

// `sizes`: radius of each node in units of its drawing, at least 1. Equal graphs give equal places.
Layout place_nodes(const WeightedLinks& graph, const std::vector<double>& sizes);

} // namespace stemma::graph
