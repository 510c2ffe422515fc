#include "export/escape.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

using namespace stemma::exporting;
using namespace std::string_view_literals;

namespace {

std::string xml(std::string_view text) {
  std::string out;
  append_xml(text, out);
  return out;
}
std::string dot(std::string_view text) {
  std::string out;
  append_dot_label(text, out);
  return out;
}
std::string csv(std::string_view text) {
  std::string out;
  append_csv_field(text, out);
  return out;
}

} // namespace

TEST_CASE("XML: markup is quoted, what it forbids is left out") {
  CHECK(xml("<a b=\"c\">&'") == "&lt;a b=&quot;c&quot;&gt;&amp;'");
  CHECK(xml("a\tb\nc\rd") == "a&#9;b&#10;c&#13;d");
  CHECK(xml("a\0b\x01\x1b\x7f"sv) == "ab");
  CHECK(xml("\uFFFD\uFFFE\uFFFF\uFEFF\U0001F6A2") == "\uFFFD\uFEFF\U0001F6A2");
  CHECK(xml("").empty());
  CHECK(xml("cut \xEF") == "cut \xEF"); // not read past the end
}

TEST_CASE("DOT: a label is drawn as it is") {
  CHECK(dot("plain") == "\"plain\"");
  CHECK(dot("say \"aye\"") == R"("say \"aye\"")");
  CHECK(dot("end\\") == R"("end\\")");
  CHECK(dot("\\N") == R"("\\N")");
  CHECK(dot("<b>&amp;") == "\"<b>&amp;amp;\"");
  CHECK(dot("a\nb\tc\0d\uFFFE"sv) == "\"a\\nb cd\"");
}

TEST_CASE("CSV: quoted where it must be") {
  CHECK(csv("plain text") == "plain text");
  CHECK(csv("a,b") == "\"a,b\"");
  CHECK(csv("say \"aye\"") == "\"say \"\"aye\"\"\"");
  CHECK(csv("a\r\nb") == "\"a\r\nb\"");
  CHECK(csv("a\0b\x1b"sv) == "ab");
  CHECK(csv("").empty());
}

TEST_CASE("CSV: no field is a formula") {
  for (const std::string opener : {"=", "+", "-", "@", "\t", "  =", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"})
    CHECK(csv(opener + "1") == "'" + opener + "1");
  CHECK(csv("\r=1") == "\"'\r=1\"");
  CHECK(csv("\x01=1") == "'=1"); // what is left out must not hide it
  CHECK(csv("=a,b") == "\"'=a,b\"");
  for (const std::string harmless : {"a=1", "1-2", " a", "'a", "—"}) CHECK(csv(harmless) == harmless);
}

TEST_CASE("shortening counts code points") {
  CHECK(shorten("abc", 3) == "abc");
  CHECK(shorten("abcd", 3) == "ab…");
  CHECK(shorten("äöüß", 3) == "äö…");
  CHECK(shorten("äöü", 3) == "äöü");
  CHECK(shorten("ab", 1) == "…");
  CHECK(shorten("", 3).empty());
}
