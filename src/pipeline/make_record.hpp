#pragma once

#include "model/diagnostic.hpp"
#include "model/record.hpp"
#include "pipeline/earlier_records.hpp"
#include "pipeline/input.hpp"
#include "pipeline/resources.hpp"
#include "pipeline/stage_times.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace stemma::pipeline {

struct DocumentResult {
  std::string path;
  std::string file;                    // of NDJSON, where the line stands; else as `path`
  std::uint64_t line = 0;              // 0: no line of NDJSON
  std::string given_id;                // of NDJSON; empty: none
  std::optional<Record> record;        // absent: the document is lost, and a diagnostic of severity `error` says why
  std::vector<Diagnostic> diagnostics; // beside the notes of the record
  StageTimes times;
  std::uint64_t bytes = 0; // of the text as read
  std::string page_text;   // what was read of a page; empty: the source is the text
  bool reused = false;     // the record is an earlier one
};

// One document, from its bytes to its record: a function of the document and the resources alone. Never throws for
// what a document holds; whatever goes wrong with one is a diagnostic, and the others are not touched by it.
// `earlier`: taken from there if it is there; nullptr: there are none.
DocumentResult make_record(const Pending& pending, const Resources& resources, const EarlierRecords* earlier = nullptr);

} // namespace stemma::pipeline
