#pragma once
// RDF terms and quads as plain values. There are no blank nodes in what the program writes.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

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

// The same term without ownership; valid as long as the strings it looks at.
struct TermView {
  TermKind kind = TermKind::iri;
  std::string_view value, datatype, language;
  TermView() = default;
  TermView(TermKind k, std::string_view v, std::string_view d = {}, std::string_view l = {})
      : kind(k), value(v), datatype(d), language(l) {}
  TermView(const Term& term) // NOLINT(google-explicit-constructor): a Term may stand wherever a view may
      : kind(term.kind), value(term.value), datatype(term.datatype), language(term.language) {}
  friend bool operator==(const TermView&, const TermView&) = default;
};

inline TermView iri_view(std::string_view iri) { return {TermKind::iri, iri}; }
inline TermView literal_view(std::string_view text, std::string_view datatype = {}) {
  return {TermKind::literal, text, datatype};
}
inline TermView text_view(std::string_view text, std::string_view language) {
  return {TermKind::literal, text, {}, language};
}

Term to_term(const TermView& view);
Term make_iri(std::string iri);
Term make_blank(std::string label);
Term make_literal(std::string text);                          // xsd:string
Term make_typed(std::string text, std::string_view datatype); // `datatype` is an IRI
Term make_text(std::string text, std::string language);       // rdf:langString
Term make_integer(std::int64_t value);
Term make_boolean(bool value);
Term make_date(std::string text); // xsd:date; the lexical form is checked when the term is written

} // namespace stemma::rdf
