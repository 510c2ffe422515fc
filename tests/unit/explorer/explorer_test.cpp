#include "explorer/page_json.hpp"
#include "explorer/passages.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace stemma;
using namespace stemma::explorer;

CodePointSpan span(std::uint32_t start, std::uint32_t end) { return {CodePointOffset{start}, CodePointOffset{end}}; }

} // namespace

TEST_CASE("JSON in a script element can neither end it nor break a line") {
  CHECK(for_script("{\"a\":\"</script><!--\"}") == "{\"a\":\"\\u003c/script>\\u003c!--\"}");
  CHECK(for_script("\"a\u2028b\u2029c\"") == "\"a\\u2028b\\u2029c\"");
  CHECK(for_script("\"\u2027é\"") == "\"\u2027é\"");
}

TEST_CASE("a short text is one passage") {
  const auto passages = passages_around("Ada sent Ben three boats.", {span(4, 8)});
  REQUIRE(passages.size() == 1);
  CHECK(passages[0].start == 0);
  CHECK(passages[0].text == "Ada sent Ben three boats.");
}

TEST_CASE("passages count code points, are cut between words and joined where they meet") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "drüber "; // 7 code points, 8 bytes
  const auto passages = passages_around(text, {span(1400, 1406), span(2100, 2106), span(1750, 1756)});
  REQUIRE(passages.size() == 1);
  CHECK(passages[0].start % 7 == 0);
  CHECK(passages[0].start < 1400 - 250);
  CHECK(passages[0].text.starts_with("drüber"));
  CHECK(passages[0].text.ends_with("drüber"));

  const auto apart = passages_around(text, {span(70, 76), span(2600, 2606)});
  REQUIRE(apart.size() == 2);
  CHECK(apart[0].start == 0);
  CHECK(apart[1].start > 2200);
}

TEST_CASE("a span that does not lie in the text is passed over") {
  CHECK(passages_around("short", {span(3, 90)}).empty());
  CHECK(passages_around("", {span(0, 1)}).empty());
}
