// Every folder of tests/text/cases: input.txt or input.md beside expected.json. Only the keys that expected.json has
// are compared.

#include "text/prepared_text.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace stemma;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

json header_of(const text::PreparedText& prepared) {
  const text::Header& header = prepared.header;
  json out{{"title", header.title},
           {"published", header.published},
           {"publisher", header.publisher},
           {"wire", header.wire},
           {"authors", header.authors},
           {"dateline", header.dateline},
           {"dateline_by_shape", header.dateline_by_shape},
           {"dateline_date", header.dateline_date},
           {"title_in_text", prepared.text_of(header.title_clean)},
           {"dateline_in_text", prepared.text_of(header.dateline_clean)}};
  for (auto field = out.begin(); field != out.end();)
    field = field->empty() || *field == "" || *field == false ? out.erase(field) : std::next(field);
  return out;
}

// Running text plain, other sentences behind "title: " or "furniture: ".
json sentences_of(const text::PreparedText& prepared) {
  json out = json::array();
  for (const text::Sentence& sentence : prepared.sentences) {
    const std::string kind = sentence.title ? "title: " : sentence.furniture ? "furniture: " : "";
    out.push_back(kind + std::string(prepared.text_of(sentence.clean)));
  }
  return out;
}

json words_of(const text::PreparedText& prepared) {
  std::string words;
  for (const text::Word& word : prepared.words)
    words += (words.empty() ? "" : " ") + std::string(prepared.text_of(word));
  return words;
}

json diagnostics_of(const text::PreparedText& prepared) {
  json out = json::array();
  for (const Diagnostic& diagnostic : prepared.diagnostics) out.push_back(diagnostic.code);
  return out;
}

json described(const text::PreparedText& prepared) {
  return {{"charset", prepared.charset},
          {"header", header_of(prepared)},
          {"clean", prepared.clean},
          {"sentences", sentences_of(prepared)},
          {"words", words_of(prepared)},
          {"diagnostics", diagnostics_of(prepared)},
          {"body", first_line(prepared.clean.substr(prepared.header.body.value))}};
}

} // namespace

TEST_CASE("cases: a text beside what it is prepared to") {
  const fs::path folder = fs::path(STEMMA_TEST_DIR) / "text" / "cases";
  std::size_t count = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const bool markdown = fs::exists(entry.path() / "input.md");
    const std::string bytes = read(entry.path() / (markdown ? "input.md" : "input.txt"));
    const json made = described(
        text::prepare(bytes, {}, "input", markdown ? text::InputForm::markdown_file : text::InputForm::plain_file));
    const json expected = json::parse(read(entry.path() / "expected.json"));
    CAPTURE(entry.path().filename().string());
    for (const auto& [key, value] : expected.items()) {
      CAPTURE(key);
      CHECK(made.value(key, json()).dump(1) == value.dump(1));
    }
    ++count;
  }
  CHECK(count >= 25);
}
