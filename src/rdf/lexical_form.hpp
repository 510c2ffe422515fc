#pragma once
// Do these characters stand for a value of this datatype?

#include <string_view>

namespace stemma::rdf {

// What is wrong, in a few words; null when nothing is. `datatype` is an IRI, empty for xsd:string.
// Of the XSD datatypes those in lexical_form.cpp are known and checked without the whitespace XSD would strip; the
// other ones are a fault, so that nothing unchecked gets out. Datatypes of other namespaces are not looked into.
const char* find_lexical_fault(std::string_view text, std::string_view datatype);

} // namespace stemma::rdf
