#include "explorer/arrange.hpp"

#include <algorithm>
#include <cmath>

namespace stemma::explorer {

namespace {

// As the page draws them: with the root of what hangs on them.
double size_of(std::uint32_t degree) { return std::min(24.0, 4 + 2 * std::sqrt(static_cast<double>(degree))); }

std::int64_t whole(double value) { return std::llround(value); }

std::vector<std::string> name_communities(const EventGraph& graph, const Arrangement& arrangement, std::size_t count) {
  constexpr std::size_t most_names = 3;
  std::vector<std::vector<std::uint32_t>> players(count);
  for (std::uint32_t player = 0; player < graph.players.size(); ++player)
    players[arrangement.community[player]].push_back(player);
  std::vector<std::string> names(count);
  for (std::size_t c = 0; c < count; ++c) {
    std::stable_sort(players[c].begin(), players[c].end(),
                     [&](std::uint32_t a, std::uint32_t b) { return arrangement.degree[a] > arrangement.degree[b]; });
    for (std::size_t i = 0; i < std::min(most_names, players[c].size()); ++i)
      names[c] += (i == 0 ? "" : ", ") + graph.players[players[c][i]].label;
  }
  return names;
}

} // namespace

Arrangement arrange(const EventGraph& graph) {
  graph::WeightedLinks links;
  links.nodes = graph.nodes();
  Arrangement out;
  out.degree.assign(links.nodes, 0);
  for (const Part& part : graph.parts) {
    const auto event = static_cast<std::uint32_t>(graph.players.size()) + part.event;
    links.links.push_back({event, part.node, 1});
    ++out.degree[event];
    ++out.degree[part.node];
  }
  std::vector<double> sizes;
  for (const std::uint32_t degree : out.degree) sizes.push_back(size_of(degree));
  const graph::Layout layout = graph::place_nodes(links, sizes);
  for (const graph::Point& place : layout.places) out.places.emplace_back(whole(place.x), whole(place.y));
  out.community = layout.community;
  const auto names = name_communities(graph, out, layout.communities.size());
  for (std::size_t c = 0; c < layout.communities.size(); ++c) {
    const auto& circle = layout.communities[c];
    out.communities.push_back({whole(circle.centre.x), whole(circle.centre.y), whole(circle.radius), names[c]});
  }
  return out;
}

} // namespace stemma::explorer
