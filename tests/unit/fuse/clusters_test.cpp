#include "reports.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace stemma::fuse;
using namespace stemma::fuse::testing;

namespace {

// Two reports of documents a and b, in this order.
std::string two(const Told& first, const std::string& day_first, const Told& second, const std::string& day_second) {
  return Result({{"a", day_first, {first}}, {"b", day_second, {second}}}).groups();
}

constexpr const char* one = "a+b";
constexpr const char* apart = "a b";

} // namespace

TEST_CASE("reports of the same days with the same sides are one event") {
  CHECK(two({}, "2023-11-01", {}, "2023-11-02") == one);
  CHECK(two({}, "2023-11-01", {.second = {"SY"}}, "2023-11-02") == apart);
  CHECK(two({}, "2023-11-01", {.first = {"CN"}}, "2023-11-02") == apart);
  CHECK(two({}, "2023-11-01", {.first = {"RU"}, .second = {"KP"}}, "2023-11-02") == apart);
  CHECK(two({}, "2023-11-01", {.type = "assistance"}, "2023-11-02") == apart);
}

TEST_CASE("a side that one report leaves open does not part them") {
  CHECK(two({}, "2023-11-01", {.second = {}}, "2023-11-02") == one);
  CHECK(two({.first = {}}, "2023-11-01", {}, "2023-11-02") == one);
  // … but what nobody says in common does.
  CHECK(two({.second = {}}, "2023-11-01", {.first = {}}, "2023-11-02") == apart);
}

TEST_CASE("a state and its agency may stand for one another") {
  CHECK(two({}, "2023-11-01", {.first = {"agency-KP"}}, "2023-11-02") == one);
  CHECK(two({.first = {"agency-KR"}}, "2023-11-01", {.first = {"agency-KP"}}, "2023-11-02") == apart);
}

TEST_CASE("a thing and what is above it may be the same thing") {
  CHECK(two({.items = {"shell"}}, "2023-11-01", {.items = {"ammunition"}}, "2023-11-02") == one);
  CHECK(two({.items = {"shell"}}, "2023-11-01", {.items = {"missile"}}, "2023-11-02") == apart);
  CHECK(two({.items = {"shell"}}, "2023-11-01", {}, "2023-11-02") == one);
}

TEST_CASE("a thing that is known by its words only is what its words say") {
  const Told long_name{.items = {"thing FK-3 surface-to-air missiles"}};
  CHECK(two({.items = {"thing FK-3 missiles"}}, "2023-11-01", long_name, "2023-11-02") == one);
  CHECK(two({.items = {"missile"}}, "2023-11-01", long_name, "2023-11-02") == one);
  CHECK(two({.items = {"thing HQ-22 missiles"}}, "2023-11-01", long_name, "2023-11-02") == apart);
  CHECK(two({.items = {"missile"}}, "2023-11-01", {.items = {"cruise missile"}}, "2023-11-02") == apart); // linked
}

TEST_CASE("who raises his own number has counted on") {
  const auto told = [](double number, const std::string& by) {
    Told out{.items = {"shell"}, .min = number, .max = number};
    if (!by.empty()) out.chains = {{by}};
    return out;
  };
  const auto weeks_apart = [](const Told& first, const Told& second) {
    return two(first, "2023-10-01", second, "2023-11-05");
  };
  CHECK(weeks_apart(told(500000, "agency-KR"), told(1000000, "agency-KR")) == one);
  CHECK(weeks_apart(told(500000, "agency-KR"), told(1000000, "KR")) == one);
  CHECK(weeks_apart(told(500000, "agency-KR"), told(1000000, "US")) == apart);
  CHECK(weeks_apart(told(500000, "wire Agence France-Presse"), told(1000000, "wire Agence France-Presse")) == apart);
  CHECK(weeks_apart(told(500000, ""), told(1000000, "")) == apart);
  CHECK(weeks_apart(told(1000000, "KR"), told(500000, "KR")) == apart);
  CHECK(Result({{"a", "2023-10-01", {told(500000, "KR")}},
                {"b", "2023-10-03", {told(500000, "US")}},
                {"c", "2023-11-05", {told(1000000, "KR")}}})
            .groups() == "a+b+c");
  Told next_year = told(1000000, "KR"), this_year = told(500000, "KR");
  next_year.status = this_year.status = "planned";
  CHECK(two(this_year, "2023-10-01", next_year, "2024-06-01") == apart);
  Told more = told(1000000, "KR");
  more.additional = true; // "a million more"
  CHECK(weeks_apart(told(500000, "KR"), more) == apart);
  Told first = told(500000, "KR"), second = told(1000000, "KR");
  first.from = first.to = "2023-10-01";
  second.from = second.to = "2023-11-04";
  CHECK(weeks_apart(first, second) == apart);
}

TEST_CASE("repeats stay apart") {
  CHECK(two({}, "2023-11-01", {}, "2024-11-01") == apart);
  CHECK(two({.from = "2023-08-01", .to = "2023-11-01"}, "2023-11-01", {.from = "2023-09-15", .to = "2023-09-15"},
            "2023-11-02") == one);
  CHECK(two({.from = "2023-08-01", .to = "2023-08-31"}, "2023-11-01", {.from = "2023-09-15", .to = "2023-09-15"},
            "2023-11-02") == apart);
  CHECK(two({.from = "2022-08-01", .to = "2022-08-31"}, "2022-09-01", {}, "2023-11-02") == apart);
}

TEST_CASE("every member has to fit, not only the nearest") {
  const Told august{.from = "2023-08-01", .to = "2023-08-31"}, long_one{.from = "2023-08-15", .to = "2023-09-20"},
      september{.from = "2023-09-10", .to = "2023-09-30"};
  CHECK(Result({{"a", "2023-10-01", {august}}, {"b", "2023-10-02", {long_one}}, {"c", "2023-10-03", {september}}})
            .groups() == "a+b c");
}

TEST_CASE("numbers that exclude each other part events, corrections and growing totals do not") {
  CHECK(two({.items = {"shell"}, .min = 1000, .max = 1000}, "2023-11-01", {.items = {"shell"}, .min = 1000000},
            "2023-11-02") == apart);
  CHECK(two({.items = {"shell"}, .min = 1000000}, "2023-11-01", {.items = {"shell"}, .min = 1200000, .max = 1200000},
            "2023-11-02") == one);
  CHECK(two({.items = {"shell"}, .min = 100, .max = 100}, "2023-11-01", {.items = {"shell"}, .min = 120, .max = 120},
            "2023-11-02") == one);
  CHECK(two({.items = {"shell"}, .from = "2023-08-01", .min = 500000, .max = 500000, .cumulative = true}, "2023-10-01",
            {.items = {"shell"}, .from = "2023-08-01", .min = 1000000, .max = 1000000, .cumulative = true},
            "2023-11-01") == one);
  // The total of a month before cannot have been larger.
  CHECK(two({.items = {"shell"}, .from = "2023-08-01", .min = 1000000, .max = 1000000, .cumulative = true},
            "2023-10-01", {.items = {"shell"}, .from = "2023-08-01", .min = 300000, .max = 300000, .cumulative = true},
            "2023-11-01") == apart);
  // Numbers of other things, and of nothing that was given.
  CHECK(two({.items = {"shell", "missile"}, .min = 1000, .max = 1000}, "2023-11-01",
            {.items = {"missile", "shell"}, .min = 10, .max = 10}, "2023-11-02") == one);
  CHECK(two({.min = 6, .max = 6}, "2023-11-01", {.min = 36, .max = 36}, "2023-11-02") == one);
}

TEST_CASE("a type of event may be told of for longer than another") {
  const Told dated{.from = "2023-11-01", .to = "2023-11-01"};
  CHECK(two(dated, "2023-11-02", {}, "2023-12-10") == one);
  CHECK(two({.type = "attack", .from = "2023-11-01", .to = "2023-11-01"}, "2023-11-02", {.type = "attack"},
            "2023-12-10") == apart);
}

TEST_CASE("a plan and what comes of it are one, a new plan is another") {
  CHECK(two({.status = "planned"}, "2023-11-01", {}, "2023-12-01") == one);
  CHECK(two({}, "2023-11-01", {.status = "planned"}, "2023-12-01") == apart);
  CHECK(two({.status = "wanted"}, "2023-11-01", {.status = "planned"}, "2023-12-01") == one);
}

TEST_CASE("what goes on is one event, however long it is told of") {
  CHECK(two({.status = "ongoing"}, "2022-11-01", {.status = "ongoing"}, "2023-11-01") == one);
}

TEST_CASE("what one document tells apart stays apart, its assertion and denial do not") {
  CHECK(Result({{"a", "2023-11-01", {{}, {.status = "denied"}}}}).groups() == "a a");
  CHECK(Result({{"a", "2023-11-01", {{.about = "x"}, {.status = "denied", .about = "x"}}}}).groups() == "a+a");
}

TEST_CASE("a headline tells what the text below it tells") {
  const Told above{.items = {"ammunition"}, .headline = true}, below{.items = {"shell"}, .chains = {{"agency-KR"}}};
  const Result result({{"a", "2023-11-01", {above, below}}});
  CHECK(result.groups() == "a+a");
  CHECK(result.fused.events.front().asserting_origins == 1);
  CHECK(Result({{"a", "2023-11-01", {below, below}}}).groups() == "a a");
  CHECK(Result({{"a", "2023-11-01", {{.status = "planned", .headline = true}, below}}}).groups() == "a a");
}

TEST_CASE("the order and grouping of records change nothing") {
  std::mt19937 random(7);
  std::vector<Page> pages;
  const std::vector<std::string> states{"KP", "RU", "SY", "IR", "agency-KP"};
  for (int i = 0; i < 120; ++i) {
    Told told;
    told.first = {states[random() % states.size()]};
    told.second = random() % 4 ? std::vector{states[random() % states.size()]} : std::vector<std::string>{};
    if (random() % 2) told.items = {random() % 2 ? "shell" : "ammunition"};
    if (random() % 3 == 0) told.from = "2023-0" + std::to_string(1 + random() % 9) + "-01";
    if (random() % 3 == 0) told.min = static_cast<double>(100 * (1 + random() % 5));
    const std::vector<std::string> statuses{"occurred", "planned", "ongoing", "denied", "possible"};
    told.status = statuses[random() % statuses.size()];
    if (random() % 2) told.chains = {{"person Kim Il", "agency-KP"}, {"anonymous officials"}};
    Page page;
    page.id = "d" + std::to_string(i);
    page.published = "2023-1" + std::to_string(random() % 3) + "-1" + std::to_string(random() % 9);
    page.told = {told};
    pages.push_back(page);
  }
  const auto shape = [](const Result& result) {
    std::string out = result.groups();
    for (const FusedEvent& event : result.fused.events) {
      for (const auto& [role, values] : event.roles)
        for (const auto& value : values) out += "\n" + role + " " + value;
      for (const Origin& origin : event.origins) out += "\norigin " + std::to_string(origin.claims.size());
      for (const Disagreement& found : event.disagreements)
        out += "\ndisagree " + std::to_string(found.earlier.report) + " " + std::to_string(found.later.report);
    }
    return out;
  };
  const std::string expected = shape(Result(pages));
  for (int round = 0; round < 10; ++round) {
    std::shuffle(pages.begin(), pages.end(), random);
    CHECK(shape(Result(pages)) == expected);
  }
  pages.push_back(pages.front()); // a document that is found again
  CHECK(shape(Result(pages)) == expected);
}
