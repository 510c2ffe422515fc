#pragma once
// Named graphs into a triple store, one after another; a graph that fails does not stop the others.

#include "store/http_request.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace stemma::store {

// Graph name → its triples as N-Triples, sorted by name.
struct GraphText {
  std::string ntriples;
  std::uint64_t triples = 0;
};
using Graphs = std::map<std::string, GraphText>;

// Reads .nq or .trig. Throws Error for what is no RDF, and for a triple outside every named graph.
Graphs read_graphs(const std::filesystem::path& file);

struct LoadOptions {
  std::string update_url;      // SPARQL 1.1 Update
  std::string graph_store_url; // Graph Store Protocol; empty: all goes by update
  std::string base;            // graphs below it belong to the result
  // Every graph takes the place of the one in the store, and graphs of the store below `base` that the result does not
  // have are removed. Otherwise triples are added to what is there, except for the views below `replaced_always`.
  bool replace = false;
  std::vector<std::string> replaced_always; // names of graphs that are recomputed as a whole and never united
  std::size_t update_bytes = 1 << 20;       // of triples in one update
  std::chrono::milliseconds timeout{600'000};
  RetryPolicy retry{};
  Access access{};
  std::filesystem::path journal; // what was loaded is noted here and not sent again; removed at the end; empty: none
  std::function<void(const std::string& graph, std::size_t done, std::size_t all)> on_progress; // may be empty
};

struct LoadFailure {
  std::string graph; // empty: the removal of graphs that are no longer there
  std::string message, hint;
};

struct LoadReport {
  std::vector<std::string> loaded; // graphs, in order
  std::uint64_t triples = 0;       // in them
  std::size_t noted = 0;           // graphs that the journal says were loaded before
  std::vector<LoadFailure> failed;
  std::vector<std::string> untried; // the store did not answer any more
};

// Loading twice leaves the store as loading once. Graphs are sent in the order of their names. Throws Error for a
// journal that cannot be read or written.
LoadReport load_graphs(const Graphs& graphs, const LoadOptions& options);

} // namespace stemma::store
