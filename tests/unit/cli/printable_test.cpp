#include "cli/printable.hpp"

#include <catch2/catch.hpp>

using stemma::cli::printable;

TEST_CASE("nothing in a text steers the terminal or turns its direction") {
  CHECK(printable("a\n\tb\x1b[31m\x7f") == "a\\n\\tb\\x1b[31m\\x7f");
  CHECK(printable("\xc2\x9b") == "\\x9b");
  CHECK(printable("a\xe2\x80\xae"
                  "gnp\xe2\x81\xa9\xe2\x80\x8f") == "a\\u202egnp\\u2069\\u200f");
}

TEST_CASE("other characters stay, broken ones too") {
  CHECK(printable("“Łódź” \u2014 \u05d0 \xe2\x80") == "“Łódź” \u2014 \u05d0 \xe2\x80");
}
