#include "model/error.hpp"
#include "rdf/reader.hpp"
#include "rdf/text_check.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace stemma;
using namespace stemma::rdf;

namespace {

Place place_of_fault(const std::string& text, Syntax syntax = Syntax::turtle) {
  try {
    parse_quads(text, syntax, "test.ttl");
  } catch (const Error& error) {
    return error.place();
  }
  return {};
}

bool refused(const std::string& text, Syntax syntax = Syntax::turtle) { return place_of_fault(text, syntax).line != 0; }

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

} // namespace

TEST_CASE("Each quad comes with the line of its object") {
  const std::string text = "@prefix e: <https://example.org/> .\n"
                           "e:a\n"
                           "  e:p 1 ,\n"
                           "      \"two\" ;\n"
                           "\n"
                           "  e:q \"\"\"three\n"
                           "lines\"\"\"@en .\n"
                           "e:b e:p true .\n";
  std::vector<std::uint64_t> lines;
  read_text(text, Syntax::turtle, "t", {}, [&](const Quad&, std::uint64_t line) { lines.push_back(line); });
  CHECK(lines == std::vector<std::uint64_t>{3, 4, 7, 8});
}

TEST_CASE("Prefixes, base and default graph are resolved") {
  ReadOptions options;
  options.base = "https://example.org/base/";
  std::vector<std::string> prefixes;
  options.on_prefix = [&](std::string_view name, std::string_view iri) {
    prefixes.push_back(std::string(name) + "=" + std::string(iri));
  };
  const auto quads =
      parse_quads("@prefix e: <ns#> . <g> { <a> e:p <../b> . } @base <https://example.org/c/> . <d> a <> .",
                  Syntax::trig, "t", options);
  REQUIRE(quads.size() == 2);
  CHECK(quads[0].graph.value == "https://example.org/base/g");
  CHECK(quads[0].subject.value == "https://example.org/base/a");
  CHECK(quads[0].predicate.value == "https://example.org/base/ns#p");
  CHECK(quads[0].object.value == "https://example.org/b");
  CHECK(quads[1].graph.value.empty());
  CHECK(quads[1].subject.value == "https://example.org/c/d");
  CHECK(quads[1].object.value == "https://example.org/c/");
  CHECK(prefixes == std::vector<std::string>{"e=https://example.org/base/ns#"});
}

TEST_CASE("Faults have a place") {
  const Place place = place_of_fault("@prefix e: <https://example.org/> .\ne:a e:p ] .\n");
  CHECK(place.file == "test.ttl");
  CHECK(place.line == 2);
  CHECK(place.column > 1);
  CHECK(place_of_fault("<a:b> <a:b> \"x\" .\n\n<a:b> <a:b> <a b> .").line == 3);
  CHECK(place_of_fault("# é\n# \xFF").line == 2);
  CHECK(place_of_fault("# é\n# \xFF").column == 3);
}

TEST_CASE("What the writer refuses is refused") {
  CHECK(refused("<relative> <a:b> <a:b> ."));
  CHECK(refused("<a:b> <a:b> x:y ."));
  CHECK(refused("<a:b> <a:b> <a:%zz> ."));
  CHECK(refused("<a:b> <a:b> \"2023-02-30\"^^<http://www.w3.org/2001/XMLSchema#date> ."));
  CHECK(refused("<a:b> <a:b> \"x\"@waytoolongsubtag ."));
  CHECK(refused("<a:b> <a:b> \"\\uD800\" ."));
  CHECK(refused("<a:b> <a:b> \"\\u0000\" ."));
  CHECK(refused("<a:b> <a:b> \"\\u0007\" ."));
  CHECK(refused("<a:b> <a:b> <a:\\u0020> ."));
  CHECK(refused("<a:b> <a:b> \"unended"));
  CHECK(refused("<a:b> <a:b>"));
  CHECK(refused("<a:b> \"p\" <a:b> ."));
  CHECK(refused("\"s\" <a:b> <a:b> ."));
  CHECK(refused("<a:b> <a:b> <a:b> <a:b>", Syntax::nquads));
  CHECK(refused(std::string("<a:b> <a:b> <a:b> .\0<a:b>", 25)));
}

TEST_CASE("Truncated UTF-8 at the end of the buffer is refused without a look behind it") {
  for (const char* tail : {"\xE2", "\xE2\x82", "\xF0\x9F", "\xF0\x9F\x9A", "\xC3", "\xED\xA0\x80", "\xC0\x80"})
    for (const Syntax syntax : {Syntax::turtle, Syntax::trig, Syntax::ntriples, Syntax::nquads}) {
      const std::string text = std::string("<a:b> <a:b> \"") + tail;
      const std::unique_ptr<char[]> exact(new char[text.size()]); // so that the sanitizer sees an over-read
      std::copy(text.begin(), text.end(), exact.get());
      CHECK_THROWS_AS(parse_quads({exact.get(), text.size()}, syntax), Error);
    }
}

TEST_CASE("Nesting is limited before the reader sees it") {
  const auto nested = [](int depth) {
    return "<a:b> <a:b> " + repeated("[ <a:b> ", depth) + "1 " + repeated("] ", depth) + ".";
  };
  CHECK(parse_quads(nested(deepest_nesting), Syntax::turtle).size() == 101);
  CHECK(refused(nested(deepest_nesting + 1)));
  CHECK(refused("<a:b> <a:b> " + repeated("[ <a:b> ", 1000000)));
  CHECK(refused("<a:b> <a:b> " + repeated("(", 1000000)));
  CHECK(refused(repeated("[", 1000000), Syntax::trig));
  // Brackets in strings, IRIs, names and comments are none.
  const std::string many = repeated("[(", 1000);
  CHECK(parse_quads("#" + many + "\n<a:b> <a:b> \"" + many + "\\\"" + many + "\", '''" + many + "''' .", Syntax::turtle)
            .size() == 2);
  // And none can be hidden behind an escape.
  CHECK(refused("@prefix e: <a:> . e:a\\' <a:b> " + repeated("[ <a:b> ", 100000)));
  CHECK(refused("<a:b> <a:b> \"\\\\\", " + repeated("[ <a:b> ", 100000)));
}

TEST_CASE("Blank nodes stay apart, whatever their labels") {
  const auto nodes = [](const std::string& text) {
    std::set<std::string> labels;
    for (const Quad& quad : parse_quads(text, Syntax::turtle))
      for (const Term& term : {quad.subject, quad.object})
        if (term.kind == TermKind::blank) labels.insert(term.value);
    return labels.size();
  };
  CHECK(nodes("_:B1 <a:p> _:b1 .") == 2);
  CHECK(nodes("_:b1 <a:p> _:B1 .") == 2);
  CHECK(nodes("_:b1 <a:p> [] . _:B1 <a:p> _:b1, _:_b1 .") == 4);
  CHECK(nodes("_:x <a:p> _:x.") == 1);
  CHECK(nodes("_:x <a:p> 1._:x <a:p> 'y'@en._:x<a:p>'_:y'.") == 1);
  const auto quads = parse_quads("@prefix a_: <a:> . a_:b a_:c a_:_:d .", Syntax::turtle);
  REQUIRE(quads.size() == 1);
  CHECK(quads[0].subject.value == "a:b");
  CHECK(quads[0].object.value == "a:_:d");
}

TEST_CASE("What the handler throws comes out") {
  CHECK_THROWS_AS(read_text("<a:b> <a:b> 1, 2 .", Syntax::turtle, "t", {},
                            [](const Quad&, std::uint64_t) { throw std::logic_error("mine"); }),
                  std::logic_error);
}

TEST_CASE("a text that breaks off is told so in words") {
  try {
    parse_quads("@prefix a", Syntax::turtle, "test.ttl");
    FAIL("read");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find("end of text") != std::string::npos);
  }
}
