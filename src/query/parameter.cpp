#include "query/parameter.hpp"

#include "model/error.hpp"
#include "rdf/term_check.hpp"
#include "rdf/vocabulary.hpp"

#include <fmt/format.h>

namespace stemma::query {
namespace {

struct TypeName {
  ParameterType type;
  std::string_view name;
  std::string_view example;
};

constexpr TypeName type_names[] = {
    {ParameterType::iri, "iri", "country:XX or https://example.org/thing"},
    {ParameterType::string, "string", "any words"},
    {ParameterType::integer, "integer", "42"},
    {ParameterType::decimal, "decimal", "0.5"},
    {ParameterType::boolean, "boolean", "true or false"},
    {ParameterType::date, "date", "2023-11-01"},
    {ParameterType::text, "text", "words@en"},
};

const TypeName& entry(ParameterType type) {
  for (const TypeName& known : type_names)
    if (known.type == type) return known;
  return type_names[0];
}

// RFC 3986 §5.2 for what may stand here: a path below the base without dot segments.
std::string resolve(std::string_view reference, std::string_view base) {
  return std::string(base.substr(0, base.rfind('/') + 1)) + std::string(reference);
}

std::string expand_iri(std::string_view value, std::string_view base) {
  if (value.size() >= 2 && value.front() == '<' && value.back() == '>') {
    const std::string_view inner = value.substr(1, value.size() - 2);
    const bool is_relative = inner.find(':') == std::string_view::npos && !inner.starts_with('/');
    return is_relative ? resolve(inner, base) : std::string(inner);
  }
  if (const auto colon = value.find(':'); colon != std::string_view::npos)
    for (const rdf::Prefix& prefix : rdf::standard_prefixes)
      if (prefix.name == value.substr(0, colon)) return std::string(prefix.iri) + std::string(value.substr(colon + 1));
  return std::string(value);
}

rdf::Term make_text(std::string_view value) {
  const auto at = value.rfind('@');
  if (at == std::string_view::npos) return rdf::make_literal(std::string(value)); // refused by the caller
  return rdf::make_text(std::string(value.substr(0, at)), std::string(value.substr(at + 1)));
}

rdf::Term make_term(ParameterType type, std::string_view value, std::string_view base) {
  switch (type) {
  case ParameterType::iri: return rdf::make_iri(expand_iri(value, base));
  case ParameterType::string: return rdf::make_literal(std::string(value));
  case ParameterType::integer: return rdf::make_typed(std::string(value), rdf::xsd::integer);
  case ParameterType::decimal: return rdf::make_typed(std::string(value), rdf::xsd::decimal);
  case ParameterType::boolean: return rdf::make_typed(std::string(value), rdf::xsd::boolean);
  case ParameterType::date: return rdf::make_typed(std::string(value), rdf::xsd::date);
  case ParameterType::text: return make_text(value);
  }
  return {};
}

} // namespace

std::optional<ParameterType> find_parameter_type(std::string_view word) {
  for (const TypeName& known : type_names)
    if (known.name == word) return known.type;
  return std::nullopt;
}

std::string_view name_of(ParameterType type) { return entry(type).name; }

rdf::Term parse_value(const Parameter& parameter, std::string_view value, std::string_view base,
                      const NameLookup& lookup) {
  rdf::Term term = make_term(parameter.type, value, base);
  const char* fault = rdf::find_fault(term);
  if (fault && lookup && parameter.type == ParameterType::iri && !value.empty() && !value.starts_with('<')) {
    term = rdf::make_iri(lookup(value));
    fault = rdf::find_fault(term);
  }
  if (!fault && parameter.type == ParameterType::text && term.language.empty()) fault = "the language is missing";
  if (!fault) return term;
  const TypeName& type = entry(parameter.type);
  throw Error(fmt::format("parameter '{}' wants {} {}: {} is not one ({})", parameter.name,
                          type.type == ParameterType::iri || type.type == ParameterType::integer ? "an" : "a",
                          type.name, rdf::describe(term), fault),
              fmt::format("for example --set '{}={}'", parameter.name, type.example));
}

} // namespace stemma::query
