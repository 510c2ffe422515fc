#include "rdf/serialize.hpp"

#include "model/error.hpp"
#include "rdf/term_check.hpp"
#include "rdf/vocabulary.hpp"

namespace stemma::rdf {

namespace {

void append_quoted(std::string_view text, std::string& out) {
  out += '"';
  bool after_backslash = false;
  for (const char c : text) {
    // SPARQL 1.1 section 19.2 replaces \uXXXX before it reads strings: of an escaped backslash with a "u" behind it, an
    // engine may take the second half for such an escape. So that "u" is written as an escape itself.
    const bool hidden_escape = after_backslash && (c == 'u' || c == 'U');
    after_backslash = c == '\\';
    switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    case '\x7F': out += "\\u007F"; break;
    default:
      if (hidden_escape)
        out += c == 'u' ? "\\u0075" : "\\u0055";
      else
        out += c;
    }
  }
  out += '"';
}

} // namespace

std::string serialize(const TermView& term) {
  if (term.kind == TermKind::blank) throw Error("a blank node cannot stand here: " + describe(term));
  require_valid(term, term.kind == TermKind::iri ? "IRI" : "literal");
  std::string out;
  if (term.kind == TermKind::iri) return out.append(1, '<').append(term.value).append(1, '>');
  append_quoted(term.value, out);
  if (!term.language.empty()) return out.append(1, '@').append(term.language);
  if (!term.datatype.empty() && term.datatype != xsd::string) out.append("^^<").append(term.datatype).append(1, '>');
  return out;
}

} // namespace stemma::rdf
