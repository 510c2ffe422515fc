#include "export/buffered_output.hpp"
#include "export/escape.hpp"
#include "export/node_style.hpp"
#include "export/write_graph.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace stemma::exporting {
namespace {

constexpr std::size_t longest_label = 80; // code points; a longer one would hide the drawing

// An IRI holds nothing that has a meaning inside quotes.
void append_id(const Iri& id, std::string& out) { ((out += '"') += id) += '"'; }

void append_node(const graph::Node& node, std::string& out) {
  const Colour colour = colour_of(node.kind);
  out += "  ";
  append_id(node.id, out);
  out += " [label=";
  append_dot_label(shorten(node.label, longest_label), out);
  fmt::format_to(std::back_inserter(out), ", kind={}, mentions={}, documents={}, color=\"#{:02x}{:02x}{:02x}\"{}];\n",
                 name_of(node.kind), node.mentions, node.documents, colour.red, colour.green, colour.blue,
                 node.kind == graph::NodeKind::document ? ", shape=note" : "");
}

void append_edge(const graph::PropertyGraph& graph, const graph::Edge& edge, std::string& out) {
  out += "  ";
  append_id(graph.nodes[edge.source].id, out);
  out += " -- ";
  append_id(graph.nodes[edge.target].id, out);
  // Not DOT's own "weight": that one steers the layout and overflows with large counts.
  fmt::format_to(std::back_inserter(out), " [kind={}, {}={}, documents={}, penwidth={:.3g}];\n", name_of(edge.kind),
                 edge.kind == graph::EdgeKind::co_mention ? "sentences" : "mentions", edge.weight, edge.documents,
                 1 + std::log2(static_cast<double>(edge.weight)) / 2);
}

} // namespace

void write_dot(const MeasuredGraph& measured, std::ostream& target) {
  BufferedOutput output(target);
  std::string& out = output.text;
  out += "// ";
  out += meaning;
  out += "\ngraph stemma {\n"
         "  graph [layout=sfdp, overlap=false, outputorder=edgesfirst, charset=\"UTF-8\"];\n"
         "  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"sans-serif\"];\n"
         "  edge [color=\"#00000060\"];\n";
  for (const graph::Node& node : measured.graph.nodes) {
    append_node(node, out);
    output.pass_on_if_large();
  }
  for (const graph::Edge& edge : measured.graph.edges) {
    append_edge(measured.graph, edge, out);
    output.pass_on_if_large();
  }
  out += "}\n";
  output.pass_on();
}

} // namespace stemma::exporting
