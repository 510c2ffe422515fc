#include "text/prepared_text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace stemma;
using text::InputForm;
using text::prepare;

namespace {

std::vector<std::string> words_of(const text::PreparedText& prepared) {
  std::vector<std::string> words;
  for (const text::Word& word : prepared.words) words.emplace_back(prepared.text_of(word));
  return words;
}

std::vector<std::string> sentences_of(const text::PreparedText& prepared) {
  std::vector<std::string> sentences;
  for (const text::Sentence& sentence : prepared.sentences) sentences.emplace_back(prepared.text_of(sentence.clean));
  return sentences;
}

std::string source_of(const text::PreparedText& prepared, const std::string& clean_part) {
  const std::size_t at = prepared.clean.find(clean_part);
  REQUIRE(at != std::string::npos);
  const ByteSpan span{{static_cast<std::uint32_t>(at)}, {static_cast<std::uint32_t>(at + clean_part.size())}};
  return prepared.source_text_of(prepared.map.to_source(span));
}

} // namespace

TEST_CASE("a wire story gives its header, words and sentences") {
  const text::PreparedText prepared =
      prepare("date 2023-11-01 Shells for advice\n\nBy Ada Test\n\n"
              "SEOUL, Nov. 1 (Example Wire) -- The Northland's envoy handed over 155mm shells on Monday. "
              "Gen. Ona Uno of the U.S. Army saw 1,000,000 of them.\n");
  CHECK(prepared.header.title == "Shells for advice");
  CHECK(prepared.header.published == "2023-11-01");
  CHECK(prepared.header.authors == std::vector<std::string>{"Ada Test"});
  CHECK(prepared.header.dateline == "SEOUL");
  CHECK(prepared.header.wire == "Example Wire");
  CHECK(prepared.header.dateline_date == "2023-11-01");
  CHECK_FALSE(prepared.header.dateline_by_shape);
  const std::vector<std::string> sentences = sentences_of(prepared);
  REQUIRE(sentences.size() == 4);
  CHECK(sentences[0] == "Shells for advice");
  CHECK(prepared.sentences[0].title);
  CHECK(sentences[1] == "SEOUL, Nov. 1 (Example Wire) --");
  CHECK(prepared.sentences[1].furniture);
  CHECK(sentences[2] == "The Northland's envoy handed over 155mm shells on Monday.");
  CHECK(sentences[3] == "Gen. Ona Uno of the U.S. Army saw 1,000,000 of them.");
  const std::vector<std::string> words = words_of(prepared);
  CHECK(std::count(words.begin(), words.end(), "'s") == 1);
  CHECK(std::count(words.begin(), words.end(), "155mm") == 1);
  CHECK(std::count(words.begin(), words.end(), "1,000,000") == 1);
  CHECK(std::count(words.begin(), words.end(), "date") == 0);
}

TEST_CASE("offsets lead through replaced, removed and composed characters") {
  // A no-break space, a soft hyphen, typographic quotes, an em dash, a letter with its accent apart.
  const std::string source = "A\u00A0sat\u00ADellite \u201Cfor\u201D Zoe\u0308\u2014now\u2026\r\nend";
  const text::PreparedText prepared = prepare(source);
  CHECK(prepared.source == source);
  CHECK(prepared.clean == "A satellite \"for\" Zo\u00EB -- now...\nend");
  CHECK(source_of(prepared, "satellite") == "sat\u00ADellite");
  CHECK(source_of(prepared, "for") == "for");
  CHECK(source_of(prepared, "\"for\"") == "\u201Cfor\u201D");
  CHECK(source_of(prepared, "Zo\u00EB") == "Zoe\u0308");
  CHECK(source_of(prepared, "--") == "\u2014");
  CHECK(source_of(prepared, "now") == "now");
  CHECK(source_of(prepared, "..") == "\u2026");
  CHECK(source_of(prepared, "end") == "end");
}

TEST_CASE("what is known beforehand wins over the text's own header") {
  const text::PreparedText prepared =
      prepare("title: Theirs\ndate: 1 May 2024\n\nSome words.\n", {"Ours", "2024-05-02", "The Paper"});
  CHECK(prepared.header.title == "Ours");
  CHECK(prepared.header.published == "2024-05-02");
  CHECK(prepared.header.publisher == "The Paper");
}

TEST_CASE("a moved text keeps its map") {
  text::PreparedText first = prepare("tiny \u2026");
  const text::PreparedText second = std::move(first);
  CHECK(source_of(second, "...") == "\u2026");
}

TEST_CASE("field lines and datelines are furniture") {
  const text::PreparedText prepared = prepare("date 2024-05-01 Ships sail\n\nSEOUL, May 1 (Yonhap) -- Two ships sailed "
                                              "to a port in the south, officials said.\n");
  REQUIRE(prepared.furniture.size() == 2);
  CHECK(prepared.text_of(prepared.furniture[0]) == "date 2024-05-01");
  CHECK(prepared.text_of(prepared.furniture[1]).substr(0, 5) == "SEOUL");
}
