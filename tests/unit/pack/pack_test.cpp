#include "model/error.hpp"
#include "pack/pack.hpp"
#include "text/words.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

using namespace stemma;

namespace {

std::shared_ptr<const pack::Pack> small() {
  static const auto loaded = pack::Pack::load(std::string(STEMMA_TEST_DIR) + "/pack/small");
  return loaded;
}

const pack::Concept& entry(const pack::Pack& pack, const std::string& name) {
  const auto id = pack.find("https://w3id.org/stemma/lexicon/" + name);
  REQUIRE(id);
  return pack.entry(*id);
}

// Every match of the text: "words=iri/kind[!]", "!" for what wants context.
std::vector<std::string> matches(const std::string& text) {
  const auto words = text::cut_words(text);
  std::vector<std::string_view> views;
  for (const auto& word : words)
    views.push_back(std::string_view(text).substr(word.clean.start.value, word.clean.length()));
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < views.size(); ++i) {
    std::vector<pack::Match> found;
    small()->match_at(views, i, found);
    for (const auto& match : found) {
      const char* start = views[match.first].data();
      const char* end = views[match.last - 1].data() + views[match.last - 1].size();
      std::string line(start, end);
      line += '=';
      for (const auto& alias : match.readings) {
        const std::string& iri = small()->entry(alias.entry).iri;
        line += iri.substr(iri.rfind('/') + 1) + (alias.ambiguous ? "!" : "") + " ";
      }
      line.pop_back();
      out.push_back(line);
    }
  }
  return out;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("concepts carry what the Turtle says") {
  const auto pack = small();
  const auto& kim = entry(*pack, "person/kim-jong-un");
  CHECK(kim.kind == EntityKind::person);
  CHECK(kim.label == "Kim Jong-un");
  CHECK(pack->entry(kim.country).code == "KP");
  REQUIRE(kim.offices.size() == 1);
  CHECK(kim.offices[0].title == "Supreme Leader");
  CHECK(kim.offices[0].from == "2011-12-17");
  CHECK(kim.offices[0].to.empty());

  const auto& agency = entry(*pack, "organisation/kcna");
  CHECK(agency.type == "NewsAgency");
  CHECK(agency.org_class == "wire-service");

  const auto& place = entry(*pack, "place/pyongyang");
  CHECK(place.population == 3222000);
  CHECK(place.latitude == Approx(39.033));

  CHECK(entry(*pack, "country/KP").label == "North Korea"); // the German name is a label only
  CHECK(entry(*pack, "country/KP").same_as == Lines{"http://www.wikidata.org/entity/Q423"});
  CHECK(entry(*pack, "country/SU").type == "Country");
  CHECK(pack->country_by_code("KP") == pack->find("https://w3id.org/stemma/lexicon/country/KP"));
  CHECK(pack->country_by_code("ZZ") == pack::no_concept);
  CHECK_FALSE(pack->find("https://w3id.org/stemma/lexicon/country/ZZ"));
}

TEST_CASE("the category of a munition is that of the nearest class that has one") {
  const auto pack = small();
  CHECK(entry(*pack, "munition/su-35").category == "aircraft");
  CHECK(entry(*pack, "munition/155mm-shell").category == "ammunition");
  CHECK(entry(*pack, "munition/battery").category == "component"); // its own word
  CHECK(entry(*pack, "munition/thing").category.empty());
  CHECK(entry(*pack, "munition/fighter-aircraft").generic);
  CHECK_FALSE(entry(*pack, "munition/su-35").generic);
}

TEST_CASE("cues come from kinds of organisations") {
  const auto cues = small()->cues();
  REQUIRE(cues.size() == 2);
  CHECK(cues[0].kind == pack::CueKind::body);
  CHECK(cues[0].text == "state news agency");
  CHECK(cues[0].value == "wire-service");
  CHECK(cues[1].kind == pack::CueKind::description);
}

TEST_CASE("every match that starts at a word, shortest first, each concept once") {
  CHECK(matches("North Korean troops") == Lines{"North Korean=KP"}); // adjective and demonym: one reading
  CHECK(matches("in Pyongyang.") == Lines{"Pyongyang=KP pyongyang"});
  CHECK(matches("the fighter jet") == Lines{"fighter jet=fighter-aircraft"});
  CHECK(matches("North").empty());
  CHECK(matches("Nordkorea").empty()); // names in other languages are not looked for
  CHECK(matches("a thing").empty());   // nor are guide terms
  CHECK(matches("Armed Forces (North Korea)") == Lines{"North Korea=KP"});
}

TEST_CASE("case: capitals of the lexicon want capitals, small letters fit both, short acronyms are verbatim") {
  CHECK(matches("US and us and Us") == Lines{"US=US"});
  CHECK(matches("NORTH KOREA") == Lines{"NORTH KOREA=KP"});
  CHECK(matches("north korea").empty());
  CHECK(matches("roast turkey").empty());
  CHECK(matches("Fighter Jet") == Lines{"Fighter Jet=fighter-aircraft"});
  CHECK(matches("Dprk") == Lines{"Dprk=KP"}); // some outlets write long acronyms so
}

TEST_CASE("dots, hyphens, blanks and marks of letters") {
  CHECK(matches("U.S. and U.S.-made") == Lines{"U.S=US", "U.S.=US", "U.S=US", "U.S.=US"});
  CHECK(matches("Kim Jong Un") == Lines{"Kim Jong Un=kim-jong-un"});
  CHECK(matches("Kim-Jong-un") == Lines{"Kim-Jong-un=kim-jong-un"});
  CHECK(matches("Kim Jong - un").empty());
  CHECK(matches("155-mm shell") == Lines{"155-mm shell=155mm-shell", "shell=155mm-shell"});
  CHECK(matches("155 mm shell") == Lines{"155 mm shell=155mm-shell", "shell=155mm-shell"});
  CHECK(matches("Turkiye, Türkiye, TÜRKİYE") == Lines{"Turkiye=TR", "Türkiye=TR", "TÜRKİYE=TR"});
  CHECK(matches("Su35, Su 35") == Lines{"Su35=su-35", "Su 35=su-35"});
}

TEST_CASE("one letter and a number must touch") {
  CHECK(matches("an A-10") == Lines{"A-10=a-10"});
  CHECK(matches("A 10-day truce").empty());
}

TEST_CASE("a match ends with a word") {
  CHECK(matches("an A-100").empty());
  CHECK(matches("Su-35bis").empty());
}

TEST_CASE("plurals and possessives") {
  CHECK(matches("shells, batteries, Su-35s") == Lines{"shells=155mm-shell", "batteries=battery", "Su-35s=su-35"});
  CHECK(matches("North Korea's") == Lines{"North Korea=KP"});
  CHECK(matches("Kenya's navy") == Lines{"Kenya's navy=armed-forces-kp"}); // inside a name it belongs to the name
}

TEST_CASE("names that the pack declares ambiguous say so, in the plural too") {
  CHECK(matches("Patriot") == Lines{"Patriot=patriot!"});
  CHECK(matches("Patriots") == Lines{"Patriots=patriot!"});
}

TEST_CASE("a folder without a pack is refused") {
  CHECK_THROWS_AS(pack::Pack::load(std::string(STEMMA_TEST_DIR) + "/pack"), Error);
}

TEST_CASE("the shipped pack loads and knows the world") {
  const auto pack = pack::Pack::load(std::string(STEMMA_SOURCE_DIR) + "/ontology");
  CHECK(pack->country_by_code("KP") != pack::no_concept);
  CHECK(pack->entry(pack->country_by_code("KR")).label == "South Korea");
  CHECK(pack->entry(pack->country_by_code("KR")).alpha3 == "KOR");
  CHECK(std::count_if(pack->concepts().begin(), pack->concepts().end(),
                      [](const auto& c) { return c.type == "NewsAgency"; }) > 50);
  const auto has_category = [](const auto& c) {
    return c.kind != EntityKind::munition || !c.category.empty() || c.generic;
  };
  CHECK(std::all_of(pack->concepts().begin(), pack->concepts().end(), has_category));
}
