#pragma once
// A finished result in memory, to be walked in both directions: every quad of a file, each term kept once. 24 bytes a
// quad beside the terms. Results are read with this; the pack, which is smaller and asked otherwise, with GraphStore.

#include "rdf/term.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace stemma::rdf {

using TermNumber = std::uint32_t;
inline constexpr TermNumber no_term = 0xffffffffU;

class QuadIndex {
public:
  struct Row {
    TermNumber subject, predicate, object, graph;
  };

  // Reads .nq, .trig, .nt or .ttl. Throws Error with file and line.
  static QuadIndex read(const std::filesystem::path& file);

  std::size_t size() const { return rows_.size(); } // quads
  const Term& term(TermNumber number) const { return terms_[number]; }
  // IRIs only; `no_term`: it stands nowhere.
  TermNumber find(std::string_view iri) const;

  // What is said of a subject, in the order of the file.
  std::span<const Row> about(TermNumber subject) const;
  // Where a term is the object, in the order of the file.
  std::span<const Row> pointing_at(TermNumber object) const;

  // In the order of the file, each once; `predicate` is an IRI.
  std::vector<TermNumber> objects(TermNumber subject, std::string_view predicate) const;
  std::vector<TermNumber> subjects(std::string_view predicate, TermNumber object) const;
  TermNumber find_object(TermNumber subject, std::string_view predicate) const; // the first; `no_term`: none
  bool contains(TermNumber subject, std::string_view predicate, TermNumber object) const;
  // The graph of the first quad that says so; `no_term`: none says so.
  TermNumber graph_of(TermNumber subject, std::string_view predicate, TermNumber object) const;

  Quad quad(const Row& row) const;
  const std::vector<Row>& rows() const { return rows_; } // by subject

private:
  struct TermHash {
    std::size_t operator()(const Term& term) const;
  };
  TermNumber number_of(const Term& term);
  void sort();

  std::vector<Term> terms_;
  std::unordered_map<Term, TermNumber, TermHash> numbers_; // empty after reading but for IRIs
  std::vector<Row> rows_, by_object_;
};

} // namespace stemma::rdf
