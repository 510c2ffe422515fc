#pragma once
// The result of a run as it grows: records come in one by one, in any order, and at the end the whole folder is there,
// or the old one still is.

#include "fuse/corpus.hpp"
#include "pipeline/build_result.hpp"
#include "pipeline/dataset.hpp"
#include "pipeline/disk.hpp"
#include "pipeline/manifest.hpp"
#include "pipeline/output_file.hpp"
#include "pipeline/publication.hpp"
#include "pipeline/run_hooks.hpp"
#include "pipeline/tally.hpp"
#include "statements/facts.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::pipeline {

class ResultFolder {
public:
  // Takes the folder (pipeline/publication.hpp). All references outlive this. `build`: of the program that makes the
  // records; empty: not known.
  ResultFolder(const std::filesystem::path& out, const Resources& resources, Disk& disk, const RunHooks& hooks,
               std::string_view build);

  // The pieces of a record, waiting on disk; `json`: its line, without the line's end; `page_text`: what was read of a
  // page. Thread-safe. Throws SpoolError when the disk refuses, Error when the record cannot be written.
  RecordPieces write(const Record& record, std::string_view json, std::string_view page_text = {});

  // Counts the record into the result. False: the document is there already. Which of two findings of one document
  // stays hangs on the two alone.
  bool keep(const Record& record, const RecordPieces& pieces, Tally& tally);

  // Notes which documents were found more than once, fuses the records, writes every file, puts the folder in its place
  // and says in `result` what stayed of earlier ones.
  void publish(BuildResult& result);

  const Publication& publication() const { return publication_; }

private:
  struct Kept {
    Document document;
    RecordPieces pieces;
    std::size_t made = 0; // index into made_
  };

  std::size_t index_of(const Made& made);
  void note_repeated(Tally& tally) const;
  void write_files(const Tally& tally);
  void write_texts();
  void write_meta(const statements::TripleSink& sink) const;
  std::vector<std::pair<Iri, std::string>> frame_labels() const;
  void copy(Segment segment, OutputFile& file) const;
  void write_file(const std::string& name, const std::function<void(OutputFile&)>& write);
  Made made() const; // this run, with the language model that the records were read with
  Manifest manifest(const Tally& tally) const;

  const Resources& resources_;
  Disk& disk_;
  const RunHooks& hooks_;
  std::string build_;
  Publication publication_;
  Dataset dataset_;
  statements::Facts facts_;
  fuse::Knowledge knowledge_;
  fuse::Corpus corpus_;
  Spools spools_;
  std::map<Iri, Kept> kept_;
  std::vector<Made> made_;                            // of the records, each once
  std::vector<std::pair<std::string, Iri>> repeated_; // path, document
  std::vector<ManifestFile> files_;
};

} // namespace stemma::pipeline
