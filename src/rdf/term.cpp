#include "rdf/term.hpp"

#include "rdf/vocabulary.hpp"

namespace stemma::rdf {

Term to_term(const TermView& view) {
  return {view.kind, std::string(view.value), std::string(view.datatype), std::string(view.language)};
}

Term make_iri(std::string iri) { return {TermKind::iri, std::move(iri), {}, {}}; }
Term make_blank(std::string label) { return {TermKind::blank, std::move(label), {}, {}}; }
Term make_literal(std::string text) { return {TermKind::literal, std::move(text), {}, {}}; }

Term make_typed(std::string text, std::string_view datatype) {
  return {TermKind::literal, std::move(text), std::string(datatype), {}};
}

Term make_text(std::string text, std::string language) {
  return {TermKind::literal, std::move(text), {}, std::move(language)};
}

Term make_integer(std::int64_t value) { return make_typed(std::to_string(value), xsd::integer); }
Term make_boolean(bool value) { return make_typed(value ? "true" : "false", xsd::boolean); }
Term make_date(std::string text) { return make_typed(std::move(text), xsd::date); }

} // namespace stemma::rdf
