#include "input/linked_data.hpp"

#include <catch2/catch.hpp>

using namespace stemma;

TEST_CASE("articles are known however their values are wrapped") {
  const std::string one = R"({"@type": ["NewsArticle"], "headline": "Boats for Tonga", "datePublished": "2021-05-04",
    "author": {"name": "Ana Vale"}, "publisher": {"name": "The Reef Post"}})";
  const std::string lists = R"([{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],
    "headline": ["Boats for Tonga", "Boats"], "datePublished": [20210504, "2021-05-04"], "author": [{"name": ["Ana Vale"]}],
    "publisher": [{"name": "The Reef Post"}]}])";
  std::string broken = one;
  broken.replace(broken.find(" for"), 4, "\nfor");
  for (const std::string& script : {one, lists, "<!-- " + one + " -->", "//<![CDATA[\n" + one + "\n//]]>",
                                    "/* <![CDATA[ */ " + lists + " /* ]]> */", broken}) {
    INFO(script);
    const input::LinkedData read = input::read_linked_data({script});
    CHECK(read.headline == "Boats for Tonga");
    CHECK(read.published == "2021-05-04");
    CHECK(read.publisher == "The Reef Post");
    CHECK(read.authors == std::vector<std::string>{"Ana Vale"});
  }
}

TEST_CASE("what is no JSON tells nothing") {
  for (const char* script : {"", "]{", "<!-- -->", "//<![CDATA[", "{\"@type\": \"NewsArticle\", \"headline\": }",
                             "{\"@type\": 5, \"headline\": 7}"})
    CHECK(input::read_linked_data({script}).headline.empty());
}
