#include "graph/property_graph.hpp"

namespace stemma::graph {

std::string_view name_of(NodeKind kind) {
  switch (kind) {
  case NodeKind::country: return "country";
  case NodeKind::person: return "person";
  case NodeKind::org: return "org";
  case NodeKind::munition: return "munition";
  case NodeKind::place: return "place";
  case NodeKind::document: return "document";
  }
  return {};
}

std::string_view name_of(EdgeKind kind) {
  switch (kind) {
  case EdgeKind::mentions: return "mentions";
  case EdgeKind::co_mention: return "co_mention";
  }
  return {};
}

} // namespace stemma::graph
