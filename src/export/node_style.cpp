#include "export/node_style.hpp"

#include <algorithm>
#include <cmath>

namespace stemma::exporting {

Colour colour_of(graph::NodeKind kind) {
  switch (kind) {
  case graph::NodeKind::country: return {0, 114, 178};
  case graph::NodeKind::person: return {230, 159, 0};
  case graph::NodeKind::org: return {0, 158, 115};
  case graph::NodeKind::munition: return {213, 94, 0};
  case graph::NodeKind::place: return {86, 180, 233};
  case graph::NodeKind::document: break;
  }
  return {170, 170, 170};
}

double size_of(const graph::Node& node) {
  return std::min(40.0, 4 + 3 * std::log2(1 + static_cast<double>(node.mentions)));
}

} // namespace stemma::exporting
