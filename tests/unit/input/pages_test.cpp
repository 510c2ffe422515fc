// Every folder of tests/input/pages and tests/input/unseen is a page with what a reader takes for its text (truth.txt)
// and for what it says of itself (facts.json). Where the program is known to miss them, read.txt and read.json have
// what it gives. The rule was made before those of "unseen", and not changed for them.

#include "input/page.hpp"
#include "model/utf8.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace stemma;
namespace fs = std::filesystem;

namespace {

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

} // namespace

TEST_CASE("pages give their text and what they say of themselves") {
  std::size_t pages = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(STEMMA_TEST_DIR) / "input")) {
    const fs::path& folder = entry.path();
    if (!fs::exists(folder / "page.html")) continue;
    INFO(folder.filename());
    const input::Page page = input::read_page(content_of(folder / "page.html"), {}, "page.html");
    const bool misses = fs::exists(folder / "read.txt");
    CHECK(is_valid_utf8(page.text));
    CHECK(words_of(page.text) == words_of(content_of(folder / (misses ? "read.txt" : "truth.txt"))));
    const char* wanted = fs::exists(folder / "read.json") ? "read.json" : "facts.json";
    const auto facts = nlohmann::json::parse(content_of(folder / wanted));
    CHECK(page.known.title == facts.at("title").get<std::string>());
    CHECK(page.known.published == facts.at("published").get<std::string>());
    CHECK(page.known.publisher == facts.at("publisher").get<std::string>());
    CHECK(page.known.authors == facts.at("authors").get<std::vector<std::string>>());
    CHECK(page.url == facts.at("url").get<std::string>());
    ++pages;
  }
  CHECK(pages >= 16);
}
