// One folder of tests/pack for each fault: the pack, and expected.txt with a line for each thing to be found.

#include "model/error.hpp"
#include "pack/check.hpp"
#include "pack/source_files.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

// What a language model would say of the words in the test packs.
stemma::pack::WordKnowledge word_knowledge() {
  using stemma::pack::WordKind;
  return {[](const std::string& word) { return word.find('-') == std::string::npos ? 1U : 3U; },
          [](const std::string& word, WordKind kind) -> std::optional<std::string> {
            if (word == "sent" && kind == WordKind::verb) return "send";
            if (word == "presents" && kind == WordKind::noun) return "present";
            return std::nullopt;
          },
          [](const std::string& word, WordKind kind) { return word == "available" && kind == WordKind::adjective; }};
}

std::vector<std::string> found_in(const fs::path& folder) {
  std::vector<std::string> lines;
  for (const auto& found :
       stemma::pack::check(folder, std::string(STEMMA_SOURCE_DIR) + "/ontology", word_knowledge())) {
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
  CHECK(packs >= 17);
}

TEST_CASE("a pack with a missing import is checked, but not loaded") {
  CHECK_THROWS_WITH(stemma::pack::require_source_files(std::string(STEMMA_TEST_DIR) + "/pack/missing-import",
                                                       std::string(STEMMA_SOURCE_DIR) + "/ontology"),
                    Catch::Contains("frames/absent.ttl"));
}

TEST_CASE("the shipped pack is sound") { CHECK(found_in(std::string(STEMMA_SOURCE_DIR) + "/ontology").empty()); }

TEST_CASE("a run refuses frames that name what there is not, at the first of them") {
  const fs::path packs = std::string(STEMMA_TEST_DIR) + "/pack";
  const std::string installed = std::string(STEMMA_SOURCE_DIR) + "/ontology";
  CHECK_NOTHROW(stemma::pack::read_sound_frames(packs / "frames-sound", installed));
  CHECK_NOTHROW(stemma::pack::read_sound_frames(packs / "frames-shadowed", installed)); // odd, but it means something
  CHECK_NOTHROW(stemma::pack::read_sound_frames(installed)); // a copy of the shipped one: the lexicon is not read
  try {
    stemma::pack::read_sound_frames(packs / "frames-roles", installed);
    FAIL("accepted");
  } catch (const stemma::Error& error) {
    CHECK(std::string(error.what()) == "\"subjekt\" is no position of \"giver <- subjekt\"");
    CHECK(error.place().line == 13);
    CHECK(error.hint().find("pack check") != std::string::npos);
  }
}
