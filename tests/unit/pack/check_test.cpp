// One folder of tests/pack for each fault: the pack, and expected.txt with a line for each thing to be found.

#include "pack/check.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

std::vector<std::string> found_in(const fs::path& folder) {
  std::vector<std::string> lines;
  for (const auto& found : stemma::pack::check(folder)) {
    const std::string place =
        fs::relative(found.place.file, folder).string() + ":" + std::to_string(found.place.line) + ": ";
    const std::string message = found.code == "pack.syntax" ? "" : found.message + " "; // the words are the parser's
    lines.push_back(place + message + "[" + found.code + "]");
  }
  return lines;
}

std::vector<std::string> lines_of(const fs::path& file) {
  std::ifstream in(file);
  REQUIRE(in);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

} // namespace

TEST_CASE("every fault is found, with file and line, and nothing else") {
  std::size_t packs = 0;
  for (const auto& entry : fs::directory_iterator(std::string(STEMMA_TEST_DIR) + "/pack")) {
    if (!entry.is_directory()) continue;
    ++packs;
    INFO(entry.path().string());
    CHECK(found_in(entry.path()) == lines_of(entry.path() / "expected.txt"));
  }
  CHECK(packs >= 11);
}

TEST_CASE("the shipped pack is sound") { CHECK(found_in(std::string(STEMMA_SOURCE_DIR) + "/ontology").empty()); }
