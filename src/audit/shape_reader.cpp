#include "audit/shape_reader.hpp"

#include "rdf/serialize.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace stemma::audit {

namespace {

constexpr std::array understood = std::to_array<std::string_view>({
    // targets
    "targetClass",
    "targetNode",
    "targetSubjectsOf",
    "targetObjectsOf",
    // paths
    "path",
    "inversePath",
    "alternativePath",
    "zeroOrMorePath",
    "oneOrMorePath",
    "zeroOrOnePath",
    // constraints
    "class",
    "datatype",
    "nodeKind",
    "minCount",
    "maxCount",
    "minInclusive",
    "maxInclusive",
    "minExclusive",
    "maxExclusive",
    "minLength",
    "maxLength",
    "pattern",
    "flags",
    "languageIn",
    "uniqueLang",
    "disjoint",
    "lessThan",
    "lessThanOrEquals",
    "in",
    "hasValue",
    "not",
    "and",
    "or",
    "xone",
    "node",
    "property",
    "qualifiedValueShape",
    "qualifiedMinCount",
    "qualifiedMaxCount",
    // what a shape says of itself
    "name",
    "description",
    "message",
    "order",
    "group",
    "deactivated",
});

} // namespace

std::string shacl(std::string_view local_name) { return std::string(rdf::sh::base) + std::string(local_name); }

void ShapeReader::require_understood() const {
  store_.match({}, {}, {}, [](const rdf::Triple& triple, const Place& place) {
    const std::string& iri = triple.predicate.value;
    if (!iri.starts_with(rdf::sh::base)) return;
    const std::string_view name = std::string_view(iri).substr(rdf::sh::base.size());
    if (std::ranges::find(understood, name) == understood.end())
      throw Error("sh:" + std::string(name) + " is not supported", "docs/audit.md lists what is", place);
  });
}

std::vector<rdf::Term> ShapeReader::objects(const rdf::Term& subject, std::string_view shacl_name) const {
  return store_.objects(subject, rdf::iri_view(shacl(shacl_name)));
}

std::vector<rdf::Term> ShapeReader::list(const rdf::Term& head) const {
  std::vector<rdf::Term> items;
  std::set<rdf::Term> seen;
  for (rdf::Term at = head; at.value != rdf::rdf::nil;) {
    const auto first = store_.find_object(at, rdf::iri_view(rdf::rdf::first));
    const auto rest = store_.find_object(at, rdf::iri_view(rdf::rdf::rest));
    if (!first || !rest || !seen.insert(at).second) refuse(head, "a list is expected here");
    items.push_back(*first);
    at = *rest;
  }
  return items;
}

std::string ShapeReader::joined_paths(const rdf::Term& head, std::string_view sign) const {
  std::string out;
  for (const rdf::Term& part : list(head)) out += (out.empty() ? "" : std::string(sign)) + path(part);
  if (out.empty()) refuse(head, "a path of no steps");
  return "(" + out + ")";
}

std::string ShapeReader::path(const rdf::Term& node) const {
  if (node.kind == rdf::TermKind::iri) return rdf::serialize(node);
  if (const auto of = objects(node, "inversePath"); !of.empty()) return "^" + path(of.front());
  if (const auto of = objects(node, "alternativePath"); !of.empty()) return joined_paths(of.front(), "|");
  if (const auto of = objects(node, "zeroOrMorePath"); !of.empty()) return "(" + path(of.front()) + ")*";
  if (const auto of = objects(node, "oneOrMorePath"); !of.empty()) return "(" + path(of.front()) + ")+";
  if (const auto of = objects(node, "zeroOrOnePath"); !of.empty()) return "(" + path(of.front()) + ")?";
  return joined_paths(node, "/");
}

unsigned ShapeReader::number(const rdf::Term& shape, const rdf::Term& term, unsigned most) const {
  unsigned value = 0;
  const char* const end = term.value.data() + term.value.size();
  const auto parsed = std::from_chars(term.value.data(), end, value);
  if (parsed.ec != std::errc() || parsed.ptr != end || value > most)
    refuse(shape, "'" + term.value + "' is no number from 0 to " + std::to_string(most));
  return value;
}

void ShapeReader::refuse(const rdf::Term& shape, const std::string& why) const {
  throw Error(why, "", store_.place_of(shape));
}

} // namespace stemma::audit
