#pragma once
// From the records of a build to a file that a graph program opens.

#include "export/write_graph.hpp"
#include "graph/filter_graph.hpp"

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <utility>

namespace stemma::exporting {

struct ExportRequest {
  std::filesystem::path from; // the folder of a build, or a file of records; "-": `in`
  Format format = Format::graphml;
  std::filesystem::path to; // empty: `out`; csv: a folder for nodes.csv and edges.csv, else a file
  graph::Filter filter;
  // Both set: only the shortest path between these two entities, named by IRI, code or label.
  std::pair<std::string, std::string> path_ends;
};

struct ExportSummary {
  std::size_t nodes = 0;
  std::size_t edges = 0;
  std::uint64_t crowded_sentences = 0; // left out of `co_mention`: they name too many entities
};

// Throws Error for what cannot be read, found or written; a file or folder `to` is then what it was before.
ExportSummary export_graph(const ExportRequest& request, std::istream& in, std::ostream& out);

} // namespace stemma::exporting
