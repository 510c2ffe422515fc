#include "extract/time_edges.hpp"

namespace stemma::extract {

using Edge = TimeExpression::Edge;

std::optional<Edge> edge_of_word(const std::string& word) {
  if (word == "since") return Edge::since;
  if (word == "after" || word == "following") return Edge::from; // "after it invaded in March": from then on
  if (word == "before" || word == "until") return Edge::before;
  return std::nullopt;
}

bool leads_away(const std::string& word) {
  return word == "despite" || word == "amid" || word == "besides" || word == "unlike" || word == "notwithstanding";
}

std::optional<Edge> opening_edge(const Scene& scene, TokenIndex t) {
  const auto dep = scene.tree.dep(t);
  if (dep == "prep" || dep == "pcomp") return edge_of_word(scene.words[t]);
  if (dep != "advcl") return std::nullopt;
  for (const auto child : scene.tree.children(t))
    if (scene.tree.dep(child) == "mark") return edge_of_word(scene.words[child]);
  return std::nullopt;
}

} // namespace stemma::extract
