#include "export/buffered_output.hpp"
#include "export/escape.hpp"
#include "export/node_style.hpp"
#include "export/write_graph.hpp"
#include "model/digest.hpp"

#include <fmt/format.h>

#include <iterator>

namespace stemma::exporting {
namespace {

void append_declaration(std::string_view name, std::string_view type, std::string& out) {
  fmt::format_to(std::back_inserter(out), "      <attribute id=\"{0}\" title=\"{0}\" type=\"{1}\"/>\n", name, type);
}

void append_declarations(std::string& out) {
  out += "    <attributes class=\"node\">\n";
  for (const NodeAttribute& attribute : node_attributes()) append_declaration(attribute.name, attribute.type, out);
  out += "    </attributes>\n    <attributes class=\"edge\">\n";
  for (const EdgeAttribute& attribute : edge_attributes()) append_declaration(attribute.name, attribute.type, out);
  out += "    </attributes>\n";
}

void append_value(std::string_view name, const Value& value, std::string& out) {
  if (std::holds_alternative<std::monostate>(value)) return;
  std::string plain;
  append_plain(value, plain);
  out += "<attvalue for=\"";
  out += name;
  out += "\" value=\"";
  append_xml(plain, out);
  out += "\"/>";
}

void append_node(const graph::Node& node, const graph::Measure& measure, std::string& out) {
  out += "      <node id=\"";
  append_xml(node.id, out);
  out += "\" label=\"";
  append_xml(node.label, out);
  out += "\"><attvalues>";
  for (const NodeAttribute& attribute : node_attributes())
    append_value(attribute.name, attribute.value(node, measure), out);
  const Colour colour = colour_of(node.kind);
  fmt::format_to(std::back_inserter(out),
                 "</attvalues><viz:color r=\"{}\" g=\"{}\" b=\"{}\"/><viz:size value=\"{:.4g}\"/></node>\n", colour.red,
                 colour.green, colour.blue, size_of(node));
}

void append_edge(const graph::PropertyGraph& graph, const graph::Edge& edge, std::string& out) {
  const graph::Node& source = graph.nodes[edge.source];
  const graph::Node& target = graph.nodes[edge.target];
  fmt::format_to(std::back_inserter(out), "      <edge id=\"e{}\" source=\"",
                 ContentHash().add(name_of(edge.kind)).add(source.id).add(target.id).id());
  append_xml(source.id, out);
  out += "\" target=\"";
  append_xml(target.id, out);
  fmt::format_to(std::back_inserter(out), "\" weight=\"{}\"><attvalues>", edge.weight);
  for (const EdgeAttribute& attribute : edge_attributes()) append_value(attribute.name, attribute.value(edge), out);
  out += "</attvalues></edge>\n";
}

} // namespace

void write_gexf(const MeasuredGraph& measured, std::ostream& target) {
  BufferedOutput output(target);
  std::string& out = output.text;
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\""
         " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
         " xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n"
         "  <meta><creator>Stemma</creator><description>";
  append_xml(meaning, out);
  out += "</description></meta>\n  <graph mode=\"static\" defaultedgetype=\"undirected\">\n";
  append_declarations(out);
  out += "    <nodes>\n";
  for (std::size_t n = 0; n < measured.graph.nodes.size(); ++n) {
    append_node(measured.graph.nodes[n], measured.measures[n], out);
    output.pass_on_if_large();
  }
  out += "    </nodes>\n    <edges>\n";
  for (const graph::Edge& edge : measured.graph.edges) {
    append_edge(measured.graph, edge, out);
    output.pass_on_if_large();
  }
  out += "    </edges>\n  </graph>\n</gexf>\n";
  output.pass_on();
}

} // namespace stemma::exporting
