#include "query/answer_table.hpp"
#include "query/display_width.hpp"

#include <catch2/catch.hpp>

using namespace stemma::query;

TEST_CASE("a table shows names shortly and numbers to the right") {
  const std::string tsv = "?who\t?label\t?n\n"
                          "<https://w3id.org/stemma/lexicon/country/KP>\t\"North \\\"Korea\\\"\"@en\t5\n"
                          "<https://example.org/id/document/1>\t\t12.5\n"
                          "<https://other.org/a>\t\"2023\"^^<http://www.w3.org/2001/XMLSchema#gYear>\t-3\n";
  TableStyle style;
  style.base = "https://example.org/id/";
  CHECK(table_of_solutions(tsv, style) == "who                  label             n\n"
                                          "───────────────────  ─────────────  ────\n"
                                          "country:KP           North \"Korea\"     5\n"
                                          "document/1                          12.5\n"
                                          "https://other.org/a  2023             -3\n"
                                          "(3 rows)\n");
}

TEST_CASE("a table of one row, of none and of one empty cell") {
  CHECK(table_of_solutions("?a\n1\n", {}) == "a\n─\n1\n(1 row)\n");
  CHECK(table_of_solutions("?a\t?b\n", {}) == "a  b\n─  ─\n(0 rows)\n");
  CHECK(table_of_solutions("?a\n\n", {}) == "a\n─\n\n(1 row)\n");
}

TEST_CASE("cells are cut at their width, and only there") {
  TableStyle style;
  style.cell_width = 5;
  CHECK(table_of_solutions("?a\n\"123456\"\n\"12345\"\n", style).find("1234…\n12345\n") != std::string::npos);
  CHECK(fit_width("한국어", 4) == "한…");
  CHECK(fit_width("한국", 4) == "한국");
}

TEST_CASE("the head is bold where colour is wanted, and nothing else is in colour") {
  TableStyle style;
  style.colour = true;
  CHECK(table_of_solutions("?a\n1\n", style).starts_with("\x1b[1ma\x1b[0m\n"));
  CHECK(table_of_solutions("?a\n1\n", {}).find('\x1b') == std::string::npos);
}

TEST_CASE("wide and combining characters are counted as a terminal shows them") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("é") == 1);
  CHECK(display_width("e\xCC\x81") == 1);
  CHECK(display_width("한국") == 4);
  CHECK(display_width("中文 text") == 9);
}

TEST_CASE("no text can steer the terminal") {
  CHECK(printable("a\x1b[31mb\a") == "a\xEF\xBF\xBD[31mb\xEF\xBF\xBD");
  CHECK(printable("a\n\r\tb") == "a   b");
  CHECK(printable("\xE2\x80\xAE"
                  "x") == "\xEF\xBF\xBDx");
  CHECK(printable("\xC2\x9B") == "\xEF\xBF\xBD");
  CHECK(printable("\xff\xfeé") == "\xEF\xBF\xBD\xEF\xBF\xBDé");
  CHECK(table_of_solutions("?a\n\"\\u001B[2J\"\n", {}).find('\x1b') == std::string::npos);
}
