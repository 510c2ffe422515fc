#pragma once
// A measured graph in each format (docs/exports.md). Every id is written once and every edge ends at a written node.
// The same graph gives the same bytes. All throw Error when `out` takes no more. Strings must be valid UTF-8 and ids
// must be IRIs, as read_graph gives them.

#include "export/attributes.hpp"

#include <iosfwd>
#include <optional>
#include <string_view>

namespace stemma::exporting {

enum class Format { graphml, gexf, dot, json, csv };

// "graphml", "gexf", "dot", "json", "csv"
std::optional<Format> find_format(std::string_view name);

void write_graphml(const MeasuredGraph& measured, std::ostream& out);
void write_gexf(const MeasuredGraph& measured, std::ostream& out); // version 1.3
void write_dot(const MeasuredGraph& measured, std::ostream& out);
void write_json(const MeasuredGraph& measured, std::ostream& out); // node-link
void write_nodes_csv(const MeasuredGraph& measured, std::ostream& out);
void write_edges_csv(const MeasuredGraph& measured, std::ostream& out); // readable without the nodes: it has labels

// One of the above; csv: the edges.
void write_graph(const MeasuredGraph& measured, Format format, std::ostream& out);

} // namespace stemma::exporting
