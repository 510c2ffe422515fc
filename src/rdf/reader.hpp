#pragma once
// Reads Turtle, TriG, N-Triples and N-Quads with Serd, strictly: what the writer would refuse is refused here too.

#include "rdf/syntax.hpp"
#include "rdf/term.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::rdf {

struct ReadOptions {
  std::string base;         // against which relative IRIs are resolved until the text sets its own; empty: refused
  std::string blank_prefix; // put before the labels of blank nodes, to keep those of two files apart
  // Called for every @prefix, in the order of the text. May be empty.
  std::function<void(std::string_view name, std::string_view iri)> on_prefix;
};

// The quad lives until the handler returns; `line` is the line (from 1) on which its object ends. An empty graph value
// is the default graph; xsd:string as datatype is left empty. What the handler throws comes out of the reader.
using QuadHandler = std::function<void(const Quad& quad, std::uint64_t line)>;

// `name` is the file in messages. The first fault ends the reading with an Error that has file, line and column; quads
// before it have been handed over. Nesting of '[' and '(' deeper than 100 is refused.
void read_text(std::string_view text, Syntax syntax, const std::string& name, const ReadOptions& options,
               const QuadHandler& handler);

// The same for a whole file, which is held in memory meanwhile. The syntax is told from the ending of its name.
void read_file(const std::filesystem::path& path, const ReadOptions& options, const QuadHandler& handler);

// All quads of a text in its order.
std::vector<Quad> parse_quads(std::string_view text, Syntax syntax, const std::string& name = "text",
                              const ReadOptions& options = {});

} // namespace stemma::rdf
