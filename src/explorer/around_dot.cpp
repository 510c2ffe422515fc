#include "explorer/dot_text.hpp"
#include "explorer/pictures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace stemma::explorer {

namespace {

const char* shape_of(const std::string& kind) {
  if (kind == "country") return "hexagon";
  if (kind == "person") return "ellipse";
  if (kind == "munition") return "octagon";
  if (kind == "place") return "house";
  return "box";
}

// Full for what somebody says happened, dashed for what is only reported, red where somebody denies it.
std::string looks_of(const PlayedEvent& event) {
  const bool denied = event.explanation.disputed || event.explanation.denying_origins > 0;
  return fmt::format("shape=box, style=\"rounded,filled{}\", fillcolor=\"{}\", color=\"{}\"",
                     event.explanation.fact ? "" : ",dashed", event.explanation.fact ? "#e4eefa" : "#ffffff",
                     denied ? "#b3261e" : "#0b5cad");
}

std::string below(const PlayedEvent& event) {
  const audit::Explanation& about = event.explanation;
  std::string text = fmt::format("{} {}", about.origins, about.origins == 1 ? "origin" : "origins");
  if (about.label.find("(" + about.status + ")") == std::string::npos) text = about.status + ", " + text; // said once
  if (about.denying_origins > 0) text += fmt::format(", {} denying", about.denying_origins);
  return text;
}

std::string node_name(std::uint32_t node) { return fmt::format("n{}", node); }

} // namespace

std::vector<std::uint32_t> find_players(const EventGraph& graph, std::string_view name) {
  const auto lower = [](std::string_view text) {
    std::string out(text);
    for (char& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
  };
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < graph.players.size(); ++i) {
    const Player& player = graph.players[i];
    if (player.iri == name || player.id == name || lower(player.id) == "country:" + lower(name)) return {i};
    if (lower(player.label) == lower(name)) found.push_back(i);
  }
  return found;
}

std::string around_dot(const EventGraph& graph, std::uint32_t player, std::size_t most_events) {
  std::vector<std::uint32_t> events;
  for (const Part& part : graph.parts)
    if (part.node == player && (events.empty() || events.back() != part.event)) events.push_back(part.event);
  std::stable_sort(events.begin(), events.end(), [&](std::uint32_t a, std::uint32_t b) {
    return graph.events[a].explanation.origins > graph.events[b].explanation.origins;
  });
  const std::size_t left_out = events.size() > most_events ? events.size() - most_events : 0;
  events.resize(events.size() - left_out);
  const std::set<std::uint32_t> shown(events.begin(), events.end());

  std::string out(dot_beginning());
  const auto line = std::back_inserter(out);
  if (left_out > 0) fmt::format_to(line, "  label=\"{} further events are left out\";\n", left_out);
  std::set<std::uint32_t> players;
  std::string edges;
  const auto players_count = static_cast<std::uint32_t>(graph.players.size());
  for (const Part& part : graph.parts) {
    if (!shown.contains(part.event)) continue;
    if (part.node >= players_count && !shown.contains(part.node - players_count)) continue;
    if (part.node < players_count) players.insert(part.node);
    const bool acts = part.node == player;
    const std::string event = node_name(players_count + part.event), other = node_name(part.node);
    fmt::format_to(std::back_inserter(edges), "  {} -> {} [label={}{}];\n", acts ? other : event, acts ? event : other,
                   dot_label(graph.roles[part.role].label, 24), acts ? ", arrowhead=none" : "");
  }
  for (const std::uint32_t number : players)
    fmt::format_to(line, "  {} [label={}, shape={}{}];\n", node_name(number),
                   dot_label(graph.players[number].label, 22), shape_of(graph.players[number].kind),
                   number == player ? ", fillcolor=\"#1d3f66\", color=\"#1d3f66\", fontcolor=white" : "");
  for (const std::uint32_t number : shown)
    fmt::format_to(line, "  {} [label={}, {}];\n", node_name(players_count + number),
                   dot_label(graph.events[number].explanation.label, below(graph.events[number]), 34),
                   looks_of(graph.events[number]));
  return out + edges + "}\n";
}

} // namespace stemma::explorer
