#pragma once
// The graphs of a result as pieces of text that only need to be put one after another. The claims graph of a document
// hangs on nothing but its record, so the threads that make records write it too.

#include "pipeline/resources.hpp"
#include "pipeline/spool.hpp"
#include "statements/triple_sink.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace stemma::pipeline {

// A record with its claims graph: one line of records.ndjson, one block of dataset.trig, lines of dataset.nq and of
// abstained.ndjson.
struct RecordPieces {
  Segment json, trig, nquads, abstained;
  Segment text; // of a page: what was read of it
};

// The statements of one graph, given to whatever sink is handed in; called once for each syntax.
using Statements = std::function<void(const statements::TripleSink&)>;

class Dataset {
public:
  explicit Dataset(const Resources& resources);

  // `json`: the record's line, without the line's end. Thread-safe while the spool is the caller's own.
  RecordPieces write(const Record& record, std::string_view json, Spool& spool) const;
  // The same for a graph of its own; `json` stays empty.
  RecordPieces write_graph(const Iri& graph, const Statements& statements, Spool& spool) const;

  // What stands at the top of dataset.trig; the pieces follow it.
  const std::string& trig_header() const { return trig_header_; }
  // A whole Turtle file of one graph.
  void write_turtle(const Statements& statements, rdf::ByteSink& sink) const;

private:
  Segment write_abstained(const Record& record, Spool& spool) const;

  const Resources& resources_;
  std::string trig_header_;
};

} // namespace stemma::pipeline
