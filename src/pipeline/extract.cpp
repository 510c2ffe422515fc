#include "pipeline/extract.hpp"

#include "model/record_json.hpp"
#include "pipeline/given_ids.hpp"
#include "pipeline/in_order.hpp"
#include "pipeline/make_record.hpp"

#include <ostream>
#include <set>

namespace stemma::pipeline {

namespace {

struct Line {
  DocumentResult document;
  std::string json;
};

Line read_one(const Pending& pending, const Resources& resources) {
  Line line{make_record(pending, resources), {}};
  if (line.document.record) {
    append_record_json(*line.document.record, line.json);
    line.json += '\n';
  }
  return line;
}

} // namespace

Tally extract(InputStream& input, const Resources& resources, unsigned jobs, std::ostream& out, const RunHooks& hooks) {
  Tally tally;
  std::set<Iri> seen;
  GivenIds ids;
  std::uint64_t done = 0;
  const auto print = [&](Line line) {
    if (hooks.progress) hooks.progress(++done, input.size());
    for (const Diagnostic& diagnostic : line.document.diagnostics) tally.add(diagnostic);
    if (const auto again = ids.add(line.document.file, line.document.line, line.document.given_id)) tally.add(*again);
    if (!line.document.record) {
      ++tally.failed;
    } else if (!seen.insert(line.document.record->document.id).second) {
      ++tally.repeated;
    } else {
      tally.add(*line.document.record);
      out << line.json;
      if (!out) throw Error("cannot write the records", "is the disk full, or was the reader closed?");
    }
  };
  run_in_order<Pending, Line>(
      jobs,
      [&] {
        require_not_stopped(hooks);
        return input.next();
      },
      [&](const Pending& pending) { return read_one(pending, resources); }, print);
  for (const Diagnostic& diagnostic : input.diagnostics()) {
    tally.add(diagnostic);
    tally.failed += diagnostic.severity == Severity::error;
  }
  return tally;
}

} // namespace stemma::pipeline
