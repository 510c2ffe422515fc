#pragma once
// One term as text.

#include "rdf/term.hpp"

#include <string>

namespace stemma::rdf {

// An IRI or literal as N-Triples and SPARQL both read it, printable ASCII and UTF-8 without line breaks; it reads back
// as this very term and nothing else, also where a SPARQL engine replaces \u escapes before it looks for strings.
// Throws Error for what the guard refuses and for blank nodes, which are not ground.
std::string serialize(const TermView& term);

} // namespace stemma::rdf
