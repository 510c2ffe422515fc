#include "graph/find_node.hpp"

#include <string>

namespace stemma::graph {

std::vector<std::uint32_t> find_entities(const PropertyGraph& graph, std::string_view name) {
  for (const auto part : {&Node::id, &Node::code, &Node::label}) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t n = 0; n < graph.nodes.size(); ++n)
      if (graph.nodes[n].kind != NodeKind::document && graph.nodes[n].*part == name) found.push_back(n);
    if (!found.empty()) return found;
  }
  return {};
}

} // namespace stemma::graph
