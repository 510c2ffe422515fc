#include "model/error.hpp"
#include "rdf/quad_order.hpp"
#include "rdf/reader.hpp"
#include "rdf/writer.hpp"

#include <catch2/catch.hpp>

using namespace stemma;
using namespace stemma::rdf;

namespace {

constexpr Syntax every_syntax[] = {Syntax::turtle, Syntax::trig, Syntax::ntriples, Syntax::nquads};

std::string written(const std::vector<Quad>& quads, Syntax syntax) {
  std::string out;
  StringSink sink(out);
  Writer writer(sink, syntax, standard_prefixes, default_base);
  for (const Quad& quad : quads) writer.write(quad);
  writer.finish();
  return out;
}

Term id(const std::string& name) { return make_iri(std::string(default_base) + name); }
Term stm_term(const std::string& name) { return make_iri(std::string(stm::base) + name); }

std::vector<Quad> sample() {
  const Term type = make_iri(std::string(stemma::rdf::rdf::type));
  const Term label = make_iri(std::string(rdfs::label));
  return {
      {id("event/1"), type, stm_term("Event"), id("graph/facts")},
      {id("event/1"), type, make_iri(std::string(sem::Event)), id("graph/facts")},
      {id("event/1"), label, make_text("Shells, \"many\"\nof them", "en"), id("graph/facts")},
      {id("event/1"), stm_term("count"), make_integer(-12), id("graph/facts")},
      {id("event/2"), stm_term("disputed"), make_boolean(true), id("graph/facts")},
      {id("event/2"), stm_term("date"), make_date("2023-11-01"), id("graph/facts")},
      {id("document/1"), label, make_literal(""), id("graph/meta")},
      {id("document/1"), label, make_literal("plain"), {}},
  };
}

} // namespace

TEST_CASE("TriG has one block for each graph, without the keyword, and one paragraph for each subject") {
  std::string out;
  StringSink sink(out);
  const Prefix prefixes[] = {{"stm", stm::base}, {"rdfs", rdfs::base}, {"sem", sem::base}, {"xsd", xsd::base}};
  Writer writer(sink, Syntax::trig, prefixes, default_base);
  for (const Quad& quad : sample()) writer.write(quad);
  writer.finish();
  CHECK(writer.count() == 8);
  CHECK(out == R"(@base <https://w3id.org/stemma/id/> .
@prefix stm: <https://w3id.org/stemma/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<graph/facts> {
  <event/1>
    a stm:Event ,
      sem:Event ;
    rdfs:label "Shells, \"many\"\nof them"@en ;
    stm:count -12 .

  <event/2>
    stm:disputed true ;
    stm:date "2023-11-01"^^xsd:date .
}

<graph/meta> {
  <document/1>
    rdfs:label "" .
}

<document/1>
  rdfs:label "plain" .
)");
}

TEST_CASE("Every syntax reads back as what was written") {
  for (const Syntax syntax : every_syntax) {
    std::vector<Quad> quads = sample();
    if (!has_named_graphs(syntax))
      for (Quad& quad : quads) quad.graph = {};
    sort_for_writing(quads);
    auto back = parse_quads(written(quads, syntax), syntax);
    sort_for_writing(back);
    CHECK(back == quads);
  }
}

TEST_CASE("What looks like a short form but is another term is written in full") {
  const auto datatype = [](std::string_view d) { return std::string(d); };
  std::vector<Quad> quads;
  const std::vector<Term> objects = {
      make_typed("1", datatype(xsd::boolean)),
      make_typed("0", datatype(xsd::boolean)),
      make_typed("true", datatype(xsd::boolean)),
      make_typed("1", datatype(xsd::decimal)),
      make_typed("1.", datatype(xsd::decimal)),
      make_typed(".5", datatype(xsd::decimal)),
      make_typed("-1.50", datatype(xsd::decimal)),
      make_typed("+007", datatype(xsd::integer)),
      make_typed("1e6", datatype(xsd::double_)),
      make_typed("2023", datatype(xsd::gYear)),
      make_typed("5", datatype(xsd::nonNegativeInteger)),
      make_typed("x", "https://example.org/type#x"),
      make_typed("x", "https://example.org/type#x,y"),
      make_text("word", "zh-Hant-TW"),
      make_iri("https://w3id.org/stemma/ns#"),
      make_iri("https://w3id.org/stemma/ns#a.b"),
      make_iri("https://w3id.org/stemma/ns#a."),
      make_iri("https://w3id.org/stemma/ns#-a"),
      make_iri("https://w3id.org/stemma/ns#a/b"),
      make_iri("https://w3id.org/stemma/id/"),
      make_iri("https://w3id.org/stemma/id//a"),
      make_iri("https://w3id.org/stemma/id/../a"),
      make_iri("https://w3id.org/stemma/id/a:b"),
      make_iri("https://w3id.org/stemma/id/a?b#c"),
      make_iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
      make_iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"),
      make_iri("https://пример.example/ключ"),
      make_iri("urn:isbn:1"),
      make_literal("'''\"\"\"\\ \t\r\x7F é \xF0\x9F\x9A\x80"),
      make_blank("b1"),
  };
  for (const Term& object : objects) quads.push_back({id("s"), stm_term("p"), object, {}});
  sort_for_writing(quads);
  for (const Syntax syntax : every_syntax) {
    auto back = parse_quads(written(quads, syntax), syntax);
    sort_for_writing(back);
    REQUIRE(back.size() == quads.size());
    for (std::size_t i = 0; i < quads.size(); ++i)
      if (back[i].object.kind != TermKind::blank) CHECK(back[i] == quads[i]);
  }
}

TEST_CASE("A truth value in digits needs a prefix, which is declared when it is missing") {
  const Quad quad{id("s"), stm_term("p"), make_typed("1", xsd::boolean), id("g")};
  for (const Prefix& prefix : {Prefix{"stm", stm::base}, Prefix{"xsd", stm::base}}) {
    std::string out;
    StringSink sink(out);
    Writer writer(sink, Syntax::trig, std::span(&prefix, 1));
    writer.write(id("s"), stm_term("p"), id("o"), id("g"));
    writer.write(quad);
    writer.finish();
    const auto back = parse_quads(out, Syntax::trig);
    REQUIRE(back.size() == 2);
    CHECK(back[1] == quad);
  }
}

TEST_CASE("A refused quad leaves no byte behind, and the next one is written") {
  const std::vector<Quad> bad = {
      {make_iri("https://example.org/a b"), stm_term("p"), make_literal("x"), {}},
      {make_iri("relative"), stm_term("p"), make_literal("x"), {}},
      {make_literal("x"), stm_term("p"), make_literal("x"), {}},
      {id("s"), make_literal("p"), make_literal("x"), {}},
      {id("s"), make_blank("p"), make_literal("x"), {}},
      {id("s"), stm_term("p"), make_typed("1 . <a:b> <a:b> 2", std::string(xsd::integer)), {}},
      {id("s"), stm_term("p"), make_typed("true . ", std::string(xsd::boolean)), {}},
      {id("s"), stm_term("p"), make_text("x", "en . <a:b> <a:b> <a:b>"), {}},
      {id("s"), stm_term("p"), make_literal("cut \xE2\x82"), {}},
      {id("s"), stm_term("p"), make_literal(std::string("nul\0", 4)), {}},
      {id("s"), stm_term("p"), make_literal("bell\x07"), {}},
      {id("s"), stm_term("p"), make_typed("x", "not absolute"), {}},
  };
  const Quad good{id("s"), stm_term("p"), make_literal("x"), {}};
  for (const Syntax syntax : every_syntax) {
    for (const Quad& quad : bad) {
      std::string out;
      StringSink sink(out);
      Writer writer(sink, syntax, standard_prefixes, default_base);
      writer.write(good);
      CHECK_THROWS_AS(writer.write(quad), Error);
      writer.write(good.subject, good.predicate, make_literal("y"));
      writer.finish();
      CHECK(out == written({good, {good.subject, good.predicate, make_literal("y"), {}}}, syntax));
    }
  }
}

TEST_CASE("Turtle and N-Triples have no named graphs") {
  const Quad quad{id("s"), stm_term("p"), make_literal("x"), id("g")};
  CHECK_THROWS_AS(written({quad}, Syntax::turtle), Error);
  CHECK_THROWS_AS(written({quad}, Syntax::ntriples), Error);
}

TEST_CASE("A prefix may move between blocks") {
  std::string out;
  StringSink sink(out);
  Writer writer(sink, Syntax::trig);
  std::vector<Quad> quads;
  for (const std::string document : {"https://example.org/1/", "https://example.org/2/"}) {
    writer.set_prefix({"doc", document});
    quads.push_back({make_iri(document + "a"), make_iri(document + "b"), make_iri("https://example.org/1/c"),
                     make_iri(document + "g")});
    writer.write(quads.back());
  }
  writer.finish();
  CHECK(out == R"(@prefix doc: <https://example.org/1/> .

doc:g {
  doc:a
    doc:b doc:c .
}

@prefix doc: <https://example.org/2/> .

doc:g {
  doc:a
    doc:b <https://example.org/1/c> .
}
)");
  CHECK(parse_quads(out, Syntax::trig) == quads);
}

TEST_CASE("A full disk is an error") {
  FileSink sink("/dev/full");
  Writer writer(sink, Syntax::nquads);
  writer.write(id("s"), stm_term("p"), make_literal("x"));
  CHECK_THROWS_AS(writer.finish(), Error);
}

TEST_CASE("A literal of a megabyte goes through whole") {
  std::string text;
  while (text.size() < std::size_t{1024} * 1024) text += "quote \" backslash \\ line\n tab\t é ";
  for (const Syntax syntax : every_syntax) {
    const Quad quad{id("s"), stm_term("p"), make_literal(text), {}};
    CHECK(parse_quads(written({quad}, syntax), syntax) == std::vector<Quad>{quad});
  }
}
