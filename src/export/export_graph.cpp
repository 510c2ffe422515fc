#include "export/export_graph.hpp"

#include "export/read_graph.hpp"
#include "export/replace_file.hpp"
#include "graph/find_node.hpp"
#include "graph/find_path.hpp"
#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace stemma::exporting {
namespace {

constexpr std::size_t most_candidates = 5; // that a message lists

std::uint32_t require_entity(const graph::PropertyGraph& graph, const std::string& name) {
  const auto found = graph::find_entities(graph, name);
  if (found.empty())
    throw Error(fmt::format("no entity '{}' in this graph", name), "name it by its IRI, its code or its whole label");
  if (found.size() == 1) return found.front();
  std::string hint = "name it by its IRI:";
  for (std::size_t i = 0; i < std::min(found.size(), most_candidates); ++i)
    hint += fmt::format(" <{}>", graph.nodes[found[i]].id);
  throw Error(fmt::format("{} entities are called '{}'", found.size(), name), hint);
}

graph::PropertyGraph shortest_path(const graph::PropertyGraph& graph, const std::string& from, const std::string& to) {
  const graph::Path path = find_path(graph, require_entity(graph, from), require_entity(graph, to));
  if (path.nodes.empty()) throw Error(fmt::format("no path of co-mentions leads from '{}' to '{}'", from, to));
  return path_graph(graph, path);
}

graph::PropertyGraph read(const ExportRequest& request, std::istream& in) {
  const auto whole = request.from == "-" ? read_graph(in, "standard input") : read_graph(request.from);
  auto part = filter_graph(whole, request.filter);
  if (request.path_ends.first.empty()) return part;
  return shortest_path(part, request.path_ends.first, request.path_ends.second);
}

void write(const MeasuredGraph& measured, const ExportRequest& request, std::ostream& out) {
  if (request.to.empty()) {
    write_graph(measured, request.format, out);
  } else if (request.format == Format::csv) {
    replace_folder(request.to, {{"nodes.csv", [&](std::ostream& file) { write_nodes_csv(measured, file); }},
                                {"edges.csv", [&](std::ostream& file) { write_edges_csv(measured, file); }}});
  } else {
    replace_file(request.to, [&](std::ostream& file) { write_graph(measured, request.format, file); });
  }
}

} // namespace

ExportSummary export_graph(const ExportRequest& request, std::istream& in, std::ostream& out) {
  const MeasuredGraph measured = measure(read(request, in));
  write(measured, request, out);
  return {measured.graph.nodes.size(), measured.graph.edges.size(), measured.graph.crowded_sentences};
}

} // namespace stemma::exporting
