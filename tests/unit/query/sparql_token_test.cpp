#include "model/error.hpp"
#include "query/sparql_token.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace stemma::query;

namespace {

std::vector<std::string> variables(std::string_view query) {
  std::vector<std::string> found;
  for (const Token& token : scan_sparql(query))
    if (token.kind == TokenKind::variable) found.emplace_back(token.text);
  return found;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("variables are seen where they are variables, and nowhere else") {
  CHECK(variables("SELECT ?a { ?a $b ?c }") == Names{"?a", "?a", "$b", "?c"});
  CHECK(variables("\"$a\" '$b' '''$c '' ''' \"\"\"\" $d \"\"\" $e").back() == "$e");
  CHECK(variables("\"$a\" '$b' '''$c '' ''' \"\"\"\" $d \"\"\" $e").size() == 1);
  CHECK(variables("'it\\'s $a' $b") == Names{"$b"});
  CHECK(variables("# $a\n$b # ?c") == Names{"$b"});
  CHECK(variables("<http://x/#$a> $b") == Names{"$b"});
  CHECK(variables("?a<$b") == Names{"?a", "$b"});
  CHECK(variables("?a < $b && $c > 1") == Names{"?a", "$b", "$c"});
  CHECK(variables("ex:\\$a $b") == Names{"$b"});
  CHECK(variables("?größe $x·y $z„") == Names{"?größe", "$x·y", "$z"});
  CHECK(variables("?a/?b ?c?d").size() == 4);
  CHECK(variables("$1 ?").size() == 1);
}

TEST_CASE("a string without an end is named with its place") {
  try {
    scan_sparql("SELECT *\n { ?é \"open\n }");
    FAIL();
  } catch (const stemma::Error& error) {
    CHECK(error.place().line == 2);
    CHECK(error.place().column == 7);
  }
  CHECK_THROWS_AS(scan_sparql("'''a''"), stemma::Error);
  CHECK_THROWS_AS(scan_sparql("\"a\\\""), stemma::Error);
  CHECK_THROWS_AS(scan_sparql("\xff"), stemma::Error);
}

TEST_CASE("nesting counts brackets outside strings and comments") {
  CHECK(nesting_depth(scan_sparql("{ { ( ) } [ ] }")) == 3);
  CHECK(nesting_depth(scan_sparql("{ \"{{{{\" '{' <a{b> # {{{\n }")) == 2);
  CHECK(nesting_depth(scan_sparql("}}}{")) == 1);
  CHECK(nesting_depth(scan_sparql(std::string(10'000, '{'))) == 10'000);
}

TEST_CASE("scanning ends for any bytes") {
  for (int first = 1; first < 256; ++first)
    for (const char second : {'a', '"', '\\', '<', '\xbf', '$'}) {
      const std::string text{static_cast<char>(first), second, '\\'};
      try {
        scan_sparql(text);
      } catch (const stemma::Error&) {
      }
    }
  SUCCEED();
}
