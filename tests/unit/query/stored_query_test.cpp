#include "model/error.hpp"
#include "query/engine_store.hpp"
#include "query/stored_query.hpp"
#include "rdf/serialize.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <random>

using namespace stemma;
using namespace stemma::query;

namespace {

const std::string base = "https://example.org/id/";

StoredQuery query_of(const std::string& text) { return parse_stored_query(text, "test", "test.rq"); }

Error error_of(const std::string& text) {
  try {
    query_of(text);
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error for: " << text);
  return Error("");
}

// The parsed query with the value in it is the parsed query with a plain value in it, one ground term exchanged.
void check_exchange(const StoredQuery& query, const rdf::Term& plain, const std::string& plain_text,
                    const std::string& value) {
  const Parameter& parameter = query.parameters.front();
  rdf::Term term;
  try {
    term = parse_value(parameter, value, base);
  } catch (const Error&) {
    return; // refused: nothing can go wrong
  }
  const std::string with_plain = with_prologue(bind_parameters(query, {{parameter.name, plain_text}}, base), base);
  const std::string with_value = with_prologue(bind_parameters(query, {{parameter.name, value}}, base), base);
  const Exchange expected = exchange_term(with_plain, base, rdf::serialize(plain), rdf::serialize(term));
  INFO(with_value);
  CHECK(expected.count >= 1);
  CHECK(parse_algebra(with_value, base) == expected.algebra);
}

const std::vector<std::string> hostile = {
    "",
    "\"",
    "'",
    "\\",
    "\\\\",
    "\\\"",
    "\" } ; DROP ALL #",
    "\"@en . ?s ?p ?o . #",
    "\"^^<http://www.w3.org/2001/XMLSchema#integer>",
    "> } UNION { ?s ?p ?o } #",
    "https://example.org/a> . ?s ?p <https://example.org/b",
    "https://example.org/a b",
    "https://example.org/\\u003e",
    "https://example.org/#$value",
    "<https://example.org/ok>",
    "<../../up>",
    "country:KP",
    "country:K P",
    "country:KP> . ?s ?p <x",
    "\\u0022",
    "\\\\u0022 } #",
    "\\U00000022",
    "\\u005C\\u0022",
    "\n",
    "\r\n\t\b\f",
    std::string("\0", 1),
    "$value ?value",
    "# comment",
    "'''",
    "\"\"\"",
    "\xff\xfe",
    "\xed\xa0\x80",
    "\xc3",
    "é 한국 \xF0\x9F\x92\xA3",
    "\xEF\xBF\xBE",
    "words@en",
    "\"@en",
    "words@en-",
    "words@en . ?s ?p ?o",
    "1",
    "-7",
    "+0",
    "1e9",
    "1 . ?s ?p ?o",
    "0.5",
    ".5",
    "true",
    "TRUE",
    "2023-11-01",
    "2023-13-01",
    "2023-11-01Z",
    "NaN",
};

struct Case {
  std::string type, plain_text;
  rdf::Term plain;
};

std::vector<Case> cases() {
  return {{"iri", "https://example.org/plain", rdf::make_iri("https://example.org/plain")},
          {"string", "plain sentinel", rdf::make_literal("plain sentinel")},
          {"integer", "4711", rdf::make_integer(4711)},
          {"decimal", "47.11", rdf::make_typed("47.11", "http://www.w3.org/2001/XMLSchema#decimal")},
          {"boolean", "true", rdf::make_boolean(true)},
          {"date", "1999-12-31", rdf::make_date("1999-12-31")},
          {"text", "plain sentinel@de", rdf::make_text("plain sentinel", "de")}};
}

const std::vector<std::string> bodies = {
    "SELECT * { ?s ?p $value . FILTER(?s != $value) }",
    "ASK { GRAPH <graph/facts> { ?s ?p $value } }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(?o=$value||?o IN ($value, ?s)) } GROUP BY ?o HAVING(MIN(?o)=$value)",
    "SELECT * { VALUES ?x { $value } BIND(IF(?x=$value,'$value',\"$value\") AS ?y) } # $value",
    "CONSTRUCT { ?s ?p $value } WHERE { { ?s ?p $value } UNION { ?s (<a>|^<b>)+ ?o . ?o ?q $value;?r$value,$value } }",
};

} // namespace

TEST_CASE("the header says what a query asks and wants to know") {
  const StoredQuery query = query_of("# title: A title\n# description: Two lines\n#   of words.\n#\n"
                                     "# param: who iri =country:KP  The one asked about\n"
                                     "# param: words string =\"a b\" Some words\n# param: least integer\n"
                                     "SELECT * { ?x ?y $who, $words, $least } # title: no\n");
  CHECK(query.title == "A title");
  CHECK(query.description == "Two lines of words.");
  REQUIRE(query.parameters.size() == 3);
  CHECK(query.parameters[0].default_value == "country:KP");
  CHECK(query.parameters[0].description == "The one asked about");
  CHECK(query.parameters[1].default_value == "a b");
  CHECK(query.parameters[1].description == "Some words");
  CHECK(!query.parameters[2].default_value);
  CHECK(bind_parameters(query, {{"least", "3"}}, base).find("<https://w3id.org/stemma/lexicon/country/KP>") !=
        std::string::npos);
}

TEST_CASE("a header that cannot be right is refused at its place") {
  CHECK(error_of("# title: t\n# param: Who iri\nSELECT * { ?a ?b $Who }").place().line == 2);
  CHECK(error_of("# param: a colour\nASK { ?s ?p $a }").place().line == 1);
  CHECK(error_of("# param: a iri\n# param: a iri\nASK { ?s ?p $a }").place().line == 2);
  CHECK(error_of("# param: a iri\nASK { ?s ?p ?b }").hint().find("$a") != std::string::npos);
  CHECK(error_of("# param: a string =\"x\nASK { ?s ?p $a }").place().line == 1);
}

TEST_CASE("a parameter stands only where one ground term may stand") {
  const std::string head = "# param: a iri\n";
  for (const char* body :
       {"SELECT $a { ?s ?p $a }", "SELECT (1 AS $a) { ?s ?p ?o }", "SELECT * { ?s ?p ?a, $a }",
        "SELECT * { ?s ?p $a } LIMIT $a", "SELECT * { ?s ?p $a } OFFSET $a", "SELECT * { ?s ?p $a } GROUP BY $a",
        "SELECT * { ?s ?p $a^^<x> }", "SELECT * { ?s ?p $a @en }", "SELECT * { ?s ?p 'x'^^$a }",
        "PREFIX x: $a SELECT * { ?s ?p $a }", "BASE $a ASK { ?s ?p ?o }", "SELECT * { ?s ?p ?o FILTER(?s<$a&&?o>?p) }",
        "DESCRIBE $a", "ASK FROM $a { ?s ?p ?o }", "ASK { SERVICE $a { ?s ?p ?o } }", "ASK { VALUES $a { 1 } }"}) {
    INFO(body);
    CHECK(error_of(head + body).place().line == 2);
  }
}

TEST_CASE("whatever the value, one ground term is exchanged and nothing else") {
  for (const Case& one : cases())
    for (const std::string& body : bodies) {
      const StoredQuery query = query_of("# param: value " + one.type + "\n" + body);
      for (const std::string& value : hostile) check_exchange(query, one.plain, one.plain_text, value);
    }
}

TEST_CASE("the same for many values made of hostile pieces") {
  std::mt19937 random(20231101);
  const std::vector<std::string> pieces = {"\"",
                                           "'",
                                           "\\",
                                           "<",
                                           ">",
                                           "{",
                                           "}",
                                           "#",
                                           "\n",
                                           "\r",
                                           "u0022",
                                           "U00000022",
                                           "@en",
                                           "^^",
                                           ".",
                                           " ",
                                           "a",
                                           "$value",
                                           "?s",
                                           "é",
                                           "\xF0\x9F\x92\xA3",
                                           "\xff",
                                           "https://example.org/",
                                           "country:",
                                           "%41",
                                           "/*",
                                           "\x01",
                                           "\x7f"};
  for (const Case& one : cases()) {
    const StoredQuery query = query_of("# param: value " + one.type + "\n" + bodies.front());
    for (int round = 0; round < 300; ++round) {
      std::string value;
      for (std::size_t n = random() % 8; n > 0; --n) value += pieces[random() % pieces.size()];
      check_exchange(query, one.plain, one.plain_text, value);
    }
  }
}

TEST_CASE("a hostile string arrives as it is") {
  const EngineStore store;
  const StoredQuery query = query_of("# param: value string\nSELECT (STRLEN($value) AS ?n) ($value AS ?v) {}");
  for (const std::string& value : hostile) {
    std::string bound;
    try {
      bound = bind_parameters(query, {{"value", value}}, base);
    } catch (const Error&) {
      continue;
    }
    std::string answer;
    store.ask(bound, base, {Format::csv, Format::none}, [&](std::string_view bytes) {
      answer += bytes;
      return true;
    });
    std::string quoted = value;
    if (value.find_first_of("\",\r\n") != std::string::npos) {
      for (std::size_t at = 0; (at = quoted.find('"', at)) != std::string::npos; at += 2) quoted.insert(at, 1, '"');
      quoted = "\"" + quoted + "\"";
    }
    CHECK(answer.ends_with("," + quoted + "\r\n"));
  }
}

TEST_CASE("values are checked against the declaration") {
  const StoredQuery query = query_of("# param: least integer\n# param: who iri =country:KP\nASK { $who ?p $least }");
  CHECK_THROWS_AS(bind_parameters(query, {}, base), Error);
  CHECK_THROWS_AS(bind_parameters(query, {{"least", "many"}}, base), Error);
  CHECK_THROWS_AS(bind_parameters(query, {{"least", "1"}, {"other", "1"}}, base), Error);
  CHECK_THROWS_AS(bind_parameters(query, {{"least", "1"}, {"who", "North Korea"}}, base), Error);
  CHECK(bind_parameters(query, {{"least", "1"}, {"who", "<document/1>"}}, base)
            .find("<https://example.org/id/document/1>") != std::string::npos);
}
