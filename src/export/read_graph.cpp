#include "export/read_graph.hpp"

#include "graph/graph_builder.hpp"
#include "model/error.hpp"
#include "model/record_json.hpp"
#include "rdf/iri.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <istream>

namespace stemma::exporting {
namespace {

// Ids are written into formats that would have to drop characters of a bad one, and two could become one.
void require_iri(const Iri& id, const Place& place) {
  if (const char* fault = rdf::find_iri_fault(id))
    throw Error(fmt::format("the id '{}' is no IRI: {}", id, fault), "", place);
}

void add_line(graph::GraphBuilder& builder, const std::string& line, const Place& place) {
  const Record record = parse_record(line, place);
  require_iri(record.document.id, place);
  for (const Entity& entity : record.entities) require_iri(entity.id, place);
  try {
    builder.add(record);
  } catch (const Error& error) {
    throw Error(error.what(), error.hint(), place);
  }
}

} // namespace

graph::PropertyGraph read_graph(std::istream& lines, const std::string& name) {
  graph::GraphBuilder builder;
  Place place{name, 0, 0};
  for (std::string line; std::getline(lines, line);) {
    ++place.line;
    if (line.find_first_not_of(" \t\r") != std::string::npos) add_line(builder, line, place);
  }
  if (lines.bad() || !lines.eof()) throw Error("cannot be read to its end", "", Place{name, 0, 0});
  return builder.finish();
}

graph::PropertyGraph read_graph(const std::filesystem::path& out) {
  std::error_code ignored;
  const bool is_folder = std::filesystem::is_directory(out, ignored);
  const std::filesystem::path file = is_folder ? out / "records.ndjson" : out;
  std::ifstream lines(file, std::ios::binary);
  if (!lines)
    throw Error(fmt::format("cannot be opened: {}", std::strerror(errno)),
                "name the folder that 'stemma build -o' wrote, or a file of records from 'stemma extract'",
                Place{file.string(), 0, 0});
  return read_graph(lines, file.string());
}

} // namespace stemma::exporting
