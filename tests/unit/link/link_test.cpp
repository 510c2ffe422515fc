// Runs the cases of tests/link/cases on the shipped pack: a text, then what must and what must not be linked.
//
//   > text               one document; several lines of ">" are its paragraphs
//   @ 2023-11-01         its date of publication
//   + kind[:code] "m"    an entity of this kind (country code, category) has a mention "m"; with "linked" or
//                        "unlinked" behind it, it is in the lexicon or not
//   - kind "m"           no entity of this kind has a mention "m"
//   = "m" "n"            the mentions belong to one entity
//   ! "m" "n"            the mentions belong to different entities

#include "link/link.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <vector>

using namespace stemma;

namespace {

struct Case {
  std::string place; // file:line
  std::string text;
  std::string date = "2024-07-15";
  std::vector<std::string> checks;
};

std::shared_ptr<const pack::Pack> shipped_pack() {
  static const auto pack = pack::Pack::load(std::filesystem::path(STEMMA_SOURCE_DIR) / "ontology");
  return pack;
}

const link::Linker& linker() {
  static const link::Linker linker(shipped_pack());
  return linker;
}

std::vector<Case> read_cases(const std::filesystem::path& file) {
  std::vector<Case> cases;
  std::ifstream in(file);
  std::string line;
  bool open = false;
  for (unsigned number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') {
      open = open && !line.empty();
      continue;
    }
    const std::string rest = line.size() > 2 ? line.substr(2) : std::string();
    if (line[0] == '>' && !open)
      cases.push_back({file.filename().string() + ":" + std::to_string(number), rest, "2024-07-15", {}});
    else if (line[0] == '>')
      cases.back().text += "\n\n" + rest;
    else if (line[0] == '@')
      cases.back().date = rest;
    else
      cases.back().checks.push_back(line);
    open = true;
  }
  return cases;
}

link::Linked linked(const std::string& text, const std::string& date) {
  const text::PreparedText prepared = text::prepare(text, {"", date, ""}, "case");
  Document document;
  document.id = "https://example.org/document/1";
  document.path = "case";
  document.published = date;
  return linker().link(prepared, document, nullptr);
}

std::vector<std::string> quoted(const std::string& line) {
  std::vector<std::string> out;
  for (std::size_t at = line.find('"'); at != std::string::npos; at = line.find('"', at + 1)) {
    const std::size_t end = line.find('"', at + 1);
    if (end == std::string::npos) break;
    out.push_back(line.substr(at + 1, end - at - 1));
    at = end;
  }
  return out;
}

bool has_mention(const Entity& entity, const std::string& text) {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(),
                     [&](const Mention& mention) { return mention.text == text; });
}

std::string kind_name(EntityKind kind) {
  constexpr const char* names[] = {"country", "person", "org", "munition", "place", "anonymous"};
  return names[static_cast<std::size_t>(kind)];
}

bool fits(const Entity& entity, const std::string& wanted, const std::string& text) {
  const std::string kind = wanted.substr(0, wanted.find(':'));
  const std::string code = wanted.find(':') == std::string::npos ? "" : wanted.substr(wanted.find(':') + 1);
  if (kind != kind_name(entity.kind) || !has_mention(entity, text)) return false;
  return code.empty() || code == entity.code || code == entity.category;
}

bool holds(const std::string& check, const std::vector<Entity>& entities) {
  const std::vector<std::string> mentions = quoted(check);
  if (mentions.empty()) return false;
  const std::string wanted = check.substr(2, check.find(' ', 2) - 2);
  const std::string tail = check.substr(check.rfind('"') + 1);
  if (check[0] == '=' || check[0] == '!') {
    const bool together = std::any_of(entities.begin(), entities.end(), [&](const Entity& entity) {
      return has_mention(entity, mentions.at(0)) && has_mention(entity, mentions.at(1));
    });
    return together == (check[0] == '=');
  }
  const bool found = std::any_of(entities.begin(), entities.end(), [&](const Entity& entity) {
    const bool link_fits = tail.find("unlinked") != std::string::npos ? !entity.linked
                           : tail.find("linked") != std::string::npos ? entity.linked
                                                                      : true;
    return link_fits && fits(entity, wanted, mentions[0]);
  });
  return found == (check[0] == '+');
}

std::string described(const std::vector<Entity>& entities) {
  std::string out;
  for (const Entity& entity : entities) {
    out += "\n  " + kind_name(entity.kind) + ":" + entity.code + entity.category + (entity.linked ? " linked " : " ") +
           entity.label + ":";
    for (const Mention& mention : entity.mentions) out += " \"" + mention.text + "\"";
  }
  return out;
}

} // namespace

TEST_CASE("cases: what is linked and what is not") {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(STEMMA_TEST_DIR) / "link" / "cases"))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::size_t cases = 0;
  for (const auto& file : files)
    for (const Case& one : read_cases(file)) {
      ++cases;
      const link::Linked result = linked(one.text, one.date);
      for (const std::string& check : one.checks) {
        INFO(one.place << "\n> " << one.text << described(result.entities));
        CHECK_THAT(check, Catch::Predicate<std::string>(
                              [&](const std::string& line) { return holds(line, result.entities); }, "holds"));
      }
    }
  CHECK(cases >= 120);
}

TEST_CASE("laws: mentions are the source's own characters, ids are ordered and below the document") {
  const std::string text = "SEOUL, Nov. 1 (Example Wire) -- Caf\xc3\xa9 owner \xe2\x80\x9cKim\xe2\x80\x9d said "
                           "Russia\xe2\x80\x99s 152\xc2\xa0mm shells "
                           "were fired.\r\nLawmaker Ilian Torvesk said so, too.";
  const text::PreparedText prepared = text::prepare(text, {}, "case");
  Document document;
  document.id = "https://example.org/document/1";
  const link::Linked result = linker().link(prepared, document, nullptr);
  REQUIRE_FALSE(result.entities.empty());
  for (std::size_t i = 0; i < result.entities.size(); ++i) {
    const Entity& entity = result.entities[i];
    if (i > 0) CHECK(result.entities[i - 1].id < entity.id);
    CHECK_FALSE(entity.mentions.empty());
    if (!entity.linked) CHECK(entity.id.starts_with(document.id + "/"));
    for (const Mention& mention : entity.mentions) CHECK(prepared.source_text_of(mention.span) == mention.text);
  }
}

TEST_CASE("laws: an unlinked person's id is the same however the given names are joined") {
  const auto id_of = [](const std::string& name) {
    const link::Linked result = linked("Lawmaker " + name + " briefed reporters.", "");
    REQUIRE(result.entities.size() == 1);
    CHECK_FALSE(result.entities.front().linked);
    return result.entities.front().id;
  };
  CHECK(id_of("Yoo Gang-pil") == id_of("Yoo Gang Pil"));
  CHECK(id_of("Yoo Gang-pil") != id_of("Yoo Gang-pal"));
}

TEST_CASE("laws: the same text gives the same entities; odd texts are no trouble") {
  for (const std::string text : {"", " ", "\n", "'s", "'", "-", "(", "the", "The", "U.S.", "al-", "Mr.", "\xff\xfe",
                                 "of of of", "A-", "Korea's's", "//", "155"}) {
    const link::Linked once = linked(text, ""), again = linked(text, "");
    CHECK(described(once.entities) == described(again.entities));
  }
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {
      "Kim",      " ",    "the ",  "North",    "'s",  "-",   "al-",           "Assad",  ". ",      ", ",  "(",
      ")",        "NIS",  "of ",   "Ministry", "155", "mm ", "President ",    "Mr. ",   "Moscow ", "in ", "\n",
      "missile ", "F-16", "said ", "and ",     "/",   "\"",  "Yoo Sang-bum ", "border "};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += pieces[random() % pieces.size()];
    const link::Linked once = linked(text, "2024-01-01");
    CHECK(described(once.entities) == described(linked(text, "2024-01-01").entities));
  }
}

TEST_CASE("limits: very many mentions and very many different names in one document") {
  std::string same, different;
  for (int i = 0; i < 20000; ++i) same += "Russia sent missiles to North Korea, Mr. Tolvanen said. ";
  for (int i = 0; i < 20000; ++i) {
    std::string name = "Abcde";
    for (int n = i; n > 0; n /= 26) name += static_cast<char>('a' + n % 26);
    different += "Minister " + name + " Q" + name + " spoke. ";
  }
  std::size_t mentions = 0;
  for (const Entity& entity : linked(same, "").entities) mentions += entity.mentions.size();
  CHECK(mentions >= 80000);
  CHECK(linked(different, "").entities.size() >= 19000);
}
