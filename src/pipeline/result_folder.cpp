#include "pipeline/result_folder.hpp"

#include "fuse/fuse.hpp"
#include "pipeline/knowledge.hpp"
#include "pipeline/output_file.hpp"
#include "pipeline/report.hpp"
#include "statements/concept.hpp"
#include "statements/fused_events.hpp"
#include "statements/meta.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace stemma::pipeline {

namespace {

bool stands_before(const Document& a, const Document& b) {
  return std::tie(a.path, a.title, a.sha256) < std::tie(b.path, b.title, b.sha256);
}

} // namespace

ResultFolder::ResultFolder(const std::filesystem::path& out, const Resources& resources, Disk& disk,
                           const RunHooks& hooks, std::string_view build)
    : resources_(resources), disk_(disk), hooks_(hooks), build_(build), publication_(out, disk), dataset_(resources),
      facts_(*resources.pack, resources.ontology), knowledge_(knowledge_of(resources)), corpus_(knowledge_),
      spools_(publication_.staging()) {}

RecordPieces ResultFolder::write(const Record& record, std::string_view json, std::string_view page_text) {
  Spool& spool = spools_.take();
  try {
    RecordPieces pieces = dataset_.write(record, json, spool);
    const std::uint64_t start = spool.size();
    spool.append(page_text);
    pieces.text = spool.since(start);
    spools_.give_back(spool);
    return pieces;
  } catch (const SpoolError&) {
    throw;
  } catch (const Error&) { // what was written so far stays in the spool, and nobody reads it
    spools_.give_back(spool);
    throw;
  }
}

bool ResultFolder::keep(const Record& record, const RecordPieces& pieces, Tally& tally) {
  const auto [place, fresh] = kept_.try_emplace(record.document.id);
  Kept again{record.document, pieces, index_of(record.made)};
  if (fresh) {
    place->second = std::move(again);
    tally.add(record);
    facts_.add(record);
    corpus_.add(record);
    return true;
  }
  ++tally.repeated;
  if (stands_before(again.document, place->second.document)) std::swap(place->second, again);
  repeated_.emplace_back(std::move(again.document.path), place->first);
  return false;
}

std::size_t ResultFolder::index_of(const Made& made) {
  const auto found = std::find(made_.begin(), made_.end(), made);
  if (found != made_.end()) return static_cast<std::size_t>(found - made_.begin());
  made_.push_back(made);
  return made_.size() - 1;
}

void ResultFolder::note_repeated(Tally& tally) const {
  for (const auto& [path, id] : repeated_)
    tally.add(
        {Severity::note, "input.same-document", "the same document as " + kept_.at(id).document.path, {path, 0, 0}});
}

void ResultFolder::publish(BuildResult& result) {
  note_repeated(result.tally);
  StageClock clock(result.times);
  write_files(result.tally);
  publication_.publish(manifest_json(manifest(result.tally)));
  result.kept = publication_.kept();
  result.left = publication_.left();
  clock.ended(Stage::write);
}

void ResultFolder::write_files(const Tally& tally) {
  const fuse::Fused fused = fuse::fuse(corpus_);
  for (const fuse::FusedEvent& event : fused.events)
    facts_.add_classes_of(statements::local_name(resources_.ontology.require_record_term(event.type)));
  const statements::FusedEvents events(corpus_, fused, resources_.names, resources_.ontology);
  const Statements facts = [&](const statements::TripleSink& sink) {
    events.write_facts(sink);
    facts_.write(sink);
  };
  const Statements reported = [&](const statements::TripleSink& sink) { events.write_reported(sink); };
  const Statements meta = [&](const statements::TripleSink& sink) {
    write_meta(sink);
    events.write_lineages(sink);
  };
  Spool& spool = spools_.take();
  const RecordPieces facts_pieces = dataset_.write_graph(resources_.names.facts_graph(), facts, spool);
  const RecordPieces reported_pieces = dataset_.write_graph(resources_.names.reported_graph(), reported, spool);
  const RecordPieces meta_pieces = dataset_.write_graph(resources_.names.meta_graph(), meta, spool);
  spools_.flush();

  write_file("graph.ttl", [&](OutputFile& file) { dataset_.write_turtle(facts, file); });
  write_file("reported.ttl", [&](OutputFile& file) { dataset_.write_turtle(reported, file); });
  write_file("dataset.trig", [&](OutputFile& file) {
    file.write(dataset_.trig_header());
    copy(facts_pieces.trig, file);
    copy(reported_pieces.trig, file);
    for (const auto& [id, kept] : kept_) copy(kept.pieces.trig, file);
    copy(meta_pieces.trig, file);
  });
  write_file("dataset.nq", [&](OutputFile& file) {
    copy(facts_pieces.nquads, file);
    copy(reported_pieces.nquads, file);
    for (const auto& [id, kept] : kept_) copy(kept.pieces.nquads, file);
    copy(meta_pieces.nquads, file);
  });
  write_file("records.ndjson", [&](OutputFile& file) {
    for (const auto& [id, kept] : kept_) copy(kept.pieces.json, file);
  });
  write_file("abstained.ndjson", [&](OutputFile& file) {
    for (const auto& [id, kept] : kept_) copy(kept.pieces.abstained, file);
  });
  std::vector<EventLine> lines;
  for (const fuse::FusedEvent& event : fused.events)
    lines.push_back({events.label(event),
                     std::string(resources_.ontology.label(resources_.ontology.require_record_term(event.type))),
                     happened(event.status), event.disputed, event.documents, event.wires, event.asserting_origins,
                     event.denying_origins});
  const std::string report = report_markdown(tally, made(), resources_.names.base(), lines, files_);
  write_file("report.md", [&](OutputFile& file) { file.write(report); });
  write_texts();
}

// Under their hashes: pages with the same text share one. Records of pages that came without it leave none.
void ResultFolder::write_texts() {
  std::map<std::string, Segment> texts;
  for (const auto& [id, kept] : kept_)
    if (kept.pieces.text.length > 0) texts.try_emplace(kept.document.text_sha256, kept.pieces.text);
  if (texts.empty()) return;
  const auto folder = publication_.staging() / texts_folder;
  disk_.make_folder(folder);
  for (const auto& [hash, text] : texts) write_file(text_name(hash), [&](OutputFile& file) { copy(text, file); });
  disk_.sync_folder(folder);
}

void ResultFolder::write_meta(const statements::TripleSink& sink) const {
  statements::Meta meta(resources_.names, *resources_.pack, resources_.ontology);
  std::map<Iri, std::pair<const Made*, std::vector<Iri>>> runs;
  if (made_.empty()) runs[resources_.names.run(resources_.made)].first = &resources_.made;
  for (const auto& [id, kept] : kept_) {
    const Made& made = made_[kept.made];
    meta.write_document(kept.document, made, sink);
    auto& run = runs[resources_.names.run(made)];
    run.first = &made;
    run.second.push_back(id);
  }
  meta.write_bodies(sink);
  for (const auto& [iri, run] : runs) meta.write_run(*run.first, run.second, sink);
  meta.write_labels(frame_labels(), sink);
  meta.write_credits(sink);
}

// Of the frames that events of the result came from.
std::vector<std::pair<Iri, std::string>> ResultFolder::frame_labels() const {
  std::vector<std::pair<Iri, std::string>> labels;
  if (!resources_.frames) return labels;
  std::set<Iri> used;
  for (const fuse::Report& report : corpus_.reports()) used.insert(report.frame);
  for (const pack::Frame& frame : resources_.frames->all())
    if (used.contains(frame.iri)) labels.emplace_back(frame.iri, frame.label);
  return labels;
}

void ResultFolder::copy(Segment segment, OutputFile& file) const {
  require_not_stopped(hooks_);
  spools_.read(segment, [&](std::string_view bytes) { file.write(bytes); });
}

void ResultFolder::write_file(const std::string& name, const std::function<void(OutputFile&)>& write) {
  OutputFile file(disk_, publication_.staging(), name);
  write(file);
  files_.push_back(file.finish());
}

// Records that are fused may have been read with several models, or some of them with none.
Made ResultFolder::made() const {
  std::set<std::pair<std::string, std::string>> models; // name, hash
  for (const auto& [id, kept] : kept_) models.emplace(made_[kept.made].model, made_[kept.made].model_hash);
  Made made = resources_.made;
  if (models.empty()) return made;
  made.model = made.model_hash = {};
  if (models.size() == 1)
    std::tie(made.model, made.model_hash) = *models.begin();
  else
    for (const auto& [model, hash] : models)
      made.model += (made.model.empty() ? "" : ", ") + (model.empty() ? "none" : model);
  return made;
}

Manifest ResultFolder::manifest(const Tally& tally) const {
  const Made made = this->made();
  return {made.program, resources_.names.base(), made.pack, made.model, made.icu, tally.documents, tally.failed,
          files_,       made.model_hash,         build_};
}

} // namespace stemma::pipeline
