#pragma once
// RDF terms and quads as plain values. There are no blank nodes in what the program writes.

#include <compare>
#include <string>
#include <vector>

namespace stemma::rdf {

enum class TermKind { iri, literal, blank };

struct Term {
  TermKind kind = TermKind::iri;
  std::string value;    // the IRI, the lexical form, or the blank node's label
  std::string datatype; // literals: IRI; empty: xsd:string, or rdf:langString when `language` is set
  std::string language; // BCP 47; empty: none
  friend auto operator<=>(const Term&, const Term&) = default;
};

struct Quad {
  Term subject, predicate, object;
  Term graph; // an IRI; an empty value: the default graph
  friend auto operator<=>(const Quad&, const Quad&) = default;
};

} // namespace stemma::rdf
