#pragma once
// What a run met, counted for its report. Equal whatever the order of the documents; memory grows with the number of
// different things met, not with the documents.

#include "model/diagnostic.hpp"
#include "model/record.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace stemma::pipeline {

class Tally {
public:
  struct Named {
    std::string label;
    EntityKind kind = EntityKind::place;
    std::uint64_t documents = 0;
    std::uint64_t mentions = 0;
  };
  struct Trouble {
    Severity severity = Severity::note;
    std::uint64_t count = 0;
    std::string hint; // of several the one that sorts first
    std::set<std::tuple<std::string, std::uint64_t, std::uint64_t, std::string>> first; // file, line, column, message
  };

  void add(const Record& record); // its notes, too
  void add(const Diagnostic& diagnostic);

  std::uint64_t documents = 0;  // in the result, each once
  std::uint64_t failed = 0;     // documents that are lost, the next ones among them
  std::uint64_t unwritable = 0; // that were read, and whose record RDF cannot hold
  std::uint64_t repeated = 0;   // documents that were found again
  std::uint64_t bytes = 0;      // of text read
  std::uint64_t sentences = 0;
  std::uint64_t mentions = 0;
  std::uint64_t events = 0;    // as the documents have them
  std::uint64_t abstained = 0; // sentences with the word of an event from which none was made
  Date earliest, latest;       // of publication; empty: no document has a date
  std::uint64_t undated = 0;

  // Most documents first, then most mentions, then by label.
  std::vector<Named> linked() const { return sorted(linked_); }
  std::vector<Named> unlinked() const { return sorted(unlinked_); }            // names: same kind, same label
  const std::map<std::string, Trouble>& troubles() const { return troubles_; } // by code
  // Why no event was made of a sentence, and how often; most often first.
  std::vector<std::pair<std::string, std::uint64_t>> reasons() const;
  // How often the linker decided so, by its own words; most often first. `code`: "link.ambiguous", "link.undecided".
  std::vector<std::pair<std::string, std::uint64_t>> decisions(const std::string& code) const;

private:
  using Counts = std::map<std::pair<EntityKind, std::string>, Named>;
  static std::vector<Named> sorted(const Counts& counts);

  Counts linked_, unlinked_; // by kind and (linked) IRI or (unlinked) label
  std::map<std::string, Trouble> troubles_;
  std::map<std::string, std::uint64_t> reasons_;
  std::map<std::string, std::map<std::string, std::uint64_t>> decisions_;
};

} // namespace stemma::pipeline
