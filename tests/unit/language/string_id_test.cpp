#include "language/lexeme.hpp"
#include "language/string_id.hpp"

#include <catch2/catch.hpp>

using namespace stemma::language;

TEST_CASE("ids of strings are spaCy's") {
  CHECK(string_id("") == 0);
  CHECK(string_id("apple") == 8566208034543834098U);
  CHECK(string_id("the") == 7425985699627899538U);
  CHECK(string_id("ROOT") == 8206900633647566924U);
  CHECK(string_id("X") == 101);
  CHECK(string_id("nsubj") == 429);
  CHECK(string_id("IS_ALPHA") == 1);
  CHECK(string_id("FLAG63") == 63);
  CHECK(string_id("DEPRECATED276") == 379);
  CHECK(string_id("_") == 456);
}

TEST_CASE("an id selects four rows") {
  CHECK(embedding_words(string_id("apple"), 8) ==
        std::array<std::uint32_t, 4>{2653853934U, 3922826080U, 3980780901U, 3736755472U});
  CHECK(embedding_words(1, 8) == std::array<std::uint32_t, 4>{1161550108U, 2247783286U, 1742325162U, 1224191281U});
}

TEST_CASE("the shape of a word") {
  CHECK(word_shape("Apple") == "Xxxxx");
  CHECK(word_shape("internationalization") == "xxxx");
  CHECK(word_shape("U.S.") == "X.X.");
  CHECK(word_shape("1234567") == "dddd");
  CHECK(word_shape("155mm²") == "dddxxd");
  CHECK(word_shape("Ärger") == "Xxxxx");
  CHECK(word_shape(std::string(100, 'a')) == "LONG");
  CHECK(word_shape(std::string(99, 'a')) == "xxxx");
}

TEST_CASE("lexical attributes") {
  const NormTable norms = {{string_id("yrs"), string_id("years")}};
  const auto apple = lexical_attributes("Apples", norms);
  CHECK(apple.norm == string_id("apples"));
  CHECK(apple.prefix == string_id("A"));
  CHECK(apple.suffix == string_id("les"));
  CHECK_FALSE(apple.is_space);
  CHECK(lexical_attributes("yrs", norms).norm == string_id("years"));
  CHECK(lexical_attributes("€", norms).norm == string_id("$"));
  CHECK(lexical_attributes(" \n", norms).is_space);
  CHECK(lexical_attributes("ΟΔΟΣ", norms).lower == "οδος"); // the final sigma
  CHECK(lexical_attributes("Zoë", norms).suffix == string_id("Zoë"));
}
