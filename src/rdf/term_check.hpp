#pragma once
// The guard every term passes on its way in and out. Serd 0.30 checks none of this and writes what it is given.

#include "rdf/term.hpp"

#include <string>

namespace stemma::rdf {

// What is wrong with the term, in a few words; null when it can be written in all four syntaxes and read back the same.
const char* find_fault(const TermView& term);

// As find_fault, but throws a stemma::Error that shows the term. `role` says where it stood ("subject", …).
void require_valid(const TermView& term, const char* role);

// The same with the question which kinds may stand there. The graph must be an IRI; an empty value is the default
// graph.
void require_subject(const TermView& term);
void require_predicate(const TermView& term);
void require_graph(const TermView& term);
void require_valid_quad(const TermView& subject, const TermView& predicate, const TermView& object,
                        const TermView& graph);

// For messages: the term in one line of printable ASCII, shortened.
std::string describe(const TermView& term);

} // namespace stemma::rdf
