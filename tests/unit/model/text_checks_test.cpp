#include "model/date.hpp"
#include "model/digest.hpp"
#include "model/utf8.hpp"

#include <catch2/catch.hpp>

using namespace stemma;

TEST_CASE("valid UTF-8 is what the Unicode standard calls well-formed") {
  for (const char* good :
       {"", "a", "é", "한국", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", "\xEE\x80\x80"})
    CHECK(is_valid_utf8(good));
  for (const char* bad : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                          "\xF5\x80\x80\x80", "\xE1\x80", "a\xC3", "\xF0\x9F\x98", "\xC3\x28"})
    CHECK_FALSE(is_valid_utf8(bad));
  CHECK(is_valid_utf8(std::string_view("a\0b", 3)));
  CHECK(escape_invalid_utf8("a\xFF/é\xC3") == "a%FF/é%C3");
  CHECK(count_code_points("é한\xF0\x9F\x98\x80x") == 4);
}

TEST_CASE("dates are days that the calendar has") {
  for (const char* good : {"2023", "2023-11", "2023-11-01", "2024-02-29"}) CHECK(is_date(good));
  for (const char* bad : {"", "0000", "23", "2023-13", "2023-00", "2023-02-29", "2023-11-31", "2023/11/01", "2023-1-01",
                          "2023-11-0a", "2023-11-01T"})
    CHECK_FALSE(is_date(bad));
}

TEST_CASE("digests") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const std::string first = ContentHash().add("ab").add("c").id();
  CHECK(first.size() == 32);
  CHECK(first != ContentHash().add("a").add("bc").id());
  CHECK(first == ContentHash().add("ab").add("c").id());
}
