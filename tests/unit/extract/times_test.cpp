// Every line of tests/extract/times.tsv: an expression, the day it was published, and the days it means.

#include "extract/time_expression.hpp"
#include "model/date.hpp"
#include "predicate/words.hpp"
#include "table_cells.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace stemma;

namespace {

std::string shown(const std::optional<extract::Day>& day) { return day ? iso(*day) : "-"; }

} // namespace

TEST_CASE("expressions of time mean the days their table says") {
  std::ifstream file(STEMMA_TEST_DIR "/extract/times.tsv");
  REQUIRE(file);
  unsigned checked = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto cells = split(line, '\t');
    INFO(line);
    std::vector<std::string> words;
    for (const auto& word : split(cells.at(2), ' ')) words.push_back(predicate::lower(word));
    const auto found = extract::find_times(words);
    ++checked;
    if (cells.at(3) == "NONE") {
      CHECK(found.empty());
      continue;
    }
    REQUIRE(found.size() == 1);
    CHECK(words[found[0].last - 1] != "."); // the sentence's
    extract::TimeAnchor anchor;
    anchor.published = extract::parse_day(cells.at(0)).value();
    anchor.direction = cells.at(1) == "future" ? extract::Direction::future
                       : cells.at(1) == "past" ? extract::Direction::past
                                               : extract::Direction::unknown;
    anchor.happened = anchor.direction == extract::Direction::past;
    if (cells.size() > 5) anchor.told = extract::one_day(extract::parse_day(cells[5]).value());
    const auto interval = extract::resolve(found[0], anchor);
    if (cells.at(3) == "UNRESOLVED") {
      CHECK_FALSE(interval);
      continue;
    }
    REQUIRE(interval);
    CHECK(shown(interval->start) == cells.at(3));
    CHECK(shown(interval->end) == cells.at(4));
  }
  CHECK(checked > 40);
}
