#include "pipeline/build.hpp"

#include "model/record_json.hpp"
#include "pipeline/earlier_records.hpp"
#include "pipeline/given_ids.hpp"
#include "pipeline/in_order.hpp"
#include "pipeline/make_record.hpp"
#include "pipeline/program_build.hpp"
#include "pipeline/result_folder.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace stemma::pipeline {

namespace {

class Builder {
public:
  Builder(const BuildOptions& options, InputStream& input, const Resources& resources, Disk& disk,
          const RunHooks& hooks)
      : options_(options), input_(input), resources_(resources), hooks_(hooks),
        folder_(options.out, resources, disk, hooks_, program_build()),
        earlier_(resources.made, resources.names.base()) {
    if (!options.reuse) return;
    journal_ = std::make_unique<Journal>(folder_.publication().journal(), hash_of_run());
    earlier_.add_result(folder_.publication().out());
    earlier_.add_journal(*journal_);
  }

  BuildResult run() {
    read_documents();
    result_.anew = earlier_.notes();
    result_.not_taken = earlier_.not_taken();
    folder_.publish(result_);
    return std::move(result_);
  }

private:
  struct Read {
    DocumentResult document;
    RecordPieces pieces;
    bool unwritable = false;
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
  }

  // Of all that a record hangs on beside its document.
  std::string hash_of_run() const {
    return ContentHash()
        .add(resources_.names.run(resources_.made))
        .add(resources_.made.model_licence)
        .add(program_build())
        .id();
  }

  // Inputs that could not even be opened are documents that could not be read.
  std::uint64_t count_lost_inputs() const {
    std::uint64_t lost = 0;
    for (const Diagnostic& diagnostic : input_.diagnostics()) lost += diagnostic.severity == Severity::error;
    return lost;
  }

  Read read_one(const Pending& pending) {
    Read read{make_record(pending, resources_, &earlier_), {}, false};
    if (!read.document.record) return read;
    std::string json;
    append_record_json(*read.document.record, json);
    write_pieces(read, json);
    if (journal_ && read.document.record && !read.document.reused) journal_->append(json);
    return read;
  }

  void write_pieces(Read& read, const std::string& json) {
    StageClock clock(read.document.times);
    try {
      read.pieces = folder_.write(*read.document.record, json, read.document.page_text);
      read.document.page_text = std::string();
    } catch (const SpoolError&) {
      throw;
    } catch (const Error& error) {
      read.document.diagnostics.push_back({Severity::error,
                                           "record.unwritable",
                                           std::string("was read, but its record cannot be written: ") + error.what(),
                                           {read.document.file, read.document.line, 0}});
      auto& notes = read.document.record->notes;
      read.document.diagnostics.insert(read.document.diagnostics.end(), notes.begin(), notes.end());
      read.document.record.reset();
      read.unwritable = true;
    }
    clock.ended(Stage::record);
  }

  void keep(Read read) {
    Tally& tally = result_.tally;
    result_.times.add(read.document.times);
    tally.bytes += read.document.bytes;
    result_.reused += read.document.reused;
    if (hooks_.progress) hooks_.progress(++done_, input_.size());
    if (const auto again = ids_.add(read.document.file, read.document.line, read.document.given_id)) tally.add(*again);
    if (!read.document.record) ++tally.failed;
    if (read.unwritable) ++tally.unwritable;
    if (read.document.record && !folder_.keep(*read.document.record, read.pieces, tally)) return;
    for (const Diagnostic& diagnostic : read.document.diagnostics) tally.add(diagnostic);
  }

  const BuildOptions& options_;
  InputStream& input_;
  const Resources& resources_;
  const RunHooks& hooks_;
  ResultFolder folder_;
  std::unique_ptr<Journal> journal_; // nullptr: nothing is taken over
  EarlierRecords earlier_;
  GivenIds ids_;
  std::uint64_t done_ = 0;
  BuildResult result_;
};

} // namespace

BuildResult build(const BuildOptions& options, InputStream& input, const Resources& resources, Disk& disk,
                  const RunHooks& hooks) {
  return Builder(options, input, resources, disk, hooks).run();
}

} // namespace stemma::pipeline
