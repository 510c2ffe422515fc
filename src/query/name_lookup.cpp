#include "query/name_lookup.hpp"

#include "model/error.hpp"
#include "rdf/iri_shortener.hpp"
#include "rdf/serialize.hpp"
#include "rdf/vocabulary.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <vector>

namespace stemma::query {
namespace {

using nlohmann::json;

constexpr std::size_t most_shown = 10;

struct Found {
  NamedThing thing;
  bool whole = false;   // the label is the name, not only near it
  bool same = false;    // in exactly these letters
  bool lexicon = false; // not a name that only one document has
};

std::string text_at(const json& row, const char* variable) {
  const auto cell = row.find(variable);
  if (cell == row.end() || !cell->is_object()) return {};
  const auto value = cell->find("value");
  return value == cell->end() || !value->is_string() ? std::string() : value->get<std::string>();
}

json read_bindings(std::string_view answer) {
  const json parsed = json::parse(answer, nullptr, false);
  const json::json_pointer rows("/results/bindings");
  if (parsed.is_discarded() || !parsed.is_object() || !parsed.contains(rows) || !parsed.at(rows).is_array())
    throw Error("the answer to the question for a name is no table");
  return parsed.at(rows);
}

// Each thing once, with the best that speaks for it, in the order of the rows.
std::vector<Found> read_rows(std::string_view name, std::string_view answer) {
  std::vector<Found> things;
  std::map<std::string, std::size_t> places;
  for (const json& row : read_bindings(answer)) {
    const std::string iri = text_at(row, "thing"), label = text_at(row, "label");
    if (iri.empty()) continue;
    const Found found{{iri, text_at(row, "shown")},
                      text_at(row, "whole") == "true",
                      label == name,
                      text_at(row, "lexicon") == "true"};
    const auto [place, fresh] = places.emplace(iri, things.size());
    if (fresh) things.push_back(found);
    Found& known = things[place->second];
    known.whole |= found.whole;
    known.same |= found.same;
    known.lexicon |= found.lexicon;
  }
  return things;
}

// As --set takes it.
std::string shown(const std::string& iri) {
  rdf::IriShortener shortener;
  for (const rdf::Prefix& prefix : rdf::standard_prefixes) shortener.set_prefix(prefix);
  std::string name;
  return shortener.shorten(iri, name) == rdf::IriShortener::Form::qualified ? name : iri;
}

std::string list(const std::vector<Found>& found) {
  std::string text;
  for (std::size_t i = 0; i < found.size() && i < most_shown; ++i) {
    const NamedThing& thing = found[i].thing;
    text += fmt::format("{}{} ({})", i ? ", " : "", shown(thing.iri), thing.label);
  }
  return found.size() > most_shown ? text + ", …" : text;
}

// Only those of which `holds` is true, where there are any.
template <class Holds>
void prefer(std::vector<Found>& found, Holds holds) {
  if (std::any_of(found.begin(), found.end(), holds)) std::erase_if(found, [&](const Found& f) { return !holds(f); });
}

} // namespace

std::string name_question(std::string_view name) {
  const std::string word = rdf::serialize(rdf::literal_view(name));
  return fmt::format(R"(SELECT DISTINCT ?thing ?label ?shown ?whole ?lexicon WHERE {{
  {{ SELECT DISTINCT ?thing ?label ?whole WHERE {{
    VALUES ?property {{ skos:prefLabel rdfs:label skos:notation stm:alpha3 schema:headline }}
    GRAPH ?graph {{ ?thing ?property ?label }}
    FILTER(ISIRI(?thing) && CONTAINS(LCASE(STR(?label)), LCASE({0})))
    BIND(LCASE(STR(?label)) = LCASE({0}) AS ?whole)
    FILTER(?whole || ?property = skos:prefLabel)
    FILTER NOT EXISTS {{ GRAPH ?made {{ ?thing a stm:Origin }} }}
  }} ORDER BY DESC(?whole) STRLEN(STR(?label)) STR(?thing) LIMIT 1000 }}
  OPTIONAL {{ GRAPH ?named {{ ?thing skos:prefLabel|rdfs:label|schema:headline ?shown }} }}
  BIND(EXISTS {{ GRAPH <graph/facts> {{ ?thing ?any ?value }} }} AS ?lexicon)
}} ORDER BY DESC(?whole) DESC(?lexicon) STRLEN(STR(?label)) STR(?thing))",
                     word);
}

std::string all_names_question() {
  return R"(SELECT DISTINCT ?label WHERE {
  VALUES ?property { skos:prefLabel skos:notation stm:alpha3 }
  GRAPH ?graph { ?thing ?property ?label }
  FILTER(ISIRI(?thing))
})";
}

std::vector<std::string> read_names(std::string_view answer) {
  std::vector<std::string> names;
  for (const json& row : read_bindings(answer)) names.push_back(text_at(row, "label"));
  return names;
}

NamedThing choose_named(std::string_view name, std::string_view answer, const std::function<std::string()>& suggest) {
  const std::vector<Found> all = read_rows(name, answer);
  std::vector<Found> found = all;
  std::erase_if(found, [](const Found& f) { return !f.whole; });
  prefer(found, [](const Found& f) { return f.lexicon; });
  prefer(found, [](const Found& f) { return f.same; });
  if (found.size() == 1) return found.front().thing;
  if (!found.empty())
    throw Error(fmt::format("'{}' may be each of {} things", name, found.size()),
                "name one by its IRI: " + list(found));
  const std::string what = fmt::format("nothing in the result goes by the name '{}'", name);
  if (!all.empty()) throw Error(what, "did you mean one of these? " + list(all));
  std::string hint = suggest ? suggest() : std::string();
  if (!hint.empty()) hint += ' ';
  throw Error(what,
              hint + "names are the labels and codes of the result; an IRI, such as country:XX, is taken as it is");
}

} // namespace stemma::query
