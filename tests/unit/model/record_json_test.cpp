#include "model/record_json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace stemma;
using Catch::Matchers::Contains;

namespace {

Record example() {
  Record record;
  record.document = {"https://example.org/document/1",
                     "a/b.txt",
                     "text",
                     "00ff",
                     "11ee",
                     "https://example.org/page",
                     "2023-11-02",
                     "A \"title\"\n",
                     "2023-11-01",
                     "Outlet",
                     "Wire",
                     {"Ada", "Bea"},
                     "SEOUL",
                     "en"};
  Entity country{"https://example.org/country/X",
                 EntityKind::country,
                 "Country",
                 "Xland",
                 "XX",
                 "",
                 "",
                 true,
                 false,
                 {"https://example.org/Q1"},
                 {}};
  country.mentions.push_back({{{3}, {8}}, "Xland", MentionKind::name});
  country.mentions.push_back({{{10}, {17}}, "Xlander\t\x01", MentionKind::demonym});
  Entity person{"https://example.org/document/1/person-1",
                EntityKind::person,
                "Person",
                "Zoë \xF0\x9F\x98\x80",
                "",
                "",
                "",
                false,
                false,
                {},
                {}};
  person.mentions.push_back({{{20}, {21}}, "Z", MentionKind::short_form});
  record.entities = {country, person};
  record.sentences = {{{{0}, {19}}}, {{{20}, {4294967295U}}}};
  record.fingerprints = {"00aa", "00bb"};
  record.made = {"stemma 0.1.0", "abc", "", "72.1"};
  return record;
}

std::string written(const Record& record) {
  std::string out;
  append_record_json(record, out);
  return out;
}

} // namespace

TEST_CASE("a record survives the way to JSON and back") {
  const std::string once = written(example());
  CHECK(written(parse_record(once)) == once);
  CHECK(once.find('\n') == std::string::npos);
  const Record back = parse_record(once);
  CHECK(back.document.title == "A \"title\"\n");
  CHECK(back.entities.at(0).mentions.at(1).text == "Xlander\t\x01");
  CHECK(back.entities.at(0).mentions.at(1).kind == MentionKind::demonym);
  CHECK(back.entities.at(1).label == "Zoë \xF0\x9F\x98\x80");
  CHECK(back.sentences.at(1).span.end.value == 4294967295U);
  CHECK(back.made.icu == "72.1");
}

TEST_CASE("a record says how it was read, and what it was made from") {
  Record record = example();
  Diagnostic note;
  note.severity = Severity::note;
  note.code = "link.ambiguous";
  note.message = "\"Kim\" is one of two";
  record.notes.push_back(note);
  note.severity = Severity::warning;
  note.message = "one, \"input\":\"x\"";
  note.place = {"a/b.txt", 3, 7};
  note.hint = "look at it";
  record.notes.push_back(note);
  record.made.model_hash = "00ff";
  record.made.model_licence = "MIT";
  CHECK(find_input(written(record)).empty());
  record.input = std::string(31, '0') + "a";
  const std::string once = written(record);
  CHECK(find_input(once) == record.input);
  const Record back = parse_record(once);
  CHECK(written(back) == once);
  CHECK(back.made == record.made);
  CHECK(back.input == record.input);
  REQUIRE(back.notes.size() == 2);
  CHECK(back.notes[0].severity == Severity::note);
  CHECK(back.notes[1].place.file == "a/b.txt");
  CHECK(back.notes[1].place.column == 7);
  CHECK(back.notes[1].hint == "look at it");
}

TEST_CASE("keys that one object has twice are named, and those of two objects are not") {
  std::string line = written(example());
  std::set<std::string> repeated;
  parse_record(line, {}, &repeated);
  CHECK(repeated.empty());
  line.insert(line.size() - 1, R"(,"entities":[],"more":{"b":[{"c":1},{"c":2}],"b":{}})");
  const Record record = parse_record(line, {}, &repeated);
  CHECK(record.entities.empty());
  CHECK((repeated == std::set<std::string>{"b", "entities"}));
}

TEST_CASE("an event keeps who was concluded, and the chain of those who say so") {
  Record record = example();
  Event event;
  event.id = "https://example.org/document/1/event-1";
  event.type = "transfer";
  event.roles = {{"supplier", {"https://example.org/country/X"}}, {"recipient", {"https://example.org/country/Y"}}};
  event.implied = {{"recipient", {"https://example.org/country/Y"}}};
  event.status = "planned";
  event.attribution = {{"https://example.org/document/1/person-1", "https://example.org/country/X"}};
  event.evidence.push_back({{{3}, {8}}, "Xland", "", 1});
  record.events.push_back(event);
  const Record back = parse_record(written(record));
  CHECK(written(back) == written(record));
  CHECK(back.events.at(0).implied == event.implied);
  CHECK(back.events.at(0).attribution == event.attribution);
  CHECK(back.events.at(0).evidence.at(0).hop == 1U);
}

TEST_CASE("the fields are those of the design") {
  const auto json = nlohmann::json::parse(written(example()));
  CHECK(json["document"]["published"] == "2023-11-01");
  CHECK(json["document"]["field"] == "text");
  CHECK(json["entities"][0]["mentions"][0] ==
        nlohmann::json({{"start", 3}, {"end", 8}, {"text", "Xland"}, {"kind", "name"}}));
  CHECK(json["entities"][0]["sameAs"][0] == "https://example.org/Q1");
  CHECK(json["entities"][1]["code"].is_null());
  CHECK(json["entities"][1]["linked"] == false);
  CHECK(json["events"] == nlohmann::json::array());
  CHECK(json["sentences"][0] == nlohmann::json({0, 19}));
  CHECK(json["made"]["model"].is_null());
  const auto empty = nlohmann::json::parse(written(Record{}));
  CHECK(empty["document"]["publisher"].is_null());
  CHECK_FALSE(empty["document"].contains("field"));
}

TEST_CASE("what is no record is refused with its place") {
  const char* bad[] = {
      "",
      "[]",
      "{}",
      "{\"document\":{}}",
      "{\"document\":{\"id\":3},\"entities\":[]}",
      R"({"document":{"id":"x"},"entities":[{"id":"e","kind":"planet","mentions":[]}]})",
      R"({"document":{"id":"x"},"entities":[{"id":"e","kind":"place","mentions":[{"start":-1,"end":2,"text":""}]}]})",
      R"({"document":{"id":"x"},"entities":[{"id":"e","kind":"place","mentions":[{"start":5,"end":2,"text":""}]}]})",
      R"({"document":{"id":"x"},"entities":[{"id":"e","kind":"place","mentions":[{"start":0,"end":4294967296,"text":""}]}]})",
      R"({"document":{"id":"x"},"entities":[],"sentences":[[1]]})",
      R"({"document":{"id":"x"},"entities":{},"events":[]})",
      R"({"document":[],"entities":[]})",
      R"({"document":{"id":"x","authors":"A"},"entities":[]})",
      R"({"document":{"id":"x"},"entities":[7]})",
      R"({"document":{"id":"x"},"entities":[],"events":[{"id":"e"}]})",
      R"({"document":{"id":"x"},"entities":[],"fingerprints":[1]})",
      R"({"document":{"id":1e999},"entities":[]})",
      "{\"document\":{\"id\":\"\xFF\"},\"entities\":[]}"};
  for (const char* line : bad) {
    CAPTURE(line);
    try {
      parse_record(line, {"r.ndjson", 7});
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK_THAT(error.what(), Contains("not a record"));
      CHECK(error.place().line == 7);
      CHECK_THAT(error.what(), !Contains("json.exception"));
    }
  }
  CHECK(parse_record(R"({"document":{"id":"x"},"entities":[],"more":1})").document.id == "x");
}
