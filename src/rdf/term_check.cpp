#include "rdf/term_check.hpp"

#include "model/error.hpp"
#include "rdf/iri.hpp"
#include "rdf/language_tag.hpp"
#include "rdf/lexical_form.hpp"
#include "rdf/utf8.hpp"
#include "rdf/vocabulary.hpp"

#include <fmt/format.h>

namespace stemma::rdf {

namespace {

const char* blank_fault(std::string_view label) {
  if (label.empty()) return "an empty blank node label";
  for (std::size_t i = 0; i < label.size(); ++i) {
    const char c = label[i];
    const bool always = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    if (!always && (i == 0 || c != '-')) return "a blank node label beyond letters, digits, '_' and '-'";
  }
  return nullptr;
}

const char* literal_fault(const TermView& term) {
  if (find_unwritable(term.value) != std::string_view::npos)
    return find_bad_utf8(term.value) != std::string_view::npos ? "text that is not UTF-8"
                                                               : "a control character or a non-character";
  if (!term.language.empty()) {
    if (!term.datatype.empty() && term.datatype != rdf::langString) return "a language and a datatype";
    return is_language_tag(term.language) ? nullptr : "a bad language tag";
  }
  if (term.datatype.empty()) return nullptr;
  if (!term.datatype.starts_with(xsd::base) && find_iri_fault(term.datatype)) return "a bad datatype IRI";
  return find_lexical_fault(term.value, term.datatype);
}

std::string printable(std::string_view text) {
  constexpr std::size_t longest = 120;
  std::string out;
  for (const char c : text.substr(0, longest)) {
    if (c >= 0x20 && c < 0x7F && c != '\\')
      out += c;
    else
      out += fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
  }
  if (text.size() > longest) out += fmt::format("... ({} bytes)", text.size());
  return out;
}

[[noreturn]] void refuse(const TermView& term, const char* role, const char* fault) {
  throw Error(fmt::format("cannot use this {}: {}: {}", role, fault, describe(term)));
}

} // namespace

const char* find_fault(const TermView& term) {
  switch (term.kind) {
  case TermKind::iri:
    if (!term.datatype.empty() || !term.language.empty()) return "an IRI with a datatype or a language";
    return find_iri_fault(term.value);
  case TermKind::blank: return blank_fault(term.value);
  case TermKind::literal: return literal_fault(term);
  }
  return "a term of no kind";
}

void require_valid(const TermView& term, const char* role) {
  if (const char* fault = find_fault(term)) refuse(term, role, fault);
}

void require_subject(const TermView& term) {
  if (term.kind == TermKind::literal) refuse(term, "subject", "a literal");
  require_valid(term, "subject");
}

void require_predicate(const TermView& term) {
  if (term.kind != TermKind::iri) refuse(term, "predicate", "not an IRI");
  require_valid(term, "predicate");
}

void require_graph(const TermView& term) {
  if (term.kind != TermKind::iri) refuse(term, "graph", "not an IRI");
  if (term != TermView()) require_valid(term, "graph");
}

void require_valid_quad(const TermView& subject, const TermView& predicate, const TermView& object,
                        const TermView& graph) {
  require_subject(subject);
  require_predicate(predicate);
  require_valid(object, "object");
  require_graph(graph);
}

std::string describe(const TermView& term) {
  switch (term.kind) {
  case TermKind::iri: return "<" + printable(term.value) + ">";
  case TermKind::blank: return "_:" + printable(term.value);
  case TermKind::literal: break;
  }
  std::string out = "\"" + printable(term.value) + "\"";
  if (!term.language.empty()) out += "@" + printable(term.language);
  if (!term.datatype.empty()) out += "^^<" + printable(term.datatype) + ">";
  return out;
}

} // namespace stemma::rdf
