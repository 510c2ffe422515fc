// Texts on which careless programs take for ever or run out of memory. Nothing is timed: a quadratic step would be
// noticed by the test never ending.

#include "text/prepared_text.hpp"

#include <catch2/catch.hpp>

using namespace stemma;

namespace {

constexpr std::size_t megabyte = 1000 * 1000;

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

void check_sound(const text::PreparedText& prepared) {
  const auto size = static_cast<std::uint32_t>(prepared.clean.size());
  const ByteSpan whole = prepared.map.to_source_bytes({{0}, {size}});
  CHECK(whole.end.value <= prepared.source.size());
  for (std::size_t i = 0; i < prepared.words.size(); i += 1 + prepared.words.size() / 1000)
    REQUIRE(prepared.map.to_source(prepared.words[i].clean).length() > 0);
  CHECK((prepared.words.empty() || prepared.sentences.back().last_word == prepared.words.size()));
}

} // namespace

TEST_CASE("a line of ten megabytes") {
  for (const std::string piece : {"word and ", "\u0441\u043B\u043E\u0432\u043E ", "x"}) {
    const text::PreparedText prepared = text::prepare(repeated(piece, 10 * megabyte));
    check_sound(prepared);
    CHECK(prepared.sentences.size() == 1);
  }
}

TEST_CASE("a megabyte of combining marks") {
  for (const std::string piece :
       {"\u0301", "\u0301\u0323", "\u0323\u200D\u0301", "\u1161", "\u1161\x01", "\u0F72\u0F71"}) {
    const text::PreparedText prepared = text::prepare("e" + repeated(piece, megabyte));
    check_sound(prepared);
  }
  const text::PreparedText prepared = text::prepare("e" + repeated("\u0323\u0301", megabyte));
  REQUIRE(prepared.diagnostics.size() == 1);
  CHECK(prepared.diagnostics[0].code == "text.combining-marks");
  CHECK(prepared.clean.size() < 100);
}

TEST_CASE("deep nesting and rows of marks") {
  for (const std::string piece :
       {"a  ",   "a \n b",       "\"(", "!?", ". \"", "a.",   "a. ",  "A.B. ",    "\n",         " \n",
        "-",     "\u2014",       "' ",  "'s", "*a ",  "**a ", "_a_",  "[a",       "[a](",       "](",
        "> ",    "# ",           "`",   "<",  "<!--", "\\",   "a:\n", "By A B\n", "title: x\n", "(AP) --",
        "AB - ", "\u2026\u0301", "1.",  ",1"}) {
    CAPTURE(piece);
    check_sound(text::prepare(repeated(piece, megabyte / 4)));
    check_sound(text::prepare(repeated(piece, megabyte / 4), {}, {}, text::InputForm::markdown_file));
  }
}

TEST_CASE("nothing at all") {
  for (const std::string bytes : {"", " ", "\n\n", "\xEF\xBB\xBF", "\u200B", "\xFF\xFE"}) {
    const text::PreparedText prepared = text::prepare(bytes, {"Title", "2024-01-02", ""});
    CHECK(prepared.words.empty());
    CHECK(prepared.sentences.empty());
    CHECK(prepared.header.title == "Title");
    CHECK(prepared.map.to_source({{0}, {5}}).length() <= 2);
  }
}
