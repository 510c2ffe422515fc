#include "export/attributes.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <utility>

namespace stemma::exporting {
namespace {

using graph::Edge;
using graph::Measure;
using graph::Node;

Value text(std::string_view value) { return value.empty() ? Value{} : Value{value}; }
Value count(std::uint64_t value) { return value; }

constexpr std::array<NodeAttribute, 15> of_nodes{{
    {"kind", "string", [](const Node& n, const Measure&) { return text(name_of(n.kind)); }},
    {"type", "string", [](const Node& n, const Measure&) { return text(n.type); }},
    {"code", "string", [](const Node& n, const Measure&) { return text(n.code); }},
    {"category", "string", [](const Node& n, const Measure&) { return text(n.category); }},
    {"country", "string", [](const Node& n, const Measure&) { return text(n.country); }},
    {"linked", "boolean",
     [](const Node& n, const Measure&) { return n.kind == graph::NodeKind::document ? Value{} : Value{n.linked}; }},
    {"path", "string", [](const Node& n, const Measure&) { return text(n.path); }},
    {"published", "string", [](const Node& n, const Measure&) { return text(n.published); }},
    {"publisher", "string", [](const Node& n, const Measure&) { return text(n.publisher); }},
    {"mentions", "long", [](const Node& n, const Measure&) { return count(n.mentions); }},
    {"documents", "long", [](const Node& n, const Measure&) { return count(n.documents); }},
    {"component", "long", [](const Node&, const Measure& m) { return count(m.component); }},
    {"degree", "long", [](const Node&, const Measure& m) { return count(m.degree); }},
    {"weighted_degree", "long", [](const Node&, const Measure& m) { return count(m.weighted_degree); }},
    {"pagerank", "double", [](const Node&, const Measure& m) { return Value{m.pagerank}; }},
}};

constexpr std::array<EdgeAttribute, 2> of_edges{{
    {"kind", "string", [](const Edge& e) { return text(name_of(e.kind)); }},
    {"documents", "long", [](const Edge& e) { return count(e.documents); }},
}};

struct AppendPlain {
  std::string& out;
  void operator()(std::monostate) const {}
  void operator()(std::string_view value) const { out += value; }
  void operator()(std::uint64_t value) const { fmt::format_to(std::back_inserter(out), "{}", value); }
  void operator()(double value) const { fmt::format_to(std::back_inserter(out), "{:.8g}", value); }
  void operator()(bool value) const { out += value ? "true" : "false"; }
};

} // namespace

MeasuredGraph measure(graph::PropertyGraph graph) {
  auto measures = graph::measure_nodes(graph);
  return {std::move(graph), std::move(measures)};
}

std::span<const NodeAttribute> node_attributes() { return of_nodes; }
std::span<const EdgeAttribute> edge_attributes() { return of_edges; }

void append_plain(const Value& value, std::string& out) { std::visit(AppendPlain{out}, value); }

} // namespace stemma::exporting
