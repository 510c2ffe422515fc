#pragma once
// The one list of what an export says about nodes and edges; every format walks it.

#include "graph/measure_nodes.hpp"
#include "graph/property_graph.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stemma::exporting {

// A graph with what its shape says about each node.
struct MeasuredGraph {
  graph::PropertyGraph graph;
  std::vector<graph::Measure> measures; // one for each node
};

MeasuredGraph measure(graph::PropertyGraph graph);

// monostate: this node or edge has no such attribute.
using Value = std::variant<std::monostate, std::string_view, std::uint64_t, double, bool>;

struct NodeAttribute {
  std::string_view name; // "weighted_degree"
  std::string_view type; // of GraphML and GEXF: "string", "long", "double", "boolean"
  Value (*value)(const graph::Node& node, const graph::Measure& measure);
};

struct EdgeAttribute {
  std::string_view name;
  std::string_view type;
  Value (*value)(const graph::Edge& edge);
};

std::span<const NodeAttribute> node_attributes(); // without id and label
std::span<const EdgeAttribute> edge_attributes(); // without the ends and the weight

// The number or word; numbers that are no whole ones with eight digits, in the same way everywhere.
// Texts are appended as they are: the caller quotes them.
void append_plain(const Value& value, std::string& out);

// What stands in an export as a warning to its reader.
inline constexpr std::string_view meaning =
    "Entities and documents. An edge 'mentions' says that a document names an entity; an edge 'co_mention' says that "
    "two entities are named in one sentence, in as many sentences as its weight. Neither says anything about the "
    "world.";

} // namespace stemma::exporting
