#include "graph/force_layout.hpp"

#include "graph/repulsion_tree.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace stemma::graph {
namespace {

double length(const Point& p) { return std::sqrt(p.x * p.x + p.y * p.y); }

// Heavily linked nodes in the middle of a sunflower's spiral: even, without chance.
std::vector<Point> starting_places(const WeightedLinks& graph, const std::vector<double>& radii) {
  std::vector<double> weight(graph.nodes, 0.0);
  for (const Link& link : graph.links) {
    weight[link.from] += link.weight;
    weight[link.to] += link.weight;
  }
  std::vector<std::uint32_t> order(graph.nodes);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return weight[a] > weight[b]; });
  std::vector<Point> places(graph.nodes);
  double covered = 0;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    const double radius = radii[order[i]] + node_distance / 2;
    const double angle = i * std::numbers::pi * (3 - std::sqrt(5.0));
    places[order[i]] = {std::sqrt(covered) * std::cos(angle), std::sqrt(covered) * std::sin(angle)};
    covered += 2 * radius * radius;
  }
  return places;
}

class Forces {
public:
  Forces(const WeightedLinks& graph, const std::vector<double>& radii)
      : graph_(graph), radii_(radii), places_(starting_places(graph, radii)), pulls_(graph.nodes) {
    for (const double radius : radii) charges_.push_back(radius + node_distance);
    spread_ = 1;
    for (const Point& place : places_) spread_ = std::max(spread_, length(place));
  }

  std::vector<Point> run() {
    const int rounds = graph_.nodes > 4000 ? 150 : 300;
    for (int round = 0; round < rounds; ++round) {
      const double left = 1.0 - static_cast<double>(round) / rounds;
      step(spread_ * 0.2 * left * left);
    }
    return std::move(places_);
  }

private:
  void step(double longest_move) {
    const RepulsionTree tree(places_, charges_);
    for (std::uint32_t node = 0; node < graph_.nodes; ++node) {
      const Point push = tree.push_on(node);
      const double charge = charges_[node];
      pulls_[node] = {push.x * charge - places_[node].x * gravity_, push.y * charge - places_[node].y * gravity_};
    }
    for (const Link& link : graph_.links) pull(link);
    for (std::uint32_t node = 0; node < graph_.nodes; ++node) {
      const double size = length(pulls_[node]);
      if (size == 0) continue;
      const double move = std::min(size, longest_move) / size;
      places_[node].x += pulls_[node].x * move;
      places_[node].y += pulls_[node].y * move;
    }
  }

  // A spring between the rims of two nodes.
  void pull(const Link& link) {
    const Point from = places_[link.from], to = places_[link.to];
    const Point way{to.x - from.x, to.y - from.y};
    const double distance = length(way);
    const double slack = distance - radii_[link.from] - radii_[link.to];
    if (slack <= 0) return;
    const double strength = std::min(4.0, 1 + std::log2(std::max(1.0, link.weight)) / 2);
    const double force = strength * slack / (node_distance * 2);
    pulls_[link.from].x += way.x * force;
    pulls_[link.from].y += way.y * force;
    pulls_[link.to].x -= way.x * force;
    pulls_[link.to].y -= way.y * force;
  }

  const WeightedLinks& graph_;
  const std::vector<double>& radii_;
  std::vector<Point> places_, pulls_;
  std::vector<double> charges_;
  double spread_ = 1;
  static constexpr double gravity_ = 0.6; // keeps what is not linked from flying off
};

} // namespace

std::vector<Point> force_layout(const WeightedLinks& graph, const std::vector<double>& radii) {
  if (graph.nodes == 0) return {};
  if (graph.nodes == 1) return {Point{}};
  return Forces(graph, radii).run();
}

void separate(std::vector<Point>& places, const std::vector<double>& radii, double gap) {
  constexpr int most_rounds = 400;
  std::vector<std::uint32_t> order(places.size());
  std::iota(order.begin(), order.end(), 0U);
  for (int round = 0; round < most_rounds; ++round) {
    // By left rims: only neighbours in this order can overlap.
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const double left_a = places[a].x - radii[a], left_b = places[b].x - radii[b];
      return left_a != left_b ? left_a < left_b : a < b;
    });
    bool moved = false;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const std::uint32_t a = order[i];
      for (std::size_t j = i + 1; j < order.size(); ++j) {
        const std::uint32_t b = order[j];
        const double apart = radii[a] + radii[b] + gap;
        if (places[b].x - radii[b] > places[a].x + radii[a] + gap) break;
        Point way{places[b].x - places[a].x, places[b].y - places[a].y};
        double distance = length(way);
        if (distance >= apart * 0.999) continue;
        if (distance < 1e-6) { // one on the other: apart along a direction of their own
          way = {std::cos(a + 0.5), std::sin(a + 0.5)};
          distance = 1;
        }
        const double reach = (apart - std::min(distance, apart)) / distance;
        const double heavy = radii[a] * radii[a] + radii[b] * radii[b]; // the smaller one gives way
        const double of_a = reach * (radii[b] * radii[b]) / heavy, of_b = reach * (radii[a] * radii[a]) / heavy;
        places[a].x -= way.x * of_a;
        places[a].y -= way.y * of_a;
        places[b].x += way.x * of_b;
        places[b].y += way.y * of_b;
        moved = true;
      }
    }
    if (!moved) return;
  }
}

} // namespace stemma::graph
