#pragma once

#include "explorer/event_graph.hpp"
#include "graph/place_nodes.hpp"

#include <vector>

namespace stemma::explorer {

// Where the nodes of an event graph are drawn, players first, in whole units of a drawing.
struct Arrangement {
  std::vector<std::pair<std::int64_t, std::int64_t>> places;
  std::vector<std::uint32_t> community;
  struct Circle {
    std::int64_t x, y, radius;
    std::string label; // its players with the most parts
  };
  std::vector<Circle> communities;
  std::vector<std::uint32_t> degree; // parts at each node
};

Arrangement arrange(const EventGraph& graph);

} // namespace stemma::explorer
