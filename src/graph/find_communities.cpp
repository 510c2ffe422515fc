#include "graph/find_communities.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace stemma::graph {
namespace {

struct Neighbour {
  std::uint32_t node;
  double weight;
};

// One level of the method: the communities of the level below are its nodes.
struct Level {
  std::vector<std::uint32_t> first; // of each node's neighbours; one more than nodes
  std::vector<Neighbour> neighbours;
  std::vector<double> strength; // sum of the weights at a node, its inner ones twice
  std::uint32_t size() const { return static_cast<std::uint32_t>(strength.size()); }
};

// `links` in both directions, sorted; equal ones become one. `inner[n]`: weight inside of what n stands for, twice.
Level make_level(std::vector<Link> links, const std::vector<double>& inner) {
  std::sort(links.begin(), links.end(),
            [](const Link& a, const Link& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
  Level level;
  level.strength = inner;
  level.first.assign(inner.size() + 1, 0);
  for (std::size_t i = 0; i < links.size(); ++i) {
    level.strength[links[i].from] += links[i].weight;
    if (i > 0 && links[i].from == links[i - 1].from && links[i].to == links[i - 1].to) {
      level.neighbours.back().weight += links[i].weight;
      continue;
    }
    level.neighbours.push_back({links[i].to, links[i].weight});
    ++level.first[links[i].from + 1];
  }
  std::partial_sum(level.first.begin(), level.first.end(), level.first.begin());
  return level;
}

Level lowest_level(const WeightedLinks& graph) {
  std::vector<Link> both;
  both.reserve(2 * graph.links.size());
  for (const Link& link : graph.links) {
    if (link.from == link.to) continue;
    both.push_back(link);
    both.push_back({link.to, link.from, link.weight});
  }
  return make_level(std::move(both), std::vector<double>(graph.nodes, 0.0));
}

class Moving {
public:
  explicit Moving(const Level& level)
      : level_(level), community_(level.size()), total_(level.strength), weight_to_(level.size(), 0.0),
        twice_all_(std::accumulate(level.strength.begin(), level.strength.end(), 0.0)) {
    std::iota(community_.begin(), community_.end(), 0U);
  }

  // Moves nodes to where the modularity gains most, until none gains.
  std::vector<std::uint32_t> run() {
    constexpr int most_passes = 32; // in practice fewer than ten move anything
    for (int pass = 0; pass < most_passes && move_all(); ++pass) {
    }
    return std::move(community_);
  }

private:
  bool move_all() {
    bool moved = false;
    for (std::uint32_t node = 0; node < level_.size(); ++node) moved |= move(node);
    return moved;
  }

  bool move(std::uint32_t node) {
    near_.clear();
    for (std::uint32_t i = level_.first[node]; i < level_.first[node + 1]; ++i) {
      const auto [other, weight] = level_.neighbours[i];
      double& sum = weight_to_[community_[other]];
      if (sum == 0.0) near_.push_back(community_[other]);
      sum += weight;
    }
    const std::uint32_t own = community_[node];
    total_[own] -= level_.strength[node];
    constexpr double least_gain = 1e-9; // below it two sums differ by rounding only
    std::uint32_t best = own;
    double best_gain = gain(node, own);
    std::sort(near_.begin(), near_.end());
    for (const std::uint32_t candidate : near_)
      if (const double gained = gain(node, candidate); gained > best_gain + least_gain) {
        best = candidate;
        best_gain = gained;
      }
    total_[best] += level_.strength[node];
    community_[node] = best;
    for (const std::uint32_t touched : near_) weight_to_[touched] = 0.0;
    return best != own;
  }

  double gain(std::uint32_t node, std::uint32_t community) const {
    return weight_to_[community] - level_.strength[node] * total_[community] / twice_all_;
  }

  const Level& level_;
  std::vector<std::uint32_t> community_;
  std::vector<double> total_, weight_to_;
  std::vector<std::uint32_t> near_;
  double twice_all_;
};

// 0, 1, 2 … in the order in which they come; how many there are.
std::uint32_t renumber(std::vector<std::uint32_t>& numbers) {
  constexpr std::uint32_t unseen = 0xffffffffU;
  std::vector<std::uint32_t> renumbered(numbers.size(), unseen);
  std::uint32_t next = 0;
  for (std::uint32_t& number : numbers) {
    if (renumbered[number] == unseen) renumbered[number] = next++;
    number = renumbered[number];
  }
  return next;
}

Level join(const Level& level, const std::vector<std::uint32_t>& community, std::uint32_t communities) {
  std::vector<Link> links;
  std::vector<double> inner(communities, 0.0);
  for (std::uint32_t node = 0; node < level.size(); ++node) {
    double outer = 0;
    for (std::uint32_t i = level.first[node]; i < level.first[node + 1]; ++i) {
      const auto [other, weight] = level.neighbours[i];
      outer += weight;
      if (community[node] == community[other])
        inner[community[node]] += weight;
      else
        links.push_back({community[node], community[other], weight});
    }
    inner[community[node]] += level.strength[node] - outer;
  }
  return make_level(std::move(links), inner);
}

void order_by_size(std::vector<std::uint32_t>& community, std::uint32_t communities) {
  std::vector<std::uint32_t> size(communities, 0), order(communities), place(communities);
  for (const std::uint32_t number : community) ++size[number];
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return size[a] > size[b]; });
  for (std::uint32_t i = 0; i < communities; ++i) place[order[i]] = i;
  for (std::uint32_t& number : community) number = place[number];
}

} // namespace

std::vector<std::uint32_t> find_communities(const WeightedLinks& graph) {
  std::vector<std::uint32_t> community(graph.nodes);
  std::iota(community.begin(), community.end(), 0U);
  Level level = lowest_level(graph);
  for (std::uint32_t communities = graph.nodes;;) {
    std::vector<std::uint32_t> joined = Moving(level).run();
    const std::uint32_t fewer = renumber(joined);
    for (std::uint32_t& number : community) number = joined[number];
    if (fewer == communities) break;
    communities = fewer;
    level = join(level, joined, communities);
  }
  order_by_size(community, renumber(community));
  return community;
}

} // namespace stemma::graph
