#pragma once
// What single words tell about the names beside them: closed classes of English words (here) and the cues of the
// domain pack, compiled into one table that is asked once for each word of a text.

#include "pack/pack.hpp"
#include "text/short_word.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace stemma::link {

// Classes of words, a bit each; a word can be in several.
using Classes = std::uint32_t;
namespace word_class {
inline constexpr Classes function = 1u << 0;   // closed class: never part of a name by itself
inline constexpr Classes determiner = 1u << 1; // the, a, its
inline constexpr Classes locative = 1u << 2;   // in, near, outside
inline constexpr Classes towards = 1u << 3;    // to, from, into: a place only after a verb of motion
inline constexpr Classes speech = 1u << 4;     // said, told, announced
inline constexpr Classes verb = 1u << 5;       // has, will, is: what stands before it acts
inline constexpr Classes month = 1u << 6;      // and names of days
inline constexpr Classes particle = 1u << 7;   // al, bin, van: lower case inside a person's name
inline constexpr Classes suffix = 1u << 8;     // Jr, III
inline constexpr Classes motion = 1u << 9;     // visit, travel, flew
inline constexpr Classes compass = 1u << 10;   // north, south-east, northern
inline constexpr Classes joiner = 1u << 11;    // of, for, and: inside the name of an organisation
inline constexpr Classes possessor = 1u << 12; // my, his, her: "in her arms"
inline constexpr Classes title = 1u << 13;     // from here on: the pack's cues
inline constexpr Classes head = 1u << 14;
inline constexpr Classes body = 1u << 15;        // the first word of a body noun phrase
inline constexpr Classes description = 1u << 16; // the first word of a description
inline constexpr Classes place_head = 1u << 17;
inline constexpr Classes area = 1u << 18;
inline constexpr Classes government = 1u << 19;
inline constexpr Classes given_name = 1u << 20;  // first word of the name of a person of the pack
inline constexpr Classes family_name = 1u << 21; // last word of one
inline constexpr Classes bodily = 1u << 25;      // "arms"
inline constexpr Classes participle = 1u << 22;  // after a hyphen: "US-led", "Berlin-based"
inline constexpr Classes ship = 1u << 24;        // "USS", "HMS"
inline constexpr Classes thing = 1u << 23;       // ends names of documents, events and groups: "strategy", "summit"
inline constexpr unsigned bits = 26;             // no class needs more
} // namespace word_class

// A cue of several words, found by its first one.
struct Phrase {
  std::vector<std::string> words; // lower case
  std::string value;              // class of organisation
  bool description = false;       // else a body noun
  bool group = false;             // of a state: not an office or a body
};

class Vocabulary {
public:
  explicit Vocabulary(const pack::Pack& pack);

  // The classes of a word, whatever its case; 0 for most words.
  Classes classes_of(std::string_view word) const;
  // Phrases that start with this word (lower case), longest first.
  const std::vector<Phrase>* phrases_from(std::string_view lower) const;
  // Organisations of the class in the country, in the pack's order.
  const std::vector<pack::ConceptId>* organisations(pack::ConceptId country, std::string_view org_class) const;

  const std::string& ship_category() const {
    return ship_category_;
  } // of munitions; empty: the pack has no cue for ships
  // What most organisations of this class in the lexicon are: "Ministry"; "Organisation" where it has none.
  std::string_view type_of_bodies(const std::string& org_class) const;
  // Has a country no more than one body of this class, as a rule? Then "Kenya's foreign ministry" is that one.
  bool one_each(std::string_view org_class) const { return one_each_.contains(std::string(org_class)); }
  // Does the word (lower case) name what only shows, makes or stores the munition before it? "image", "factory"
  bool is_concern(const std::string& lower) const { return concerns_.contains(lower); }
  // One of two countries that share a name but for the point of the compass: "North Korea".
  bool is_half(pack::ConceptId country) const { return halves_.contains(country); }

  // Is the name of a country or town (lower case) a given name, a family name of persons, too?
  bool is_given_name(const std::string& lower) const { return given_names_.contains(lower); }
  bool is_family_name(const std::string& lower) const { return family_names_.contains(lower); }
  // Offices, bodies and groups of constituent states that start with this word (lower case), longest first.
  const std::vector<Phrase>* state_signs_from(std::string_view lower) const;

private:
  void index_short_words();
  void find_single_classes(const pack::Pack& pack);
  void find_halves(const pack::Pack& pack);
  void add(std::string_view word, Classes classes);
  void add_cue(const pack::Cue& cue);
  bool add_rare_cue(const pack::Cue& cue, const std::vector<std::string>& words);
  void add_concept(const pack::Concept& entry, pack::ConceptId id);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  std::unordered_map<std::string, Classes, Hash, std::equal_to<>> classes_;
  text::ShortWordTable short_words_; // the same, of those words
  std::unordered_map<std::string, std::vector<Phrase>, Hash, std::equal_to<>> phrases_;
  std::unordered_map<std::string, std::vector<pack::ConceptId>, Hash, std::equal_to<>> organisations_;
  std::string ship_category_;
  std::unordered_set<std::string> one_each_;
  std::unordered_map<std::string, std::string> types_; // of bodies, by their class
  std::unordered_set<std::string> concerns_;
  std::unordered_set<pack::ConceptId> halves_;
  std::unordered_set<std::string> given_names_, family_names_;
  std::unordered_map<std::string, std::vector<Phrase>, Hash, std::equal_to<>> state_signs_;
};

// ASCII letters to lower case, Latin letters with marks to their base letters; the rest stays.
std::string fold(std::string_view text);
// fold without a new string: at most `size` bytes are written; empty when it does not fit.
std::string_view fold_into(std::string_view text, char* buffer, std::size_t size);

} // namespace stemma::link
