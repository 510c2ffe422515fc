#include "graph/repulsion_tree.hpp"

#include <algorithm>
#include <cmath>

namespace stemma::graph {
namespace {

constexpr double wide = 0.9;   // a cell that looks wider than this is opened
constexpr double least = 1e-3; // side of a cell that is not parted, and the nearest that two points count as

} // namespace

RepulsionTree::RepulsionTree(const std::vector<Point>& points, const std::vector<double>& charges)
    : points_(points), charges_(charges), next_(points.size(), none) {
  Cell root;
  double right = 0, bottom = 0;
  for (const Point& point : points) {
    root.left = std::min(root.left, point.x);
    root.top = std::min(root.top, point.y);
    right = std::max(right, point.x);
    bottom = std::max(bottom, point.y);
  }
  root.side = std::max({right - root.left, bottom - root.top, least}) * 1.0001;
  cells_.reserve(2 * points.size() + 1);
  cells_.push_back(root);
  for (std::uint32_t point = 0; point < points.size(); ++point) add(point);
  for (Cell& cell : cells_) {
    cell.centre.x /= cell.charge;
    cell.centre.y /= cell.charge;
  }
}

std::uint32_t RepulsionTree::part_for(std::uint32_t cell, const Point& at) {
  const double half = cells_[cell].side / 2;
  const bool east = at.x >= cells_[cell].left + half, south = at.y >= cells_[cell].top + half;
  const std::size_t which = (east ? 1U : 0U) + (south ? 2U : 0U);
  if (cells_[cell].parts[which] == none) {
    Cell part;
    part.left = cells_[cell].left + (east ? half : 0);
    part.top = cells_[cell].top + (south ? half : 0);
    part.side = half;
    cells_[cell].parts[which] = static_cast<std::uint32_t>(cells_.size());
    cells_.push_back(part);
  }
  return cells_[cell].parts[which];
}

void RepulsionTree::add(std::uint32_t point) {
  const auto count = [this](std::uint32_t cell, std::uint32_t added) {
    cells_[cell].charge += charges_[added];
    cells_[cell].centre.x += charges_[added] * points_[added].x;
    cells_[cell].centre.y += charges_[added] * points_[added].y;
  };
  std::uint32_t cell = 0;
  for (;;) {
    const bool empty = cells_[cell].charge == 0;
    const bool leaf = cells_[cell].point != none;
    if (empty || (leaf && cells_[cell].side <= least)) {
      count(cell, point);
      next_[point] = cells_[cell].point;
      cells_[cell].point = point;
      return;
    }
    count(cell, point);
    if (leaf) {
      const std::uint32_t before = cells_[cell].point;
      cells_[cell].point = none;
      const std::uint32_t part = part_for(cell, points_[before]);
      count(part, before);
      cells_[part].point = before;
    }
    cell = part_for(cell, points_[point]);
  }
}

Point RepulsionTree::push_on(std::uint32_t point) const {
  Point push;
  const Point at = points_[point];
  const auto add_push = [&](const Point& from, double charge) {
    const double x = at.x - from.x, y = at.y - from.y;
    const double square = std::max(x * x + y * y, least * least);
    push.x += charge * x / square;
    push.y += charge * y / square;
  };
  std::array<std::uint32_t, 256> waiting{}; // four parts of each of at most 60 levels
  std::size_t size = 0;
  waiting[size++] = 0;
  while (size > 0) {
    const Cell& cell = cells_[waiting[--size]];
    for (std::uint32_t inside = cell.point; inside != none; inside = next_[inside])
      if (inside != point) add_push(points_[inside], charges_[inside]);
    if (cell.point != none) continue;
    const double x = at.x - cell.centre.x, y = at.y - cell.centre.y;
    if (cell.side * cell.side < wide * wide * (x * x + y * y)) {
      add_push(cell.centre, cell.charge);
      continue;
    }
    for (const std::uint32_t part : cell.parts)
      if (part != none) waiting[size++] = part;
  }
  return push;
}

} // namespace stemma::graph
