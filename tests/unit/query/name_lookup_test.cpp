#include "model/error.hpp"
#include "query/engine_store.hpp"
#include "query/name_lookup.hpp"
#include "query/stored_query.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace stemma;
using namespace stemma::query;

namespace {

const std::string base = "https://example.org/id/";

// Three countries, a place that shares a name, names that documents alone have, and a document.
constexpr const char* data = R"(
PREFIX stm: <https://w3id.org/stemma/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX schema: <https://schema.org/>
PREFIX country: <https://w3id.org/stemma/lexicon/country/>
PREFIX place: <https://w3id.org/stemma/lexicon/place/>
<graph/facts> {
  country:XA a stm:Country ; skos:prefLabel "Avalia"@en ; skos:notation "XA" ; stm:alpha3 "XAV" .
  country:XB a stm:Country ; skos:prefLabel "Borduria"@en ; skos:notation "XB" ; stm:alpha3 "XBO" .
  country:XC a stm:Country ; skos:prefLabel "Cascara"@en ; skos:notation "XC" .
  place:1 a stm:Place ; skos:prefLabel "Cascara"@en .
  place:2 a stm:Place ; skos:prefLabel "xav"@en .
  <origin/1> a stm:Origin ; <http://www.w3.org/2000/01/rdf-schema#label> "Borduria"@en .
}
<graph/claims/d1> {
  <document/d1/entity-1> skos:prefLabel "Avalia"@en .
  <document/d1/entity-2> skos:prefLabel "Ada \"Q\" Lind"@en .
  <document/d1/entity-3> skos:prefLabel "Common Name"@en .
}
<graph/claims/d2> { <document/d2/entity-3> skos:prefLabel "Common Name"@en . }
<graph/meta> { <document/d1> schema:headline "Boats for Avalia"@en . }
)";

std::string answer_to(const std::string& question) {
  static const auto store = [] {
    auto made = std::make_unique<EngineStore>();
    made->parse_trig(data, base);
    return made;
  }();
  std::string answer;
  store->ask(with_prologue(question, base), base, {Format::json, Format::none}, [&](std::string_view bytes) {
    answer += bytes;
    return true;
  });
  return answer;
}

// The IRI, or the message and its hint.
std::string looked_up(std::string_view name) {
  try {
    return choose_named(name, answer_to(name_question(name))).iri;
  } catch (const Error& error) {
    return std::string(error.what()) + " | " + error.hint();
  }
}

} // namespace

TEST_CASE("a thing is found by its label, title or code, in any case of letters") {
  const std::string country = "https://w3id.org/stemma/lexicon/country/";
  const std::pair<const char*, std::string> cases[] = {
      {"Avalia", country + "XA"}, // not what one document calls so
      {"aVALIA", country + "XA"},
      {"XB", country + "XB"},
      {"Borduria", country + "XB"}, // an origin is called after who speaks
      {"xbo", country + "XB"},
      {"XAV", country + "XA"}, // the very letters before others
      {"Ada \"Q\" Lind", base + "document/d1/entity-2"},
      {"Boats for Avalia", base + "document/d1"},
  };
  for (const auto& [name, iri] : cases) {
    CAPTURE(name);
    CHECK(looked_up(name) == iri);
  }
  CHECK(choose_named("xb", answer_to(name_question("xb"))).label == "Borduria");
}

TEST_CASE("where several things have the name, or none has, they are told") {
  const std::pair<const char*, std::vector<const char*>> cases[] = {
      {"cascara", {"'cascara' may be each of 2 things", "country:XC (Cascara)", "place:1 (Cascara)"}},
      {"Common Name", {"each of 2 things", "document/d1/entity-3", "document/d2/entity-3"}},
      {"Bord", {"nothing in the result goes by the name 'Bord'", "did you mean", "country:XB (Borduria)"}},
      {"Nowhere", {"nothing in the result goes by the name 'Nowhere'", "country:XX"}},
  };
  for (const auto& [name, words] : cases) {
    const std::string told = looked_up(name);
    CAPTURE(name, told);
    for (const char* word : words) CHECK(told.find(word) != std::string::npos);
  }
}

TEST_CASE("all names are listed for suggestions, which are asked for only where nothing is like the name") {
  const std::vector<std::string> names = read_names(answer_to(all_names_question()));
  for (const char* name : {"Avalia", "XA", "Cascara", "Ada \"Q\" Lind"}) {
    CAPTURE(name);
    CHECK(std::count(names.begin(), names.end(), name) == 1);
  }
  CHECK_THROWS_AS(read_names("no JSON"), Error);
  int asked = 0;
  const auto suggest = [&] { return ++asked, std::string("did you mean 'X'?"); };
  const auto choose = [&](const char* name) { return choose_named(name, answer_to(name_question(name)), suggest); };
  CHECK_THROWS_AS(choose("Bord"), Error);
  CHECK(choose("XB").label == "Borduria");
  CHECK(asked == 0);
  try {
    choose("Avolia");
    FAIL("was found");
  } catch (const Error& error) {
    CHECK(error.hint().starts_with("did you mean 'X'? names are"));
  }
}

TEST_CASE("no name gets loose in the question") {
  for (const std::string name : {"\"", "\\", "\") } } ; DROP ALL #", "'''", "\n\r\t", "}", "<x>", "?thing", "$x",
                                 "\\u0022 }", "\xE2\x80\xA8", "\xF0\x9F\x98\x80", "a\x7f"}) {
    CAPTURE(name);
    CHECK(looked_up(name).starts_with("nothing in the result"));
  }
  CHECK_THROWS_AS(name_question("\xFF"), Error);
  CHECK_THROWS_AS(choose_named("x", "no JSON"), Error);
  CHECK_THROWS_AS(choose_named("x", R"({"results":{"bindings":[1,{"thing":2},{"thing":{"value":3}}]}})"), Error);
}

TEST_CASE("a name takes the place of a parameter as one term") {
  const StoredQuery query =
      parse_stored_query("# param: who iri =Avalia\n# param: day string =x\nSELECT * { $who ?p $day }", "q", "q.rq");
  std::vector<std::string> asked;
  const NameLookup lookup = [&](std::string_view name) {
    asked.emplace_back(name);
    return std::string(name == "broken" ? "no iri> } #" : "https://example.org/found");
  };
  const auto bound = [&](const std::string& value) { return bind_parameters(query, {{"who", value}}, base, lookup); };
  CHECK(bound("Borduria").find("<https://example.org/found>") != std::string::npos);
  CHECK(bind_parameters(query, {}, base, lookup).find("<https://example.org/found>") != std::string::npos);
  for (const char* iri : {"country:XA", "https://example.org/x", "<document/d1>", "urn:x"})
    CHECK(bound(iri).find("found") == std::string::npos);
  CHECK(asked == std::vector<std::string>{"Borduria", "Avalia"});
  CHECK_THROWS_AS(bound("broken"), Error);
  CHECK_THROWS_AS(bound("<no iri>"), Error);
  CHECK_THROWS_AS(bound(""), Error);
  CHECK_THROWS_AS(bind_parameters(query, {}, base), Error);
}
