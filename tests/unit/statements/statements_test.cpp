#include "../pipeline/small_pack.hpp"
#include "model/error.hpp"
#include "rdf/reader.hpp"
#include "rdf/vocabulary.hpp"
#include "statements/claims.hpp"
#include "statements/events.hpp"
#include "statements/facts.hpp"
#include "statements/meta.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <set>

using namespace stemma;
using namespace stemma::statements;
using Triple = std::array<std::string, 3>; // literals in quotes

namespace {

const std::string base = "https://example.org/id/";
const std::string stm(rdf::stm::base);

const Ontology& ontology() {
  static const Ontology read = Ontology::read(STEMMA_SOURCE_DIR "/ontology");
  return read;
}

struct Collected {
  std::vector<Triple> triples;
  TripleSink sink() {
    return [this](const rdf::TermView& s, const rdf::TermView& p, const rdf::TermView& o) {
      const std::string object(o.value);
      triples.push_back({std::string(s.value), std::string(p.value),
                         o.kind == rdf::TermKind::literal ? "\"" + object + "\"" : object});
    };
  }
  bool has(const std::string& s, std::string_view p, const std::string& o) const {
    return std::find(triples.begin(), triples.end(), Triple{s, std::string(p), o}) != triples.end();
  }
  std::size_t count(std::string_view p, const std::string& o) const {
    return static_cast<std::size_t>(
        std::count_if(triples.begin(), triples.end(), [&](const Triple& t) { return t[1] == p && t[2] == o; }));
  }
  bool subjects_stand_together() const {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < triples.size(); ++i)
      if ((i == 0 || triples[i][0] != triples[i - 1][0]) && !seen.insert(triples[i][0]).second) return false;
    return true;
  }
};

Record example() {
  Record record;
  record.document.id = base + "document/00ff";
  record.document.path = "a.txt";
  record.document.published = "2023-11";
  record.document.publisher = "The Outlet";
  record.document.wire = "Example Wire";
  record.document.sha256 = std::string(64, '0');
  Entity aland{
      "https://example.org/lexicon/aland", EntityKind::country, "Country", "Aland", "AL", "", "", true, false, {}, {}};
  aland.mentions = {{{{0}, {5}}, "Aland", MentionKind::name}, {{{30}, {37}}, "Alander", MentionKind::demonym}};
  Entity wire{"https://example.org/lexicon/wire",
              EntityKind::org,
              "NewsAgency",
              "Example Wire",
              "",
              "",
              "",
              true,
              false,
              {},
              {}};
  wire.mentions = {{{{40}, {45}}, "EW\x01\xFF!", MentionKind::acronym}};
  Entity shell{"https://example.org/lexicon/shell",
               EntityKind::munition,
               "MunitionClass",
               "shell",
               "",
               "",
               "",
               true,
               false,
               {},
               {}};
  shell.mentions = {{{{60}, {65}}, "shell", MentionKind::name}};
  Entity person{
      record.document.id + "/person-1", EntityKind::person, "Person", "Ada Example", "", "", "", false, false, {}, {}};
  person.mentions = {{{{10}, {21}}, "Ada Example", MentionKind::name}};
  record.entities = {aland, wire, shell, person};
  record.sentences = {{{{0}, {25}}}, {{{26}, {50}}}};
  return record;
}

} // namespace

TEST_CASE("the claims graph has every mention with its characters and its sentence") {
  Collected claims;
  const Record record = example();
  write_claims(record, ontology(), claims.sink());
  const std::string document = record.document.id, mention = document + "/mention-30-37";
  CHECK(claims.count(rdf::rdf::type, stm + "Mention") == 5);
  CHECK(claims.has(mention, rdf::stm::refersTo, "https://example.org/lexicon/aland"));
  CHECK(claims.has(mention, rdf::stm::mentionKind, stm + "byDemonym"));
  CHECK(claims.has(mention, rdf::stm::evidence, document + "/span-30-37"));
  CHECK(claims.has(mention, rdf::stm::inSentence, document + "/sentence-26-50"));
  CHECK(claims.has(document + "/span-30-37", rdf::oa::hasSource, document));
  CHECK(claims.has(document + "/selector-30-37", rdf::oa::start, "\"30\""));
  CHECK(claims.has(document + "/selector-30-37", rdf::oa::end, "\"37\""));
  CHECK(claims.has(document + "/selector-30-37", rdf::oa::exact, "\"Alander\""));
  CHECK(claims.has(document + "/selector-40-45", rdf::oa::exact, "\"EW\xEF\xBF\xBD\xEF\xBF\xBD!\""));
  CHECK(claims.count(rdf::rdf::type, stm + "Sentence") == 2);
  CHECK_FALSE(
      std::any_of(claims.triples.begin(), claims.triples.end(), [&](const Triple& t) { // it stands in no sentence
        return t[0] == document + "/mention-60-65" && t[1] == rdf::stm::inSentence;
      }));
  CHECK(claims.has(document + "/person-1", rdf::stm::linked, "\"false\""));
  CHECK(claims.has(document + "/person-1", rdf::rdf::type, stm + "Actor"));
  CHECK(claims.has(document + "/person-1", rdf::skos::prefLabel, "\"Ada Example\""));
  CHECK_FALSE(claims.has("https://example.org/lexicon/aland", rdf::skos::prefLabel, "\"Aland\""));
  CHECK(claims.subjects_stand_together());
}

TEST_CASE("two readings of the same characters are one mention") {
  Record record = example();
  record.entities[1].mentions[0].span = record.entities[0].mentions[0].span;
  Collected claims;
  write_claims(record, ontology(), claims.sink());
  CHECK(claims.count(rdf::rdf::type, stm + "Mention") == 4);
  CHECK(claims.count(rdf::stm::refersTo, "https://example.org/lexicon/wire") == 1);
  auto sorted = claims.triples;
  std::sort(sorted.begin(), sorted.end());
  CHECK(std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end());
}

TEST_CASE("the facts graph knows what was mentioned, what that is a kind of, and no more") {
  const pipeline::SmallPack pack;
  Facts facts(pack, ontology());
  facts.add(example());
  Collected collected;
  facts.write(collected.sink());
  const std::string lexicon = "https://example.org/lexicon/";
  CHECK(collected.has(lexicon + "aland", rdf::skos::prefLabel, "\"Aland\""));
  CHECK(collected.has(lexicon + "aland", rdf::skos::notation, "\"AL\""));
  CHECK(collected.has(lexicon + "aland", rdf::rdf::type, stm + "Actor"));
  CHECK(collected.has(lexicon + "wire", rdf::stm::country, lexicon + "aland"));
  CHECK(collected.has(lexicon + "wire", rdf::rdf::type, stm + "Organisation"));
  CHECK(collected.has(lexicon + "shell", rdf::skos::broader, lexicon + "ammunition"));
  CHECK(collected.has(lexicon + "shell", rdf::skos::exactMatch, "https://example.org/other/shell"));
  CHECK(collected.has(lexicon + "ammunition", rdf::stm::category, "\"ammunition\""));
  CHECK(collected.has(stm + "NewsAgency", rdf::rdfs::label, "\"news agency\""));
  CHECK(collected.has(stm + "Person", rdf::rdfs::label, "\"person\""));
  CHECK(collected.count(rdf::skos::prefLabel, "\"Beland\"") == 0);
  CHECK(collected.count(rdf::skos::prefLabel, "\"Ada Example\"") == 0);
  CHECK(collected.subjects_stand_together());
}

TEST_CASE("the meta graph describes documents, publishers, wires and the run") {
  const pipeline::SmallPack pack;
  const Names names(base);
  Meta meta(names, pack, ontology());
  Collected collected;
  Record record = example();
  const Made made{"stemma 9", pack.hash(), "", "72.1", "", "MIT"};
  meta.write_document(record.document, made, collected.sink());
  record.document.wire = "Unheard Of";
  record.document.id += "1";
  meta.write_document(record.document, made, collected.sink());
  meta.write_bodies(collected.sink());
  meta.write_run(made, {record.document.id}, collected.sink());
  meta.write_labels({{"https://example.org/frame", "to\nsend"}}, collected.sink());
  meta.write_credits(collected.sink());
  const std::string document = base + "document/00ff";
  CHECK(collected.has(document, rdf::schema::datePublished, "\"2023-11\""));
  CHECK(collected.has(document, rdf::stm::wire, "https://example.org/lexicon/wire"));
  CHECK(collected.has("https://example.org/lexicon/wire", rdf::skos::prefLabel, "\"Example Wire\""));
  CHECK(collected.has(names.agency("Unheard Of"), rdf::skos::prefLabel, "\"Unheard Of\""));
  CHECK(collected.has(names.publisher("The Outlet"), rdf::rdfs::label, "\"The Outlet\""));
  CHECK(collected.has(names.run(made), rdf::stm::icuVersion, "\"72.1\""));
  CHECK(collected.has(names.run(made), rdf::prov::used, record.document.id));
  for (const Iri& graph :
       {names.facts_graph(), names.reported_graph(), names.meta_graph(), names.claims_graph(document)})
    CHECK(std::count_if(collected.triples.begin(), collected.triples.end(),
                        [&](const Triple& t) { return t[0] == graph && t[1] == rdf::rdfs::label; }) == 1);
  CHECK(collected.has(stm + "supplier", rdf::rdfs::label, "\"supplier\""));
  CHECK(collected.has("https://example.org/frame", rdf::rdfs::label, "\"to\nsend\""));
  CHECK(std::any_of(collected.triples.begin(), collected.triples.end(),
                    [](const Triple& t) { return t[2].find("CC BY 4.0") != std::string::npos; }));
  CHECK(collected.subjects_stand_together());
}

TEST_CASE("what a document says has labels for people") {
  Record record = example();
  Event event;
  event.id = record.document.id + "/event-1";
  event.about = record.document.id + "/about-1";
  event.type = "transfer";
  event.status = "planned";
  event.frame = "https://example.org/frame";
  const std::string aland = record.entities[0].id;
  event.roles = {{"supplier", {aland}}, {"recipient", {aland, aland, aland, aland, aland}}};
  event.attribution = {{aland}};
  event.evidence = {{{{0}, {5}}, "words", "", std::nullopt}};
  record.events = {event, event};
  record.events[1].id += "1";
  record.events[1].status = "denied";
  record.events[1].attribution.clear();
  Collected collected;
  write_events(record, base + "run/1", ontology(), collected.sink());
  const std::string matter = "arms transfer: recipient Aland, Aland, Aland and 2 more; supplier Aland";
  CHECK(collected.has(event.about, rdf::rdfs::label, "\"" + matter + "\""));
  CHECK(collected.count(rdf::rdfs::label, "\"" + matter + "\"") == 1); // what both are about
  CHECK(collected.has(event.id, rdf::rdfs::label, "\"" + matter + " (planned)\""));
  CHECK(collected.count(rdf::rdfs::label, "\"Aland: " + matter + " (planned)\"") == 1);
  CHECK(collected.count(rdf::rdfs::label, "\"claim: " + matter + " (denied)\"") == 1);
}

TEST_CASE("every term of ours that the program may write is described in the pack") {
  std::ifstream file(STEMMA_SOURCE_DIR "/src/rdf/vocabulary.hpp");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto start = text.find("namespace stm {"), end = text.find("} // namespace stm");
  REQUIRE(end != std::string::npos);
  const std::string own = text.substr(start, end - start);
  std::ifstream frames(STEMMA_SOURCE_DIR "/ontology/frames/terms.ttl");
  const std::string of_frames{std::istreambuf_iterator<char>(frames), {}}; // read, never written into a result
  const std::string before = "STEMMA_NAMESPACE \"";
  int found = 0;
  for (std::size_t at = own.find(before, own.find(';')); at != std::string::npos;
       at = own.find(before, at + 1), ++found) {
    const std::size_t name = at + before.size();
    const std::string term = own.substr(name, own.find('"', name) - name);
    CAPTURE(term);
    if (of_frames.find("\nstm:" + term + " a ") != std::string::npos) continue;
    CHECK(ontology().knows(stm + term));
    CHECK_FALSE(ontology().label(stm + term).empty());
  }
  CHECK(found > 50);
}

TEST_CASE("a base must be one that relative IRIs can be resolved against") {
  for (const char* good : {"https://example.org/", "http://127.0.0.1:8080/x/"}) CHECK_NOTHROW(Names(good));
  for (const char* bad : {"", "x", "/x/", "https://example.org", "https://example.org/#", "https://example.org/?a/",
                          "urn:x/", "https://e xample.org/", "https://example.org/../", "https://example.org/>/"})
    CHECK_THROWS_AS(Names(bad), Error);
  CHECK(Names("https://example.org/").claims_graph("https://example.org/document/ab") ==
        "https://example.org/graph/claims/ab");
}

TEST_CASE("dates are typed by how much of them is known") {
  CHECK(date_term("2023-11-01").datatype == rdf::xsd::date);
  CHECK(date_term("2023-11").datatype == rdf::xsd::gYearMonth);
  CHECK(date_term("2023").datatype == rdf::xsd::gYear);
}

TEST_CASE("the lexicon's sources are credited in the words they ask for") {
  const auto& credits = ontology().credits();
  const auto names = [&](std::string_view property, std::string_view value) {
    return std::any_of(credits.begin(), credits.end(), [&](const rdf::Quad& quad) {
      return quad.predicate.value == property && quad.object.value == value;
    });
  };
  CHECK(names(rdf::rdfs::label, "GeoNames"));
  CHECK(names(stm + "creditRequired", "true"));
}
