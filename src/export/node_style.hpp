#pragma once
// How a node looks where a format has looks.

#include "graph/property_graph.hpp"

#include <cstdint>

namespace stemma::exporting {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
};

Colour colour_of(graph::NodeKind kind); // told apart by people who see colours differently, too

// 4 to 40, with the logarithm of the mentions.
double size_of(const graph::Node& node);

} // namespace stemma::exporting
