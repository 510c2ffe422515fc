#include "text/written_date.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace stemma::text;

TEST_CASE("dates are read as headers write them") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"2023-11-01", "2023-11-01"},
      {"2023-11-01T22:10:00Z", "2023-11-01"},
      {"2023/11/1 10:00", "2023-11-01"},
      {"20231101", "2023-11-01"},
      {"2023-11", "2023-11"},
      {"November 01, 2023 10:22 pm", "2023-11-01"},
      {"Nov. 1, 2023", "2023-11-01"},
      {"Nov 1 2023", "2023-11-01"},
      {"1 November 2023", "2023-11-01"},
      {"1st of Nov., 2023", "2023-11-01"},
      {"Wednesday, November 1, 2023", "2023-11-01"},
      {"Wed 1 Nov 2023", "2023-11-01"},
      {"Sept. 3rd, 2023", "2023-09-03"},
      {"01.11.2023", "2023-11-01"},
      {"13/11/2023", "2023-11-13"},
      {"11/13/2023", "2023-11-13"},
      {"5/5/2023", "2023-05-05"},
      {"November 2023", "2023-11"},
      {"29 February 2024", "2024-02-29"},
  };
  for (const auto& [written, iso] : cases) {
    CAPTURE(written);
    const auto date = parse_written_date(written);
    REQUIRE(date);
    CHECK(date->iso() == iso);
  }
}

TEST_CASE("what is no date, or could be two, is none") {
  for (const std::string written :
       {"", "November", "1", "2023", "Nov. 32", "30 February 2024", "29 February 2023", "2023-13-01", "2023-00-10",
        "01/02/2023", "Marchers 5", "May be", "12345678", "0000-01-01", "1 2 3", "202311011"}) {
    CAPTURE(written);
    CHECK_FALSE(parse_written_date(written));
  }
}

TEST_CASE("a date without a year takes it from the day of publication") {
  const auto near = [](const char* written, const char* published) {
    return parse_written_date(written)->iso_near(published);
  };
  CHECK(near("Nov. 1", "2023-11-01") == "2023-11-01");
  CHECK(near("Nov. 2", "2023-11-01") == "2023-11-02"); // ahead by the clocks
  CHECK(near("Nov. 5", "2023-11-01") == "2022-11-05");
  CHECK(near("Dec. 31", "2024-01-01") == "2023-12-31");
  CHECK(near("Jan. 1", "2023-12-31") == "2024-01-01");
  CHECK(near("5 March", "") == "");
  CHECK(near("5 March 2020", "2023-11-01") == "2020-03-05");
  CHECK(near("Feb. 29", "2023-03-01") == "");
}
