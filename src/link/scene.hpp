#pragma once
// What the stages of linking share while one document is linked.

#include "link/draft.hpp"
#include "link/vocabulary.hpp"
#include "link/word_map.hpp"
#include "link/words.hpp"

#include <span>
#include <vector>

namespace stemma::link {

// A string of the text that the pack knows, with all its readings; longest first come, none overlaps another.
struct Candidate {
  Range words;
  std::span<const pack::Alias> readings;
  bool dropped = false; // inside a longer name
  bool settled = false; // the neighbours left one reading only
};

// A name by its shape, its title or the language model; it need not be in the pack.
struct NameSpan {
  Range words; // without titles and nationality
  EntityKind kind = EntityKind::person;
  bool strong = false;                        // shape and neighbours leave no doubt
  bool titled = false;                        // a title stands before it
  pack::ConceptId country = pack::no_concept; // of the nationality before it
};

struct Scene {
  const text::PreparedText& text;
  const Document& document;
  const pack::Pack& pack;
  const Vocabulary& vocabulary;
  Words words;
  Draft draft;
  std::vector<Candidate> candidates; // by place
  WordMap candidate_of;
  std::vector<NameSpan> names; // by place
  WordMap name_of;

  Scene(const text::PreparedText& prepared, const Document& about, const pack::Pack& domain, const Vocabulary& known,
        const language::Analysis* analysis)
      : text(prepared), document(about), pack(domain), vocabulary(known), words(prepared, analysis, known),
        draft(domain, words), candidate_of(words.size()), name_of(words.size()) {}

  const Candidate* candidate_at(Index word) const {
    const Index found = candidate_of[word];
    return found == none ? nullptr : &candidates[found];
  }
  // The country that the candidate at this word names, as a name, adjective or demonym; no_concept: none.
  pack::ConceptId country_at(Index word) const;
  bool has_reading(const Candidate& candidate, EntityKind kind) const;
};

// The kind of places that are states of a federation.
inline constexpr std::string_view state_kind = "constituentState";

// The stages, in order.
void find_candidates(Scene& scene);  // the pack's names
void settle_states(Scene& scene);    // "Georgia": the state or the country
void find_names(Scene& scene);       // names by shape and by the language model
void settle_overlaps(Scene& scene);  // where names and the pack's names overlap
void link_persons(Scene& scene);     // full names
void link_candidates(Scene& scene);  // the rest of the pack's names, in their context
void link_bodies(Scene& scene);      // "Ukraine's foreign ministry"
void link_names(Scene& scene);       // organisations and places that the pack does not know
void link_munitions(Scene& scene);   // designations, fullest phrases
void link_areas(Scene& scene);       // "northern Syria", "the Syrian border", "Kursk region"
void link_last_names(Scene& scene);  // "Yoo" after "Yoo Sang-bum"
void link_short_forms(Scene& scene); // acronyms, descriptions, "the North"

// The country itself, or the one that a place lies in; no_concept: neither, or not known.
pack::ConceptId nation_of(const Scene& scene, EntityIndex entity);

// The nation's body that the noun names, if the pack has one such; else no_concept.
pack::ConceptId listed_body(const Scene& scene, pack::ConceptId nation, const Phrase& phrase);

// The same, else one that only this text knows, under the words of `range`.
EntityIndex body_of(Scene& scene, pack::ConceptId nation, const Phrase& phrase, Range range);

// Does the noun only qualify the next one ("the Israeli military operation")?
bool qualifies_next(const Scene& scene, Range noun);

// Do the words from `first` on say the phrase?
bool phrase_holds(const Scene& scene, const Phrase& phrase, Index first);

// The countries that names inside this range belong to, each as a mention of its own ("Russian" in "Russian Navy").
// `only`: this country alone; no_concept: any.
void mention_inner_countries(Scene& scene, Range range, pack::ConceptId only);

// A full name's person: of the pack by a variant of the name (an initial left out, one letter off), or an earlier
// one of this text; no_entity: nobody.
EntityIndex find_person(Scene& scene, Range name);

// "Jordan" of "Jordan Peterson": a given name that a country or town has, too, before a word that can be a family name.
bool given_name_of_somebody(const Scene& scene, Range name);

// "Washington" of "Denzel Washington": the same for family names.
bool family_name_of_somebody(const Scene& scene, Range name);

// "in May", "May 9": the month, not a person of that name.
bool stands_for_month(const Words& words, Index word);

// Letters to change, add or take away to make one of the other, at most `limit` + 1.
unsigned edit_distance(std::string_view a, std::string_view b, unsigned limit);

// Does the name of a capital stand for a place here (and not for the government that sits there)?
bool stands_as_place(const Scene& scene, Range range);

} // namespace stemma::link
