#include "language/pattern.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

using namespace stemma::language;

namespace {

const ModelFile file{"tokenizer", ""};

std::optional<std::size_t> match(std::string_view pattern, std::u32string_view text, std::size_t at = 0) {
  return Pattern::forward(file, "field", pattern).find_at(text, at);
}
std::size_t suffix(std::string_view pattern, std::u32string_view text) {
  return Pattern::backward(file, "field", pattern).find_suffix(text);
}
void refuse(std::string_view pattern) { CHECK_THROWS_AS(Pattern::forward(file, "field", pattern), stemma::Error); }

} // namespace

TEST_CASE("patterns mean what Python's mean") {
  CHECK(match("ab|a", U"abc") == 2U);
  CHECK(match("a|ab", U"abc") == 1U); // the first alternative wins, not the longest
  CHECK(match("a{2,3}", U"aaaa") == 3U);
  CHECK_FALSE(match("a{2,3}", U"a"));
  CHECK(match("a{x", U"a{x") == 3U); // no count: a literal
  CHECK(match("(?:ab)*c", U"ababc") == 5U);
  CHECK(match("(a*)*b", U"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab") == 31U);
  CHECK_FALSE(match("(a*)*b", U"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")); // ends soon: no state is tried twice
  CHECK(match("[^a-c]", U"d") == 1U);
  CHECK(match("[]a]", U"]") == 1U);
  CHECK(match("[+\\-]", U"-") == 1U);
  CHECK(match("[a-]", U"-") == 1U);
  CHECK(match("\\u00e9\\U0001F600", U"é😀") == 2U);
  CHECK(match("\\w+", U"aé_1٣²x-") == 7U);
  CHECK_FALSE(match("\\w", U"\u0301")); // a combining mark is no letter to Python
  CHECK(match("\\d+", U"1٣²") == 2U);
  CHECK(match("\\S+", U"ab\u00a0c") == 2U);
  CHECK(match("^a$", U"a\n") == 1U);
}

TEST_CASE("looking around") {
  CHECK(match("(?<=[0-9])km", U"5km", 1) == 2U);
  CHECK_FALSE(match("(?<=[0-9])km", U"akm", 1));
  CHECK(match("(?<=ab)c", U"abc", 2) == 1U);
  CHECK(match("(?<=a[bx])c", U"axc", 2) == 1U);
  CHECK(match("a(?=b)", U"ab") == 1U);
  CHECK_FALSE(match("a(?!b)", U"ab"));
  CHECK_FALSE(match("(?!(?:10|127)(?:\\.\\d{1,3}){3})\\d+", U"10.0.0.1"));
  CHECK(match("(?!(?:10|127)(?:\\.\\d{1,3}){3})\\d+", U"10.0.x") == 2U);
}

TEST_CASE("the longest suffix") {
  CHECK(suffix("\\.\\.+$|\\.$", U"wait...") == 3);
  CHECK(suffix("(?<=[0-9])(?:m|km|km²)$", U"5km²") == 3);
  CHECK(suffix("(?<=[0-9])(?:m|km)$", U"akm") == 0);
  CHECK(suffix("'s$|s$", U"dog's") == 2);
  CHECK(suffix("a$", U"a\n") == 1); // Python's $ stands before a last line break, too
  CHECK_THROWS_AS(Pattern::backward(file, "field", "a"), stemma::Error);
}

TEST_CASE("what a pattern may not hold is refused") {
  for (const char* pattern :
       {"(", ")", "(?P<a>b)", "a**", "a+?", "\\b", "[a", "[b-a]", "a{2000}", "*", "\\u12", "(?<x)"})
    refuse(pattern);
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += '(';
  refuse(deep);
  refuse("(?:(?:(?:a{1000}){1000}){1000})");
}

TEST_CASE("whether letters alone can match") {
  CHECK_FALSE(Pattern::forward(file, "f", "^US\\$|^\\(").matches_letters());
  CHECK(Pattern::forward(file, "f", "^US\\$?").matches_letters());
  CHECK_FALSE(Pattern::backward(file, "f", "(?<=[0-9])km$").matches_letters());
}
