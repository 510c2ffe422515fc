#include "pipeline/dataset.hpp"

#include "model/event_json.hpp"
#include "model/json_line.hpp"
#include "rdf/vocabulary.hpp"
#include "rdf/writer.hpp"
#include "statements/claims.hpp"
#include "statements/events.hpp"

namespace stemma::pipeline {

namespace {

statements::TripleSink into_graph(rdf::Writer& writer, const Iri& graph) {
  return [&writer, &graph](const rdf::TermView& subject, const rdf::TermView& predicate, const rdf::TermView& object) {
    writer.write(subject, predicate, object, rdf::iri_view(graph));
  };
}

} // namespace

Dataset::Dataset(const Resources& resources) : resources_(resources) {
  rdf::StringSink sink(trig_header_);
  rdf::Writer(sink, rdf::Syntax::trig, rdf::standard_prefixes, resources_.names.base()).finish();
}

RecordPieces Dataset::write(const Record& record, std::string_view json, Spool& spool) const {
  RecordPieces pieces = write_graph(
      resources_.names.claims_graph(record.document.id),
      [&](const statements::TripleSink& sink) {
        statements::write_claims(record, resources_.ontology, sink);
        statements::write_events(record, resources_.names.run(record.made), resources_.ontology, sink);
      },
      spool);
  const std::uint64_t start = spool.size();
  spool.append(json);
  spool.append("\n");
  pieces.json = spool.since(start);
  pieces.abstained = write_abstained(record, spool);
  return pieces;
}

// A line for each sentence, with the document it stands in.
Segment Dataset::write_abstained(const Record& record, Spool& spool) const {
  const std::uint64_t start = spool.size();
  for (const Abstention& abstention : record.abstained) {
    std::string line;
    JsonLine json(line);
    json.open('{');
    json.key("document").text(record.document.id);
    json.key("path").text(record.document.path);
    json.key("abstention");
    write_abstention(json, abstention);
    json.close('}');
    line += '\n';
    spool.append(line);
  }
  return spool.since(start);
}

RecordPieces Dataset::write_graph(const Iri& graph, const Statements& statements, Spool& spool) const {
  RecordPieces pieces;
  std::uint64_t start = spool.size();
  {
    // Every piece would repeat the header, which is the same for all: it is left out here and written once.
    SpoolSink sink(spool, trig_header_.size());
    rdf::Writer writer(sink, rdf::Syntax::trig, rdf::standard_prefixes, resources_.names.base());
    statements(into_graph(writer, graph));
    writer.finish();
  }
  pieces.trig = spool.since(start);
  start = spool.size();
  {
    SpoolSink sink(spool, 0);
    rdf::Writer writer(sink, rdf::Syntax::nquads);
    statements(into_graph(writer, graph));
    writer.finish();
  }
  pieces.nquads = spool.since(start);
  return pieces;
}

void Dataset::write_turtle(const Statements& statements, rdf::ByteSink& sink) const {
  rdf::Writer writer(sink, rdf::Syntax::turtle, rdf::standard_prefixes, resources_.names.base());
  statements([&writer](const rdf::TermView& subject, const rdf::TermView& predicate, const rdf::TermView& object) {
    writer.write(subject, predicate, object);
  });
  writer.finish();
}

} // namespace stemma::pipeline
