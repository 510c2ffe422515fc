#include "model/error.hpp"
#include "query/engine_store.hpp"

#include <catch2/catch.hpp>

using namespace stemma;
using namespace stemma::query;

namespace {

const std::string base = "https://example.org/";
const std::string trig = "@base <https://example.org/> . <g> { <a> <p> <b> , \"x\"@en . <b> <p> <c> }";

std::string ask(const EngineStore& store, const std::string& query, AnswerFormats formats) {
  std::string answer;
  store.ask(query, base, formats, [&](std::string_view bytes) {
    answer += bytes;
    return true;
  });
  return answer;
}

Error error_of(const std::string& query) {
  try {
    ask(EngineStore(), query, {Format::csv, Format::turtle});
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error");
  return Error("");
}

} // namespace

TEST_CASE("an answer comes in the format of its form") {
  EngineStore store;
  store.parse_trig(trig, base);
  CHECK(store.quads() == 3);
  const AnswerFormats csv{Format::csv, Format::none}, tsv{Format::tsv, Format::ntriples};
  CHECK(ask(store, "SELECT ?o { GRAPH <g> { <a> <p>+ ?o FILTER isIRI(?o) } } ORDER BY ?o", csv) ==
        "o\r\nhttps://example.org/b\r\nhttps://example.org/c\r\n");
  CHECK(ask(store, "ASK { GRAPH <g> { <a> <p> <b> } }", tsv) == "true");
  CHECK(ask(store, "CONSTRUCT { ?o <q> ?s } WHERE { GRAPH <g> { ?s <p> ?o FILTER isIRI(?o) } }", tsv) ==
        "<https://example.org/b> <https://example.org/q> <https://example.org/a> .\n"
        "<https://example.org/c> <https://example.org/q> <https://example.org/b> .\n");
  CHECK_THROWS_AS(ask(store, "CONSTRUCT WHERE { ?s ?p ?o }", csv), Error);
  CHECK_THROWS_AS(ask(store, "SELECT * { ?s ?p ?o }", {Format::none, Format::turtle}), Error);
}

TEST_CASE("errors know their place") {
  const Error syntax = error_of("SELECT *\n  { ?x ?y }");
  CHECK(syntax.place().line == 2);
  CHECK(syntax.place().column >= 11);
  CHECK(std::string(syntax.what()).find('[') == std::string::npos);
  try {
    EngineStore().parse_trig("<https://example.org/a> {\n<x:y> <x:z> \"open }", base);
    FAIL();
  } catch (const Error& error) {
    CHECK(error.place().line == 2);
  }
}

TEST_CASE("nothing is loaded of data with a fault in it") {
  EngineStore store;
  CHECK_THROWS_AS(store.parse_trig(trig + " <g> { <a> <b> . }", base), Error);
  CHECK(store.quads() == 0);
}

TEST_CASE("a query reaches no network and no file") {
  CHECK_THROWS_AS(
      ask(EngineStore(), "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", {Format::csv, Format::none}),
      Error);
  CHECK_THROWS_AS(parse_form("LOAD <file:///etc/hostname>", base), Error);
  CHECK_THROWS_AS(parse_form("DROP ALL", base), Error);
}

TEST_CASE("the sink can stop an answer, and may throw") {
  EngineStore store;
  store.parse_trig(trig, base);
  const std::string all = "SELECT * { GRAPH ?g { ?s ?p ?o } }";
  CHECK_THROWS_AS(store.ask(all, base, {Format::csv, Format::none}, [](std::string_view) { return false; }), Error);
  CHECK_THROWS_AS(store.ask(all, base, {Format::csv, Format::none}, [](std::string_view) -> bool { throw 1; }), Error);
}

TEST_CASE("texts that are no UTF-8 are refused") {
  CHECK_THROWS_AS(parse_form("SELECT * { ?s ?p '\xff' }", base), Error);
  CHECK_THROWS_AS(parse_form("ASK {}", "\xff"), Error);
  CHECK_THROWS_AS(parse_form("ASK {}", "no base"), Error);
}

TEST_CASE("answers of a store are converted") {
  std::string out;
  const Sink sink = [&](std::string_view bytes) {
    out += bytes;
    return true;
  };
  const std::string json =
      R"({"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"a,b"}},{}]}})";
  CHECK(convert_answer(json, Format::json, Format::csv, sink) == Form::solutions);
  CHECK(out == "x\r\n\"a,b\"\r\n\r\n");
  out.clear();
  CHECK(convert_answer(R"({"head":{},"boolean":false})", Format::json, Format::tsv, sink) == Form::boolean);
  CHECK(out == "false");
  CHECK_THROWS_AS(convert_answer("[[[[", Format::json, Format::csv, sink), Error);
  CHECK_THROWS_AS(convert_answer("<a> <b> .", Format::turtle, Format::turtle, sink), Error);
}

TEST_CASE("the text of the algebra tells queries apart by meaning alone") {
  CHECK(parse_algebra("SELECT * { ?s <p>/<q> ?o }", base) ==
        parse_algebra("select*{?s<p>/<https://example.org/q>?o.}", base));
  CHECK(parse_algebra("SELECT * { ?s <p>/<q> ?o }", base) != parse_algebra("SELECT * { ?s <p>/<r> ?o }", base));
}
