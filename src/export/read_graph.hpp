#pragma once
// The records that a build wrote, as a graph.

#include "graph/property_graph.hpp"

#include <filesystem>
#include <iosfwd>
#include <string>

namespace stemma::exporting {

// From OUT/records.ndjson, or from the file itself when `out` is no folder. Every id of the graph is a valid IRI.
// Throws Error, with the line where one is to blame, for what is not there or no record.
graph::PropertyGraph read_graph(const std::filesystem::path& out);

// The same from a stream; `name` stands in messages.
graph::PropertyGraph read_graph(std::istream& lines, const std::string& name);

} // namespace stemma::exporting
