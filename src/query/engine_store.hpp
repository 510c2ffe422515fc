#pragma once
// A store in memory with the SPARQL engine over it: the C interface of the crate as a C++ value.
// A query that a user wrote does not belong here but into a worker (worker_process.hpp): no call of the engine is
// certain to end, or to survive.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

struct stemma_engine_store;

namespace stemma::query {

enum class Form { solutions, boolean, graph }; // SELECT; ASK; CONSTRUCT and DESCRIBE

// How an answer is written: the first four carry solutions and booleans, the others graphs. `none` refuses.
enum class Format { none, json, xml, csv, tsv, turtle, ntriples };

// Takes the next bytes of an answer; false stops the query.
using Sink = std::function<bool(std::string_view)>;

// Which format an answer gets; the form of the query decides which of the two counts.
struct AnswerFormats {
  Format solutions = Format::none;
  Format graph = Format::none;
};

class EngineStore {
public:
  EngineStore();
  ~EngineStore();
  EngineStore(const EngineStore&) = delete;
  EngineStore& operator=(const EngineStore&) = delete;

  // Adds all quads of a .nq, .trig, .nt or .ttl file, or none. Throws Error with file, line and column.
  void read_file(const std::filesystem::path& file, const std::string& base);
  // The same for a text of TriG.
  void parse_trig(std::string_view trig, const std::string& base);
  std::uint64_t quads() const;

  // Runs the query to its end. Throws Error: with line and column for a syntax error (the file is left empty), else
  // without a place. The sink may have seen a fragment then.
  Form ask(std::string_view query, const std::string& base, AnswerFormats formats, const Sink& sink) const;

private:
  stemma_engine_store* store_;
};

// A SPARQL answer in JSON, or a graph in N-Triples or Turtle, written in another format of the same sort.
Form convert_answer(std::string_view answer, Format from, Format to, const Sink& sink);

// Throws Error with line and column if the text is no query.
Form parse_form(std::string_view query, const std::string& base);

// The parsed query as text, equal for queries with the same algebra.
std::string parse_algebra(std::string_view query, const std::string& base);

struct Exchange {
  std::string algebra; // after every occurrence of the term was exchanged
  std::size_t count = 0;
};
// As parse_algebra, with the ground term `from` exchanged for `to` in the parsed query; both as in N-Triples.
Exchange exchange_term(std::string_view query, const std::string& base, std::string_view from, std::string_view to);

} // namespace stemma::query
