#include "export/buffered_output.hpp"
#include "export/write_graph.hpp"
#include "model/record_json.hpp"

#include <fmt/format.h>

#include <iterator>

namespace stemma::exporting {
namespace {

void append_member(std::string_view name, const Value& value, std::string& out) {
  if (std::holds_alternative<std::monostate>(value)) return;
  out += ",\"";
  out += name;
  out += "\":";
  if (const auto* text = std::get_if<std::string_view>(&value))
    append_json_string(*text, out);
  else
    append_plain(value, out);
}

void append_node(const graph::Node& node, const graph::Measure& measure, std::string& out) {
  out += "{\"id\":";
  append_json_string(node.id, out);
  append_member("label", node.label, out);
  for (const NodeAttribute& attribute : node_attributes())
    append_member(attribute.name, attribute.value(node, measure), out);
  out += '}';
}

void append_edge(const graph::PropertyGraph& graph, const graph::Edge& edge, std::string& out) {
  out += "{\"source\":";
  append_json_string(graph.nodes[edge.source].id, out);
  out += ",\"target\":";
  append_json_string(graph.nodes[edge.target].id, out);
  append_member("weight", std::uint64_t{edge.weight}, out);
  for (const EdgeAttribute& attribute : edge_attributes()) append_member(attribute.name, attribute.value(edge), out);
  out += '}';
}

} // namespace

void write_json(const MeasuredGraph& measured, std::ostream& target) {
  BufferedOutput output(target);
  std::string& out = output.text;
  out += "{\"directed\":false,\"multigraph\":true,\"graph\":{\"description\":";
  append_json_string(meaning, out);
  fmt::format_to(std::back_inserter(out), ",\"crowded_sentences\":{}}},\n\"nodes\":[",
                 measured.graph.crowded_sentences);
  for (std::size_t n = 0; n < measured.graph.nodes.size(); ++n) {
    out += n == 0 ? "\n" : ",\n";
    append_node(measured.graph.nodes[n], measured.measures[n], out);
    output.pass_on_if_large();
  }
  out += "],\n\"edges\":[";
  for (std::size_t e = 0; e < measured.graph.edges.size(); ++e) {
    out += e == 0 ? "\n" : ",\n";
    append_edge(measured.graph, measured.graph.edges[e], out);
    output.pass_on_if_large();
  }
  out += "]}\n";
  output.pass_on();
}

} // namespace stemma::exporting
