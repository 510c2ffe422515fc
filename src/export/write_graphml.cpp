#include "export/buffered_output.hpp"
#include "export/escape.hpp"
#include "export/write_graph.hpp"
#include "model/digest.hpp"

namespace stemma::exporting {
namespace {

// GraphML wants a name token, which an IRI is not; the hash is the same in every export, so exports can be joined.
std::string node_token(const graph::Node& node) { return "n" + ContentHash().add(node.id).id(); }

void append_key(std::string_view of, std::string_view id, std::string_view name, std::string_view type,
                std::string& out) {
  out += "  <key id=\"";
  out += id;
  out += "\" for=\"";
  out += of;
  out += "\" attr.name=\"";
  out += name;
  out += "\" attr.type=\"";
  out += type;
  out += "\"/>\n";
}

void append_data(std::string_view key_prefix, std::string_view name, const Value& value, std::string& out) {
  if (std::holds_alternative<std::monostate>(value)) return;
  std::string plain;
  append_plain(value, plain);
  out += "<data key=\"";
  out += key_prefix;
  out += name;
  out += "\">";
  append_xml(plain, out);
  out += "</data>";
}

void append_keys(std::string& out) {
  append_key("node", "label", "label", "string", out);
  append_key("node", "iri", "iri", "string", out);
  for (const NodeAttribute& attribute : node_attributes())
    append_key("node", "node_" + std::string(attribute.name), attribute.name, attribute.type, out);
  append_key("edge", "weight", "weight", "double", out);
  for (const EdgeAttribute& attribute : edge_attributes())
    append_key("edge", "edge_" + std::string(attribute.name), attribute.name, attribute.type, out);
}

} // namespace

void write_graphml(const MeasuredGraph& measured, std::ostream& target) {
  BufferedOutput output(target);
  std::string& out = output.text;
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
         " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
         " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
         " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n  <desc>";
  append_xml(meaning, out);
  out += "</desc>\n";
  append_keys(out);
  out += "  <graph id=\"stemma\" edgedefault=\"undirected\">\n";
  std::vector<std::string> tokens;
  for (std::size_t n = 0; n < measured.graph.nodes.size(); ++n) {
    const graph::Node& node = measured.graph.nodes[n];
    tokens.push_back(node_token(node));
    out += "    <node id=\"" + tokens.back() + "\">";
    append_data("", "label", node.label, out);
    append_data("", "iri", node.id, out);
    for (const NodeAttribute& attribute : node_attributes())
      append_data("node_", attribute.name, attribute.value(node, measured.measures[n]), out);
    out += "</node>\n";
    output.pass_on_if_large();
  }
  for (const graph::Edge& edge : measured.graph.edges) {
    out += "    <edge source=\"" + tokens[edge.source] + "\" target=\"" + tokens[edge.target] + "\">";
    append_data("", "weight", std::uint64_t{edge.weight}, out);
    for (const EdgeAttribute& attribute : edge_attributes())
      append_data("edge_", attribute.name, attribute.value(edge), out);
    out += "</edge>\n";
    output.pass_on_if_large();
  }
  out += "  </graph>\n</graphml>\n";
  output.pass_on();
}

} // namespace stemma::exporting
