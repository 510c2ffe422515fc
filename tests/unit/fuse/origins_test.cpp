#include "reports.hpp"

#include <catch2/catch.hpp>

using namespace stemma::fuse;
using namespace stemma::fuse::testing;

namespace {

const FusedEvent& only(const Result& result) {
  REQUIRE(result.fused.events.size() == 1);
  return result.fused.events.front();
}

Told said_by(const std::vector<std::vector<std::string>>& chains) {
  Told told;
  told.chains = chains;
  return told;
}

std::vector<std::string> prints(int from, int to) {
  std::vector<std::string> out;
  for (int i = from; i < to; ++i) out.push_back(std::string(15, 'a') + "0123456789abcdef"[i % 16]);
  return out;
}

} // namespace

TEST_CASE("one body on one occasion is one origin, however many carry it") {
  const Result result({{"a", "2023-11-01", {said_by({{"person Yoo Sang", "agency-KR"}})}, "AFP"},
                       {"b", "2023-11-02", {said_by({{"agency-KR"}})}, "Reuters"},
                       {"c", "2023-11-03", {said_by({{"KR"}})}}});
  const FusedEvent& event = only(result);
  CHECK(event.documents == 3);
  CHECK(event.wires == 2);
  CHECK(event.speakers == 3);
  CHECK(event.asserting_origins == 1);
}

TEST_CASE("what a body says again later is another occasion") {
  const Result result({{"a", "2023-11-01", {said_by({{"KR"}})}}, {"b", "2023-11-06", {said_by({{"KR"}})}}});
  CHECK(only(result).asserting_origins == 2);
}

TEST_CASE("two bodies are two origins") {
  const Result result({{"a", "2023-11-01", {said_by({{"KR"}, {"US"}})}}});
  CHECK(only(result).asserting_origins == 2);
}

TEST_CASE("where nobody is named, the wire or the copied text is the origin") {
  CHECK(only(Result({{"a", "2023-11-01", {{}}, "AFP"}, {"b", "2023-11-02", {{}}, "AFP"}})).asserting_origins == 1);
  CHECK(only(Result({{"a", "2023-11-01", {{}}, "AFP"}, {"b", "2023-11-02", {{}}, "TASS"}})).asserting_origins == 2);
  CHECK(only(Result({{"a", "2023-11-01", {{}}}, {"b", "2023-11-02", {{}}}})).asserting_origins == 2);
  const Result copied(
      {{"a", "2023-11-01", {{}}, "", "", prints(0, 8)}, {"b", "2023-11-02", {{}}, "", "", prints(3, 11)}});
  CHECK(only(copied).asserting_origins == 1);
  // An unnamed speaker is no body of his own.
  const Result unnamed({{"a", "2023-11-01", {said_by({{"anonymous officials"}})}, "AFP"},
                        {"b", "2023-11-02", {said_by({{"anonymous diplomats"}})}, "AFP"}});
  CHECK(only(unnamed).asserting_origins == 1);
}

TEST_CASE("what is told a month later in some of the same words is no copy") {
  const auto origins = [](const std::string& later, int shared_from) {
    return only(Result({{"a", "2023-11-01", {{}}, "", "", prints(0, 8)},
                        {"b", later, {{}}, "", "", prints(shared_from, shared_from + 8)}}))
        .asserting_origins;
  };
  CHECK(origins("2023-11-05", 5) == 1); // three of eight passages
  CHECK(origins("2023-12-10", 5) == 2);
  CHECK(origins("2023-12-10", 2) == 1); // six of eight
}

TEST_CASE("a news agency in a chain passes on what others say") {
  const Result result({{"a", "2023-11-01", {said_by({{"wire Agence France-Presse", "agency-KR"}})}},
                       {"b", "2023-11-01", {said_by({{"agency-KR", "wire Agence France-Presse"}})}},
                       {"c", "2023-11-02", {said_by({{"KR"}})}}});
  CHECK(only(result).asserting_origins == 1);
}

TEST_CASE("one outlet is no second witness of its own") {
  CHECK(only(Result({{"a", "2023-11-01", {{}}, "", "Courier"}, {"b", "2023-11-02", {{}}, "", "Courier"}}))
            .asserting_origins == 1);
}

TEST_CASE("asserting and denying origins are counted apart") {
  Told denial = said_by({{"RU"}});
  denial.status = "denied";
  const Result result({{"a", "2023-11-01", {said_by({{"KR"}})}}, {"b", "2023-11-02", {denial}}});
  const FusedEvent& event = only(result);
  CHECK(event.asserting_origins == 1);
  CHECK(event.denying_origins == 1);
  CHECK(event.disputed);
  CHECK(event.status == Status::occurred);
  REQUIRE(event.disagreements.size() == 1);
  CHECK(event.disagreements.front().matter == Matter::status);
  CHECK_FALSE(event.disagreements.front().supersedes);
}

TEST_CASE("a source's later number takes the place of its earlier one") {
  Told first = said_by({{"KR"}}), second = first;
  first.from = second.from = "2023-08-01";
  first.cumulative = second.cumulative = true;
  first.min = first.max = 500000;
  second.min = second.max = 1000000;
  const Result result({{"a", "2023-10-01", {first}}, {"b", "2023-11-01", {second}}});
  const FusedEvent& event = only(result);
  REQUIRE(event.disagreements.size() == 1);
  CHECK(event.disagreements.front().supersedes);
  CHECK(event.disagreements.front().matter == Matter::quantity);
  CHECK(event.quantities.front().max == 1000000);
}

TEST_CASE("nothing that is only planned or denied gets into what happened") {
  Told plan, deed;
  plan.status = "planned";
  plan.first = {"KP", "CN"};
  plan.items = {"missile", "shell"};
  deed.items = {"shell"};
  const FusedEvent event = only(Result({{"a", "2023-11-01", {plan}}, {"b", "2023-11-20", {deed}}}));
  CHECK(event.status == Status::occurred);
  CHECK(event.roles.at("supplier") == std::vector<stemma::Iri>{"https://example.org/lexicon/KP"});
  CHECK(event.roles.at("item") == std::vector<stemma::Iri>{"https://example.org/lexicon/shell"});
  CHECK(only(Result({{"a", "2023-11-01", {{.status = "denied"}}}})).status == Status::denied);
}

TEST_CASE("an actor whom most reports leave out is nobody's side") {
  const Result result({{"a", "2023-11-01", {{.first = {"KP", "KR"}}}}, {"b", "2023-11-02", {{}}}});
  CHECK(only(result).roles.at("supplier") == std::vector<stemma::Iri>{"https://example.org/lexicon/KP"});
}

TEST_CASE("unlinked people are joined with care") {
  const auto groups = [](const std::string& name_a, const std::string& name_b) {
    const Result result({{"a", "2023-11-01", {said_by({{"person " + name_a}})}},
                         {"b", "2023-11-02", {said_by({{"person " + name_b}})}}});
    return result.fused.same.links.size();
  };
  CHECK(groups("Yoo Sang-bum", "Yoo Sang-Bum") == 1);
  CHECK(groups("Kim", "Kim") == 0);
  CHECK(groups("Kim Min", "Kim Min-su") == 0);
}

TEST_CASE("days") {
  CHECK(iso(*first_day("2023-11")) == "2023-11-01");
  CHECK(iso(*last_day("2023-11")) == "2023-11-30");
  CHECK(iso(*last_day("2024")) == "2024-12-31");
  CHECK(*first_day("1970-01-02") == 1);
  CHECK_FALSE(first_day("soon"));
}

TEST_CASE("a news agency is the wire that others credit, however they write it") {
  CHECK(only(Result({{"a", "2023-11-01", {{}}, "AFP"}, {"b", "2023-11-02", {{}}, "Agence France-Presse"}})).wires == 1);
  CHECK(only(Result({{"a", "2023-11-01", {{}}, "AFP"},
                     {"b", "2023-11-02", {{.chains = {{"wire Agence France-Presse"}}}}}}))
            .asserting_origins == 1);
}

TEST_CASE("unnamed speakers of a body that their description names speak for it") {
  const Told officials{.chains = {{"anonymous officials"}}}, agency{.chains = {{"agency-KR"}}};
  CHECK(only(Result({{"a", "2023-11-01", {officials}}, {"b", "2023-11-02", {agency}}})).asserting_origins == 2);
  // Every mention of the test's records is in one place: here the officials are agency-KR's.
  const Told both{.chains = {{"anonymous officials"}, {"agency-KR"}}};
  CHECK(only(Result({{"a", "2023-11-01", {both}}, {"b", "2023-11-02", {agency}}})).asserting_origins == 1);
}
