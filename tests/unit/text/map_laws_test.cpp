#include "../../text/map_laws.hpp"

#include <catch2/catch.hpp>
#include <unicode/normalizer2.h>

#include <random>
#include <vector>

using namespace stemma;

namespace {

// What has broken programs like this one before: every kind of replaced, removed, composed and ill-formed character.
const std::vector<std::string> pieces{"word",
                                      " ",
                                      "\n",
                                      "\r\n",
                                      "\r",
                                      "\t",
                                      "a",
                                      "Nov. ",
                                      ". ",
                                      "U.S. ",
                                      "\"",
                                      "'s",
                                      "-",
                                      "--",
                                      "7.62x39mm",
                                      "1,000",
                                      "\u00A0",
                                      "\u00AD",
                                      "\u200B",
                                      "\u200D",
                                      "\u202E",
                                      "\u2066",
                                      "\uFEFF",
                                      "\u2013",
                                      "\u2014",
                                      "\u2015",
                                      "\u2026",
                                      "\u201C",
                                      "\u201D",
                                      "\u2019",
                                      "\u2028",
                                      "\u2029",
                                      "\u0301",
                                      "\u0323",
                                      "\u0308",
                                      "\u00E9",
                                      "e\u0301",
                                      "o\u0323\u0302",
                                      "\uFB01",
                                      "\uFF21",
                                      "\u3000",
                                      "\u1100",
                                      "\u1161",
                                      "\u11A8",
                                      "\uAC00",
                                      "\u212B",
                                      "\u2126",
                                      "\u0958",
                                      "\U0001D15E",
                                      "\u4E2D",
                                      "\u0416",
                                      "\U0001F600",
                                      "\uFE0F",
                                      "\U000E0041",
                                      "\x01",
                                      std::string(1, '\0'),
                                      "\x7F",
                                      "\xC2\x85",
                                      "\xFF",
                                      "\xC3",
                                      "\xE2\x80",
                                      "\xED\xA0\x80",
                                      "\xF0\x9F",
                                      "\xC0\xAF",
                                      "**",
                                      "*",
                                      "_",
                                      "[",
                                      "](x)",
                                      "<!--",
                                      "-->",
                                      "`",
                                      "\\#",
                                      "# ",
                                      "> ",
                                      "---\n",
                                      "date 2024-05-06 T\n",
                                      "title: T\n",
                                      "By Ada Test\n",
                                      "ADAVILLE, Nov. 1 (EX) -- ",
                                      "(Example)",
                                      "\u09C7",
                                      "\u09BE",
                                      "\u0DD9",
                                      "\u0DCF",
                                      "\u0F71",
                                      "\u0F72",
                                      "\u0345",
                                      "\u1FBE",
                                      "=\u0338",
                                      "\u05D0\u05B8",
                                      "\u0344"};

std::string random_text(std::mt19937& random) {
  std::uniform_int_distribution<std::size_t> length(0, 40);
  std::uniform_int_distribution<std::size_t> choice(0, pieces.size() - 1);
  std::string text;
  for (std::size_t count = length(random); count > 0; --count) text += pieces[choice(random)];
  return text;
}

} // namespace

TEST_CASE("whatever the text, its clean form leads back to the source") {
  std::mt19937 random(20240506);
  for (int round = 0; round < 6000; ++round) {
    const std::string bytes = random_text(random);
    for (const auto form :
         {text::InputForm::plain_file, text::InputForm::markdown_file, text::InputForm::decoded_field}) {
      const text::PreparedText prepared = text::prepare(bytes, {}, {}, form);
      const std::string broken = text_laws::broken_law(prepared);
      CAPTURE(round, bytes, prepared.clean);
      REQUIRE(broken == "");
    }
  }
}

TEST_CASE("cleaning a clean text changes nothing, and it is NFC") {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  std::mt19937 random(7);
  for (int round = 0; round < 6000; ++round) {
    const std::string once = text::clean(text::decode(random_text(random), {}).source).text;
    const std::string twice = text::clean(once).text;
    CAPTURE(round, once);
    REQUIRE(twice == once);
    REQUIRE(nfc->isNormalizedUTF8(once, status));
  }
}

TEST_CASE("random bytes keep the laws") {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(static_cast<std::size_t>(round % 97), '\0');
    for (char& c : bytes) c = static_cast<char>(byte(random));
    CAPTURE(round);
    REQUIRE(text_laws::broken_law(text::prepare(bytes)) == "");
  }
}
