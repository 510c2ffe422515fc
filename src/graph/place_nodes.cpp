#include "graph/place_nodes.hpp"

#include "graph/find_communities.hpp"
#include "graph/force_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace stemma::graph {
namespace {

struct Community {
  std::vector<std::uint32_t> nodes;
  WeightedLinks inside; // between places in `nodes`
  std::vector<Point> places;
  double radius = 0;
};

std::vector<Community> split(const WeightedLinks& graph, const std::vector<std::uint32_t>& community) {
  std::vector<Community> all(graph.nodes == 0 ? 0 : *std::max_element(community.begin(), community.end()) + 1U);
  std::vector<std::uint32_t> place(graph.nodes);
  for (std::uint32_t node = 0; node < graph.nodes; ++node) {
    Community& own = all[community[node]];
    place[node] = own.inside.nodes++;
    own.nodes.push_back(node);
  }
  for (const Link& link : graph.links)
    if (link.from != link.to && community[link.from] == community[link.to])
      all[community[link.from]].inside.links.push_back({place[link.from], place[link.to], link.weight});
  return all;
}

void place_inside(Community& community, const std::vector<double>& sizes) {
  std::vector<double> radii;
  for (const std::uint32_t node : community.nodes) radii.push_back(sizes[node]);
  community.places = force_layout(community.inside, radii);
  separate(community.places, radii, node_distance);
  Point middle;
  for (const Point& place : community.places) {
    middle.x += place.x / static_cast<double>(community.places.size());
    middle.y += place.y / static_cast<double>(community.places.size());
  }
  for (std::size_t i = 0; i < radii.size(); ++i) {
    Point& place = community.places[i];
    place = {place.x - middle.x, place.y - middle.y};
    community.radius = std::max(community.radius, std::sqrt(place.x * place.x + place.y * place.y) + radii[i]);
  }
}

WeightedLinks links_between(const WeightedLinks& graph, const std::vector<std::uint32_t>& community,
                            std::size_t communities) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> weights;
  for (const Link& link : graph.links)
    if (const auto ends = std::minmax(community[link.from], community[link.to]); ends.first != ends.second)
      weights[ends] += link.weight;
  WeightedLinks between;
  between.nodes = static_cast<std::uint32_t>(communities);
  for (const auto& [ends, weight] : weights) between.links.push_back({ends.first, ends.second, weight});
  return between;
}

// Forces leave much room between small communities that nothing is linked with: as little of it as may be.
void draw_together(std::vector<Point>& centres, const std::vector<double>& radii) {
  constexpr int rounds = 30;
  constexpr double nearer = 0.94;
  for (int round = 0; round < rounds; ++round) {
    for (Point& centre : centres) centre = {centre.x * nearer, centre.y * nearer};
    separate(centres, radii, node_distance);
  }
}

Point turned(const Point& p, double angle) {
  return {p.x * std::cos(angle) - p.y * std::sin(angle), p.x * std::sin(angle) + p.y * std::cos(angle)};
}

// Turns a community so that its nodes stand on the side of what they are linked with outside.
void turn_towards_links(const WeightedLinks& graph, const std::vector<std::uint32_t>& community,
                        const std::vector<Layout::Circle>& circles, std::vector<Community>& all) {
  std::vector<Point> outward(graph.nodes); // towards the communities it is linked with
  for (const Link& link : graph.links) {
    const std::uint32_t here = community[link.from], there = community[link.to];
    if (here == there) continue;
    const Point way{circles[there].centre.x - circles[here].centre.x, circles[there].centre.y - circles[here].centre.y};
    const double distance = std::max(1.0, std::sqrt(way.x * way.x + way.y * way.y));
    outward[link.from] = {outward[link.from].x + way.x / distance, outward[link.from].y + way.y / distance};
    outward[link.to] = {outward[link.to].x - way.x / distance, outward[link.to].y - way.y / distance};
  }
  for (Community& own : all) {
    double along = 0, across = 0; // the turn that makes the sum of place · outward largest
    for (std::size_t i = 0; i < own.nodes.size(); ++i) {
      const Point& place = own.places[i];
      const Point& out = outward[own.nodes[i]];
      along += place.x * out.x + place.y * out.y;
      across += place.x * out.y - place.y * out.x;
    }
    const double angle = std::atan2(across, along);
    for (Point& place : own.places) place = turned(place, angle);
  }
}

} // namespace

Layout place_nodes(const WeightedLinks& graph, const std::vector<double>& sizes) {
  Layout layout;
  layout.community = find_communities(graph);
  std::vector<Community> all = split(graph, layout.community);
  std::vector<double> radii;
  for (Community& community : all) {
    place_inside(community, sizes);
    radii.push_back(community.radius);
  }
  std::vector<Point> centres = force_layout(links_between(graph, layout.community, all.size()), radii);
  draw_together(centres, radii);
  for (std::size_t c = 0; c < all.size(); ++c) layout.communities.push_back({centres[c], radii[c]});
  turn_towards_links(graph, layout.community, layout.communities, all);
  layout.places.resize(graph.nodes);
  for (std::size_t c = 0; c < all.size(); ++c)
    for (std::size_t i = 0; i < all[c].nodes.size(); ++i)
      layout.places[all[c].nodes[i]] = {centres[c].x + all[c].places[i].x, centres[c].y + all[c].places[i].y};
  return layout;
}

} // namespace stemma::graph
