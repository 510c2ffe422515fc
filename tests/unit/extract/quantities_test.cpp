// Every line of tests/extract/quantities.tsv: the words of a quantity and what they bound.

#include "extract/quantity.hpp"
#include "table_cells.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <fstream>

using namespace stemma;

namespace {

std::string shown(const std::optional<double>& number) { return number ? fmt::format("{:.0f}", *number) : "-"; }

} // namespace

TEST_CASE("quantities bound what their table says") {
  std::ifstream file(STEMMA_TEST_DIR "/extract/quantities.tsv");
  REQUIRE(file);
  unsigned checked = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    auto cells = split(line, '\t');
    cells.resize(5);
    INFO(line);
    const auto found = extract::find_quantities(split(cells[0], ' '));
    ++checked;
    if (cells[1] == "NONE") {
      CHECK(found.empty());
      continue;
    }
    REQUIRE(found.size() == 1);
    CHECK(shown(found[0].min) == cells[1]);
    CHECK(shown(found[0].max) == cells[2]);
    CHECK(found[0].approximate == (cells[3] == "yes"));
    CHECK(found[0].unit == cells[4]);
  }
  CHECK(checked > 25);
}

TEST_CASE("a sum in other money has the bound of the first") {
  const std::vector<std::string> words = {"more", "than", "€", "4bn", "(", "$", "4.4bn", ";", "£", "3.4bn", ")"};
  const auto found = extract::find_quantities(words);
  REQUIRE(found.size() == 3);
  for (const auto& sum : found) {
    CHECK(sum.min);
    CHECK_FALSE(sum.max);
  }
  CHECK(found[2].unit == "GBP");
}
