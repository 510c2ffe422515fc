#pragma once
// Is this an IRI (RFC 3987) that every strict reader takes?

#include <string_view>

namespace stemma::rdf {

// What is wrong with an absolute IRI, in a few words; null when nothing is.
const char* find_iri_fault(std::string_view iri);

// The same for an IRI or a relative reference (the lexical form of xsd:anyURI).
const char* find_reference_fault(std::string_view reference);

} // namespace stemma::rdf
