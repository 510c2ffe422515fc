#pragma once
// The domain pack, compiled: concepts with their names, and a trie over the words of the names.
// Loading takes the Turtle's own word for everything (`pack check` is where it is doubted); a snapshot of the compiled
// form is only a cache, keyed by the pack's hash, and rebuilt when it is stale or broken.

#include "model/diagnostic.hpp"
#include "model/record.hpp"
#include "text/word_texts.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::pack {

using ConceptId = std::uint32_t;
inline constexpr ConceptId no_concept = 0xffffffff;

// What a name is to its concept; decides how a mention counts.
enum class AliasKind {
  name,      // preferred or alternative name: "Russia", "Russian Federation"
  adjective, // "Russian": adjective of a country
  demonym,   // "Russians"
  capital,   // "Moscow": the government where it acts, a place where it is only a place
  seat,      // "the Kremlin": stands for the country or body
  acronym,   // "NIS"
  short_form // "Putin", usually safe alone
};

struct Alias {
  ConceptId entry = no_concept;
  AliasKind kind = AliasKind::name;
  bool exact_case = false; // "US" is not "us"
  bool ambiguous = false;  // the pack declares it: wants context (shared, common word, known trap)
};

// One office held: "Minister of Defence", [from, to]; empty dates: not known or still held.
struct Office {
  std::string title;
  Date from;
  Date to;
};

// A category of a published register of arms; empty: none.
struct RegisterCategory {
  Iri iri;
  std::string label; // "IV Combat aircraft and UCAVs"
};

struct Concept {
  Iri iri;
  EntityKind kind = EntityKind::place;
  std::string type;               // class, local name: "Country", "NewsAgency"; of several the most general one
  std::string label;              // preferred, in the document's language
  std::string code;               // countries: alpha-2 (empty for historic states without one)
  std::string alpha3;             // countries: ISO 3166-1 alpha-3; empty: none
  std::string category;           // munitions: short name of the nearest category ("uav")
  RegisterCategory sipri, unroca; // munitions: of the nearest class that has one
  std::string org_class;          // organisations: "intelligence", "foreign-ministry", "wire-service", …
  ConceptId country = no_concept; // of a person, organisation, place; origin of a munition
  std::vector<ConceptId> broader; // munition hierarchy
  std::vector<Iri> same_as;       // exactMatch: Wikidata, GeoNames
  std::vector<Office> offices;    // persons
  std::string family_name;        // persons; empty where unsafe
  char tier = 'A';                // persons: 'A' may link by name alone, 'B' and 'C' want context
  bool generic = false;           // munitions: a class of things ("artillery shell"), not a system
  std::uint64_t population = 0;   // places
  std::string place_kind;         // "city", "sea", "region", … (local name of the kind)
  std::optional<double> latitude, longitude; // places: degrees, WGS 84
  Date valid_from, valid_to;                 // historic states
};

// Words that are no names, but tell what the name beside them is.
enum class CueKind {
  title,        // before a person: "President", "lawmaker", "spokesman"
  head,         // makes a capitalised run of words an organisation: "Institute", "Brigade"
  body,         // with a country, an organisation of the class `value`: "foreign ministry"
  description,  // stands alone for a named organisation of the class `value`: "spy agency"
  place_head,   // makes a capitalised run of words a place: "River", "Airport"
  area,         // follows the name of a place: "region", "oblast", "border"
  ship,         // before the name of a warship: "USS"; `value` is its category
  government,   // after a country or its leader it stands for the country: "administration", "regime"
  bodily,       // names a part of the body where it is somebody's: "in her arms"
  concern,      // what only shows, makes or stores the munition that qualifies it: "image", "factory"
  state_office, // of a constituent state, never of a country that shares its name: "governor"
  state_group,  // the same, but not beside a capital that shares the state's name: "Republicans"
  given_name,   // names of countries and towns that persons have as given names: "Jordan"
  family_name,  // the same as family names: "Washington"
};

struct Cue {
  CueKind kind = CueKind::title;
  std::string text;  // lower case, words parted by one blank
  std::string value; // class of organisation; empty where the kind has none
};

// A match of the trie: words [first, last) of the text, all readings of that string, each concept once, by ConceptId.
// Where a concept has the string in several ways ("Afghan": adjective and demonym), the kind named first above counts,
// but acronyms and short forms go before adjectives.
struct Match {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::span<const Alias> readings; // lives as long as the Pack
};

class Pack {
public:
  // Reads DIR (ontology/…). `cache`: folder for the snapshot; empty: none is kept. `installed`: the program's own pack,
  // from which DIR may import. Throws Error with file and line for a pack that cannot be used.
  static std::shared_ptr<const Pack> load(const std::filesystem::path& directory,
                                          const std::filesystem::path& cache = {},
                                          const std::filesystem::path& installed = {});

  virtual ~Pack() = default;
  virtual const std::string& hash() const = 0; // 64 hex digits over the pack's files, whatever their order
  virtual std::span<const Concept> concepts() const = 0;
  const Concept& entry(ConceptId id) const { return concepts()[id]; }
  virtual std::optional<ConceptId> find(std::string_view iri) const = 0;
  virtual ConceptId country_by_code(std::string_view alpha2) const = 0; // no_concept when absent

  virtual std::span<const Cue> cues() const { return {}; }

  // Walks the trie from word `first`. `texts[i]` is the i-th word as text::cut_words cuts it, verbatim; the words must
  // be views into one text, since "Jong" "-" "un" is told from "Jong" " - " "un" by their places.
  // Appends every match that starts there, shortest first, one for each end. Marks of letters are not looked at, nor
  // is it whether parts are joined by a hyphen, a blank or nothing ("155mm", "155-mm", "155 mm"). A word that the pack
  // writes with a capital fits only one with a capital (or in capitals), a small one fits both; names of exact case
  // fit verbatim only. Plurals are names of their own. A possessive ending is never part of a match.
  virtual void match_at(const text::WordTexts& texts, std::uint32_t first, std::vector<Match>& out) const = 0;
};

} // namespace stemma::pack
