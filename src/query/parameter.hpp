#pragma once
// A parameter of a stored query: its declaration, and a user's text as the one RDF term that takes its place.

#include "query/name_lookup.hpp"
#include "rdf/term.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace stemma::query {

enum class ParameterType { iri, string, integer, decimal, boolean, date, text }; // text: words@language

struct Parameter {
  std::string name; // without the '$'
  ParameterType type = ParameterType::string;
  std::optional<std::string> default_value; // as a user would write it; absent: the value has to be given
  std::string description;
};

std::optional<ParameterType> find_parameter_type(std::string_view word); // "iri", "string", …
std::string_view name_of(ParameterType type);

// The term that `value` means for this parameter. An IRI may be written in full, with or without '<' and '>', as a name
// with one of the standard prefixes ("country:XX"), or in '<' and '>' relative to `base`. What is no IRI in any of
// these ways is a name that `lookup` is asked for, where there is one. Throws Error that names the parameter when the
// value is not of its type, and what `lookup` throws.
rdf::Term parse_value(const Parameter& parameter, std::string_view value, std::string_view base,
                      const NameLookup& lookup = {});

} // namespace stemma::query
