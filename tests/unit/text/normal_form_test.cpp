#include "text/normal_form.hpp"

#include <catch2/catch.hpp>

using namespace stemma::text;

TEST_CASE("spellings of one name meet in fold") {
  CHECK(fold("LÖW") == "low");
  CHECK(fold("Zo\u00EB") == fold("Zoe"));
  CHECK(fold("ŁÓDŹ") == "lodz");
  CHECK(fold("Straße") == "strasse");
  CHECK(fold("STRASSE") == "strasse");
  CHECK(fold("İstanbul") == fold("Istanbul"));
  CHECK(fold("Ørsted") == "orsted");
  CHECK(fold("Đoàn") == "doan");
  CHECK(fold("ΟΔΟΣ") == fold("οδός"));
  CHECK(fold("ЁЛКА") == "елка");
}

TEST_CASE("marks of other scripts stay") {
  CHECK(strip_diacritics("\u0939\u093F\u0902\u0926\u0940") == "\u0939\u093F\u0902\u0926\u0940"); // Hindi
  CHECK(strip_diacritics("\uD55C\uAD6D") == "\uD55C\uAD6D");                                     // Korean syllables
}

TEST_CASE("folding twice is folding once") {
  for (const std::string name :
       {"Çavuşoğlu", "ǅ", "ŉ", "ẞ", "ﬃ", "Ǆ", "ᾳ", "İI", "\u0345", "Æ", "Þór", "plain Name-1"}) {
    CAPTURE(name);
    CHECK(fold(fold(name)) == fold(name));
  }
}

TEST_CASE("case folding and stripping do one thing each") {
  CHECK(case_fold("LÖW") == "löw");
  CHECK(strip_diacritics("LÖW") == "LOW");
  CHECK(case_fold("KYIV 1") == "kyiv 1");
}
