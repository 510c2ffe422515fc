#pragma once
// Writes quads as Turtle, TriG, N-Triples or N-Quads: Serd's writer between a guard and a sink that does not lose
// bytes.
//
// Every term is checked before Serd sees it (term_check.hpp). A refused quad leaves no byte behind, and writing may go
// on after it. What comes out reads back as the same quads in every strict reader.
//
// Any order of quads gives correct output. For output that a person likes to read, quads of one graph stand together,
// in it those of one subject, in it those of one predicate (`sort_for_writing` in quad_order.hpp does that): Turtle and
// TriG then have one block for each graph and one paragraph for each subject. Repeated quads are written repeatedly.
// Same quads in the same order, same bytes.

#include "rdf/byte_sink.hpp"
#include "rdf/syntax.hpp"
#include "rdf/term.hpp"
#include "rdf/vocabulary.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace stemma::rdf {

class Writer {
public:
  // `base` is an absolute IRI that ends in '/', or empty; IRIs under it are shortened. N-Triples and N-Quads use
  // neither prefixes nor base. The sink must outlive the writer.
  Writer(ByteSink& sink, Syntax syntax, std::span<const Prefix> prefixes = {}, std::string_view base = {});
  // Without finish() the output lacks its end: that is how an abandoned run looks.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // A graph with an empty value is the default graph. Throws Error when a term is refused, when the syntax has no named
  // graphs and one is given, or when the sink fails (then the writer is of no further use).
  void write(const TermView& subject, const TermView& predicate, const TermView& object, const TermView& graph = {});
  void write(const Quad& quad) { write(quad.subject, quad.predicate, quad.object, quad.graph); }

  // Declares or redefines a prefix from here on; ends the current block. Nothing happens in N-Triples and N-Quads.
  void set_prefix(const Prefix& prefix);

  // Ends the output and flushes the sink. Nothing may be written afterwards.
  void finish();

  std::uint64_t count() const; // quads written so far

private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

} // namespace stemma::rdf
