#include "export/buffered_output.hpp"
#include "export/escape.hpp"
#include "export/write_graph.hpp"

namespace stemma::exporting {
namespace {

void append_cell(const Value& value, std::string& out) {
  out += ',';
  if (const auto* text = std::get_if<std::string_view>(&value))
    append_csv_field(*text, out);
  else
    append_plain(value, out);
}

} // namespace

// The first columns have the names under which Gephi's spreadsheet import knows them.

void write_nodes_csv(const MeasuredGraph& measured, std::ostream& target) {
  BufferedOutput output(target);
  std::string& out = output.text;
  out += "Id,Label";
  for (const NodeAttribute& attribute : node_attributes()) (out += ',') += attribute.name;
  out += "\r\n";
  for (std::size_t n = 0; n < measured.graph.nodes.size(); ++n) {
    const graph::Node& node = measured.graph.nodes[n];
    append_csv_field(node.id, out);
    append_cell(node.label, out);
    for (const NodeAttribute& attribute : node_attributes())
      append_cell(attribute.value(node, measured.measures[n]), out);
    out += "\r\n";
    output.pass_on_if_large();
  }
  output.pass_on();
}

void write_edges_csv(const MeasuredGraph& measured, std::ostream& target) {
  BufferedOutput output(target);
  std::string& out = output.text;
  out += "Source,Target,Type,Weight";
  for (const EdgeAttribute& attribute : edge_attributes()) (out += ',') += attribute.name;
  out += ",source_label,target_label\r\n";
  for (const graph::Edge& edge : measured.graph.edges) {
    const graph::Node& source = measured.graph.nodes[edge.source];
    const graph::Node& end = measured.graph.nodes[edge.target];
    append_csv_field(source.id, out);
    append_cell(end.id, out);
    append_cell(std::string_view("Undirected"), out);
    append_cell(std::uint64_t{edge.weight}, out);
    for (const EdgeAttribute& attribute : edge_attributes()) append_cell(attribute.value(edge), out);
    append_cell(source.label, out);
    append_cell(end.label, out);
    out += "\r\n";
    output.pass_on_if_large();
  }
  output.pass_on();
}

} // namespace stemma::exporting
