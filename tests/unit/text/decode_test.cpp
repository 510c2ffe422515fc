#include "text/decode.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace stemma;
using namespace std::string_literals;
using text::decode;

namespace {

bool has(const text::Decoded& decoded, const std::string& code) {
  return std::any_of(decoded.diagnostics.begin(), decoded.diagnostics.end(),
                     [&](const Diagnostic& d) { return d.code == code; });
}

const std::string bad = "\uFFFD";
const std::string good =
    "\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9 ";

} // namespace

TEST_CASE("each maximal part of a bad sequence of UTF-8 is one replacement character") {
  // The examples of the Unicode Standard, section 3.9, and the edges of the tables; `good` keeps the charset UTF-8.
  const std::vector<std::pair<std::string, std::string>> cases{
      {"\xF1\x80\x80\xE1\x80\xC2"
       "b",
       bad + bad + bad + "b"},
      {"\xC0\xAF", bad + bad},
      {"\xE0\x80\xAF", bad + bad + bad},
      {"\xED\xA0\x80", bad + bad + bad},
      {"\xF4\x90\x80\x80", bad + bad + bad + bad},
      {"\xF0\x80\x80\x80", bad + bad + bad + bad},
      {"\xE2\x82"
       "x",
       bad + "x"},
      {"\xF0\x9F\x98"
       "x",
       bad + "x"},
      {"x\x80", "x" + bad},
      {"\xFE\xFF", bad + bad},
      {"\xC2", bad},
  };
  for (const auto& [bytes, expected] : cases) {
    CAPTURE(bytes);
    const text::Decoded decoded = decode(good + bytes + good, "f");
    CHECK(decoded.source == good + expected + good);
    CHECK(decoded.charset == "UTF-8");
    CHECK(has(decoded, "text.invalid-utf8"));
  }
}

TEST_CASE("a byte order mark decides and is no character") {
  CHECK(decode("\xEF\xBB\xBF"
               "ab",
               "f")
            .source == "ab");
  CHECK(decode("\xFF\xFE"
               "a\0b\0"s,
               "f")
            .source == "ab");
  CHECK(decode("\xFE\xFF\0a\0b"s, "f").source == "ab");
  CHECK(decode("\xFF\xFE\0\0a\0\0\0"s, "f").source == "a");
  CHECK(decode("\0\0\xFE\xFF\0\1\xF6\0"s, "f").source == "\U0001F600");
  CHECK(decode("\xEF\xBB\xBF\xE9", "f").source == bad);
  CHECK(has(decode("\xEF\xBB\xBF\xE9", "f"), "text.bad-sequences"));
}

TEST_CASE("lone surrogates and a cut code unit are one replacement character each") {
  const text::Decoded decoded = decode("\xFF\xFE"
                                       "a\0\x3D\xD8z\0\0\xDE\x3D\xD8\0\xDEq"s,
                                       "f");
  CHECK(decoded.source == "a" + bad + "z" + bad + "\U0001F600" + bad);
  CHECK(has(decoded, "text.bad-sequences"));
  CHECK(decode("\xFF\xFE\0\0\0\xD8\0\0\0\0\x11\0"s, "f").source == bad + bad);
}

TEST_CASE("UTF-16 without a mark is known by its zeros") {
  CHECK(decode("P\0l\0a\0i\0n\0 \0t\0e\0x\0t\0"s, "f").source == "Plain text");
  CHECK(decode("\0P\0l\0a\0i\0n"s, "f").source == "Plain");
}

TEST_CASE("other charsets are detected and reported") {
  const text::Decoded latin = decode("Le g\xE9n\xE9ral a \xE9t\xE9 re\xE7u \xE0 l'\xC9lys\xE9"
                                     "e. \x93Oui\x94, dit-il.",
                                     "f");
  CHECK(latin.charset == "windows-1252");
  CHECK(latin.source == "Le général a été reçu à l'Élysée. “Oui”, dit-il.");
  REQUIRE(latin.diagnostics.size() == 1);
  CHECK(latin.diagnostics[0].code == "text.charset");
  CHECK(latin.diagnostics[0].place.line == 1);
  CHECK(latin.diagnostics[0].place.column == 5);

  const text::Decoded cyrillic =
      decode("\xCC\xEE\xF1\xEA\xE2\xE0 \xE8 \xCA\xE8\xE5\xE2 \xEE\xE1\xEC\xE5\xED\xFF\xEB\xE8\xF1\xFC "
             "\xEF\xE8\xF1\xFC\xEC\xE0\xEC\xE8, \xED\xEE \xED\xE5 \xEE\xF0\xF3\xE6\xE8\xE5\xEC.",
             "f");
  CHECK(cyrillic.charset == "windows-1251");
  CHECK(cyrillic.source == "Москва и Киев обменялись письмами, но не оружием.");
}

TEST_CASE("UTF-8 cut in the middle of a character stays UTF-8") {
  const text::Decoded decoded = decode("caf\xC3", "f");
  CHECK(decoded.charset == "UTF-8");
  CHECK(decoded.source == "caf" + bad);
}

TEST_CASE("what is no text is refused with a word on what it is") {
  std::string all;
  for (int c = 0; c < 256; ++c) all.push_back(static_cast<char>(c));
  for (const std::string& bytes : {"%PDF-1.7 and so on"s, "\x1F\x8B\x08"s, std::string(64, '\0'), all}) {
    const text::Decoded decoded = decode(bytes, "f");
    REQUIRE(decoded.diagnostics.size() == 1);
    CHECK(decoded.diagnostics[0].severity == Severity::error);
    CHECK(decoded.diagnostics[0].code == "text.binary");
    CHECK(decoded.source.empty());
  }
  CHECK(decode("", "f").diagnostics.empty());
  CHECK(decode("one stray \x01 is nothing", "f").diagnostics.empty());
}
