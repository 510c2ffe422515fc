#include "model/error.hpp"
#include "rdf/iri.hpp"
#include "rdf/language_tag.hpp"
#include "rdf/lexical_form.hpp"
#include "rdf/serialize.hpp"
#include "rdf/vocabulary.hpp"

#include <catch2/catch.hpp>

using namespace stemma;
using namespace stemma::rdf;

TEST_CASE("IRIs") {
  for (const char* good :
       {"https://example.org/", "http://example.org:80/a?b#c", "urn:uuid:1", "a:", "a:b", "mailto:a@b.example",
        "http://user@h/%C3%A9", "https://例え.jp/パス?ク=エ", "http://[2001:db8::1]/", "file:///tmp/x", "tag:x,2020:y",
        "http://example.org/a//b/../c", "http://example.org/?q=\xEE\x80\x80"})
    CHECK(find_iri_fault(good) == nullptr);
  for (const char* bad : {"",
                          "a",
                          "/a",
                          "#a",
                          "1a:b",
                          ":b",
                          "a b:c",
                          "http://",
                          "http:",
                          "http:///x",
                          "http://a b/",
                          "http://a/<",
                          "http://a/>",
                          "http://a/\"",
                          "http://a/{",
                          "http://a/}",
                          "http://a/|",
                          "http://a/^",
                          "http://a/`",
                          "http://a/\\",
                          "http://a/\n",
                          "http://a/\x7F",
                          "http://a/%",
                          "http://a/%1",
                          "http://a/%zz",
                          "http://a/#b#c",
                          "http://a/[",
                          "http://[::g]/",
                          "http://[::1/",
                          "http://[::1]x/",
                          "http://a:b/",
                          "http://a@b@c/",
                          "http://a/\xFF",
                          "http://a/\xE2\x82",
                          "http://a/\xED\xA0\x80",
                          "http://a/\xC2\x80",
                          "http://a/\xEE\x80\x80",
                          "http://a/\xEF\xBF\xBF"})
    CHECK(find_iri_fault(bad) != nullptr);
  using namespace std::string_view_literals;
  for (const std::string_view with_nul : {"a:\0"sv, "http://a\0/"sv, "http://[::1\0]/"sv, "a\0:b"sv, "http://a:8\0/"sv})
    CHECK(find_iri_fault(with_nul) != nullptr);
}

TEST_CASE("Language tags") {
  for (const char* good : {"en", "en-GB", "zh-Hant-TW", "zh-cmn-Hans", "sr-Latn", "de-1996", "de-CH-1901", "es-419",
                           "x-own", "en-x-a", "sl-rozaj-biske", "en-a-bbb-x-a", "ko", "EN", "abcdefgh"})
    CHECK(is_language_tag(good));
  for (const char* bad : {"", "e", "en-", "-en", "en--GB", "en_US", "1en", "waytoolong", "en-waytoolong", "en GB",
                          "en@", "en-x", "en-a", "en-a-", "en . <a:b>", "\xC3\xA9n", "en-a-bb-a-cc", "de-1996-1996"})
    CHECK_FALSE(is_language_tag(bad));
}

TEST_CASE("Lexical forms") {
  const auto good = [](std::string_view text, std::string_view type) {
    return find_lexical_fault(text, type) == nullptr;
  };
  for (const char* text : {"0", "-1", "+1", "007", "123456789012345678901234567890"}) CHECK(good(text, xsd::integer));
  for (const char* text : {"", "-", "1.0", "1 ", " 1", "1e3", "0x1", "1\n", "١"}) CHECK_FALSE(good(text, xsd::integer));
  for (const char* text : {"1", "1.", ".1", "-1.50"}) CHECK(good(text, xsd::decimal));
  for (const char* text : {"", ".", "1e1", "1,0", "INF"}) CHECK_FALSE(good(text, xsd::decimal));
  for (const char* text : {"1", "1e6", "-1.5E-3", "INF", "-INF", "NaN"}) CHECK(good(text, xsd::double_));
  for (const char* text : {"", "e1", "1e", "inf", "nan", "+INF"}) CHECK_FALSE(good(text, xsd::double_));
  for (const char* text : {"true", "false", "1", "0"}) CHECK(good(text, xsd::boolean));
  for (const char* text : {"", "TRUE", "yes", "true "}) CHECK_FALSE(good(text, xsd::boolean));
  for (const char* text :
       {"2023-11-01", "2024-02-29", "2000-02-29", "-0044-03-15", "2023-11-01Z", "2023-11-01+09:00", "12023-01-01"})
    CHECK(good(text, xsd::date));
  for (const char* text :
       {"2023-11-31", "2023-02-29", "1900-02-29", "2023-13-01", "2023-00-01", "2023-01-00", "23-01-01", "0000-01-01",
        "02023-01-01", "2023-1-1", "2023-11-01+15:00", "2023-11-01T00:00:00", ""})
    CHECK_FALSE(good(text, xsd::date));
  for (const char* text : {"2023-11-01T23:59:59", "2023-11-01T00:00:00.125Z"}) CHECK(good(text, xsd::dateTime));
  for (const char* text : {"2023-11-01", "2023-11-01T24:30:00", "2023-11-01T00:60:00", "2023-11-01T00:00:00."})
    CHECK_FALSE(good(text, xsd::dateTime));
  CHECK(good("2023", xsd::gYear));
  CHECK_FALSE(good("23", xsd::gYear));
  CHECK(good("2023-11", xsd::gYearMonth));
  CHECK_FALSE(good("2023-13", xsd::gYearMonth));
  CHECK(good("https://example.org/a", xsd::anyURI));
  CHECK(good("a/b?c#d", xsd::anyURI));
  CHECK_FALSE(good("a b", xsd::anyURI));
  CHECK(good("-0", xsd::nonNegativeInteger));
  CHECK_FALSE(good("-1", xsd::nonNegativeInteger));
  CHECK_FALSE(good("0", xsd::positiveInteger));
  CHECK(good("-2147483648", xsd::int_));
  CHECK_FALSE(good("2147483648", xsd::int_));
  CHECK(good("0009223372036854775807", xsd::long_));
  CHECK_FALSE(good("x", "http://www.w3.org/2001/XMLSchema#noSuchType"));
  CHECK_FALSE(good("x", stemma::rdf::rdf::langString));
  CHECK(good("anything", "https://example.org/type"));
}

TEST_CASE("One term as text") {
  CHECK(serialize(make_iri("https://example.org/é")) == "<https://example.org/é>");
  CHECK(serialize(make_text("a \"b\"\n\\", "en")) == R"("a \"b\"\n\\"@en)");
  CHECK(serialize(make_integer(5)) == "\"5\"^^<http://www.w3.org/2001/XMLSchema#integer>");
  CHECK(serialize(make_literal("\\u0022")) == R"("\\\u00750022")");
  CHECK_THROWS_AS(serialize(make_iri("a> . <b")), Error);
  CHECK_THROWS_AS(serialize(make_typed("5 }", xsd::integer)), Error);
  CHECK_THROWS_AS(serialize(make_blank("b")), Error);
}
