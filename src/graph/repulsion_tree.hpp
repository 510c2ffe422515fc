#pragma once
// What many points do to one, reckoned in the time of a few: far points count as one at their centre (Barnes, Hut
// 1986). For the sources of this module only.

#include "graph/place_nodes.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace stemma::graph {

class RepulsionTree {
public:
  // Both of one size; charges are more than 0.
  RepulsionTree(const std::vector<Point>& points, const std::vector<double>& charges);

  // The sum over all other points of charge · direction / distance.
  Point push_on(std::uint32_t point) const;

private:
  static constexpr std::uint32_t none = 0xffffffffU;
  struct Cell {
    Point centre;      // of charge
    double charge = 0; // of all points in it
    double left = 0, top = 0, side = 0;
    std::array<std::uint32_t, 4> parts{none, none, none, none};
    std::uint32_t point = none; // a cell without parts holds points: the first one; the others are in next_
  };
  void add(std::uint32_t point);
  std::uint32_t part_for(std::uint32_t cell, const Point& at);

  const std::vector<Point>& points_;
  const std::vector<double>& charges_;
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> next_; // points that share a cell of the deepest level
};

} // namespace stemma::graph
