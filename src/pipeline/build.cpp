#include "pipeline/build.hpp"

#include "pipeline/dataset.hpp"
#include "pipeline/given_ids.hpp"
#include "pipeline/in_order.hpp"
#include "pipeline/make_record.hpp"
#include "pipeline/output_file.hpp"
#include "pipeline/publication.hpp"
#include "pipeline/report.hpp"
#include "statements/facts.hpp"
#include "statements/meta.hpp"

#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace stemma::pipeline {

namespace {

// A document whose pieces wait in a spool.
struct Kept {
  Document document;
  RecordPieces pieces;
};

// Which of two findings of one document counts.
bool stands_before(const Document& a, const Document& b) {
  return std::tie(a.path, a.title, a.sha256) < std::tie(b.path, b.title, b.sha256);
}

class Builder {
public:
  Builder(const BuildOptions& options, InputStream& input, const Resources& resources, Disk& disk,
          const RunHooks& hooks)
      : options_(options), input_(input), resources_(resources), disk_(disk), hooks_(hooks),
        publication_(options.out, disk), dataset_(resources), facts_(*resources.pack, resources.ontology),
        spools_(publication_.staging()) {}

  BuildResult run() {
    read_documents();
    StageClock clock(result_.times);
    write_files();
    publication_.publish(manifest_json(manifest()));
    result_.kept = publication_.kept();
    clock.ended(Stage::write);
    return std::move(result_);
  }

private:
  struct Read {
    DocumentResult document;
    RecordPieces pieces;
  };

  void read_documents() {
    run_in_order<Pending, Read>(
        options_.jobs,
        [this] {
          require_not_stopped(hooks_);
          return input_.next();
        },
        [this](const Pending& pending) { return read_one(pending); }, [this](Read read) { keep(std::move(read)); });
    for (const Diagnostic& diagnostic : input_.diagnostics()) result_.tally.add(diagnostic);
    result_.tally.failed += count_lost_inputs();
    for (const auto& [path, id] : repeated_)
      result_.tally.add(
          {Severity::note, "input.same-document", "the same document as " + kept_.at(id).document.path, {path, 0, 0}});
  }

  // Inputs that could not even be opened are documents that could not be read.
  std::uint64_t count_lost_inputs() const {
    std::uint64_t lost = 0;
    for (const Diagnostic& diagnostic : input_.diagnostics()) lost += diagnostic.severity == Severity::error;
    return lost;
  }

  Read read_one(const Pending& pending) {
    Read read{make_record(pending, resources_), {}};
    if (read.document.record) write_pieces(read);
    return read;
  }

  void write_pieces(Read& read) {
    StageClock clock(read.document.times);
    Spool& spool = spools_.take();
    try {
      read.pieces = dataset_.write(*read.document.record, spool);
    } catch (const SpoolError&) {
      throw;
    } catch (const Error& error) { // what was written so far stays in the spool, and nobody reads it
      read.document.diagnostics.push_back(
          {Severity::error, "record.unwritable", error.what(), {read.document.path, 0, 0}});
      read.document.record.reset();
    }
    spools_.give_back(spool);
    clock.ended(Stage::record);
  }

  void keep(Read read) {
    Tally& tally = result_.tally;
    result_.times.add(read.document.times);
    tally.bytes += read.document.bytes;
    if (hooks_.progress) hooks_.progress(++done_, input_.size());
    if (const auto again = ids_.add(read.document.file, read.document.line, read.document.given_id)) tally.add(*again);
    if (!read.document.record) {
      ++tally.failed;
      for (const Diagnostic& diagnostic : read.document.diagnostics) tally.add(diagnostic);
      return;
    }
    Record& record = *read.document.record;
    const auto [place, fresh] = kept_.try_emplace(record.document.id, Kept{record.document, read.pieces});
    if (fresh) {
      tally.add(record);
      facts_.add(record);
      for (const Event& event : record.events) frames_.insert(event.frame);
      for (const Diagnostic& diagnostic : read.document.diagnostics) tally.add(diagnostic);
      return;
    }
    ++tally.repeated;
    Kept again{record.document, read.pieces};
    if (stands_before(again.document, place->second.document)) std::swap(place->second, again);
    repeated_.emplace_back(std::move(again.document.path), place->first);
  }

  void write_files() {
    const Statements facts = [this](const statements::TripleSink& sink) { facts_.write(sink); };
    const Statements nothing = [](const statements::TripleSink&) {};
    const Statements meta = [this](const statements::TripleSink& sink) { write_meta(sink); };
    Spool& spool = spools_.take();
    const RecordPieces facts_pieces = dataset_.write_graph(resources_.names.facts_graph(), facts, spool);
    const RecordPieces meta_pieces = dataset_.write_graph(resources_.names.meta_graph(), meta, spool);
    spools_.flush();

    write_file("graph.ttl", [&](OutputFile& file) { dataset_.write_turtle(facts, file); });
    write_file("reported.ttl", [&](OutputFile& file) { dataset_.write_turtle(nothing, file); });
    write_file("dataset.trig", [&](OutputFile& file) {
      file.write(dataset_.trig_header());
      copy(facts_pieces.trig, file);
      for (const auto& [id, kept] : kept_) copy(kept.pieces.trig, file);
      copy(meta_pieces.trig, file);
    });
    write_file("dataset.nq", [&](OutputFile& file) {
      copy(facts_pieces.nquads, file);
      for (const auto& [id, kept] : kept_) copy(kept.pieces.nquads, file);
      copy(meta_pieces.nquads, file);
    });
    write_file("records.ndjson", [&](OutputFile& file) {
      for (const auto& [id, kept] : kept_) copy(kept.pieces.json, file);
    });
    write_file("abstained.ndjson", [](OutputFile&) {}); // no events are read yet, so none is abstained from
    const std::string report = report_markdown(result_.tally, resources_.made, resources_.names.base(), files_);
    write_file("report.md", [&](OutputFile& file) { file.write(report); });
  }

  void write_meta(const statements::TripleSink& sink) const {
    statements::Meta meta(resources_.names, *resources_.pack, resources_.ontology);
    std::vector<Iri> documents;
    for (const auto& [id, kept] : kept_) {
      meta.write_document(kept.document, resources_.made, sink);
      documents.push_back(id);
    }
    meta.write_bodies(sink);
    meta.write_run(resources_.made, documents, sink);
    meta.write_labels(frame_labels(), sink);
    meta.write_credits(sink);
  }

  // Of the frames that events of the result came from.
  std::vector<std::pair<Iri, std::string>> frame_labels() const {
    std::vector<std::pair<Iri, std::string>> labels;
    if (!resources_.frames) return labels;
    for (const pack::Frame& frame : resources_.frames->all())
      if (frames_.contains(frame.iri)) labels.emplace_back(frame.iri, frame.label);
    return labels;
  }

  void copy(Segment segment, OutputFile& file) const {
    require_not_stopped(hooks_);
    spools_.read(segment, [&](std::string_view bytes) { file.write(bytes); });
  }

  template <class Write>
  void write_file(const std::string& name, Write write) {
    OutputFile file(disk_, publication_.staging(), name);
    write(file);
    files_.push_back(file.finish());
  }

  Manifest manifest() const {
    const Made& made = resources_.made;
    return {made.program,
            resources_.names.base(),
            made.pack,
            made.model,
            made.icu,
            result_.tally.documents,
            result_.tally.failed,
            files_};
  }

  const BuildOptions& options_;
  InputStream& input_;
  const Resources& resources_;
  Disk& disk_;
  const RunHooks& hooks_;
  Publication publication_;
  Dataset dataset_;
  statements::Facts facts_;
  Spools spools_;
  std::map<Iri, Kept> kept_;
  GivenIds ids_;
  std::set<Iri> frames_;                              // of the events
  std::vector<std::pair<std::string, Iri>> repeated_; // path, document
  std::vector<ManifestFile> files_;
  std::uint64_t done_ = 0;
  BuildResult result_;
};

} // namespace

BuildResult build(const BuildOptions& options, InputStream& input, const Resources& resources, Disk& disk,
                  const RunHooks& hooks) {
  return Builder(options, input, resources, disk, hooks).run();
}

} // namespace stemma::pipeline
