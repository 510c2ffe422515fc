#pragma once
// Closed classes of English words that the grammar needs. No word of any domain.

#include "language/analysis.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace stemma::predicate {

bool one_of(std::string_view word, std::initializer_list<std::string_view> list);

std::string lower(std::string_view ascii); // other letters stay as they are: the words compared with are plain ASCII

inline bool is_nominal(std::string_view pos) {
  return pos == "NOUN" || pos == "PROPN" || pos == "PRON" || pos == "NUM";
}
inline bool is_time(const language::Token& t) { return t.ent_type == "DATE" || t.ent_type == "TIME"; }

bool is_relative_pronoun(const language::Token& token); // which, who, whom, that, whose in their relative use
// "including", not "include": participles that stand as prepositions keep their form. Others are their lemma.
std::string preposition_of(std::string_view lemma);

bool is_side(std::string_view lemma);               // "north" of something
bool is_light_verb(std::string_view lemma);         // "make", "carry out": the noun says what is done
bool is_copula(std::string_view lemma);             // "remain": what is said of the subject stands behind it
bool is_undergoer_verb(std::string_view lemma);     // "suffer an attack": the subject is whom the noun befalls
bool is_verb_of_being(std::string_view lemma);      // "fighting erupted": says of its subject that it is, or goes on
bool takes_subject_control(std::string_view lemma); // "promised them to leave": the one who promises leaves
bool has_others_do(std::string_view lemma);         // "helped them to escape": those who are helped escape
bool wants_to_do(std::string_view lemma);           // "meant to buy": whoever means it does it
bool takes_means(std::string_view lemma);           // "used it to leave": who uses it leaves, not what is used
// "called on them to leave", "appealed to them to leave": the one after the preposition leaves.
bool controls_by_preposition(std::string_view lemma, std::string_view preposition);
bool is_taking_verb(std::string_view lemma);         // "accepted an invitation to come": whoever takes it comes
bool is_settled(std::string_view lemma);             // "deal": what two agree on
bool is_settling_verb(std::string_view lemma);       // "reached a deal to buy": whoever reaches it buys
bool is_aim(std::string_view lemma);                 // "goal", "plan": what somebody has in mind to do
bool is_naming_verb(std::string_view lemma);         // "called it a plot": says what its object is
bool is_giving_verb(std::string_view lemma);         // "gave Kyiv leave": the first of two objects gets the second
bool takes_two_objects(std::string_view lemma);      // "send", "sell": somebody something
bool is_judging_word(std::string_view lemma);        // "condemned going": whoever goes
bool is_begging_verb(std::string_view lemma);        // "asked them to be allowed to go": who asks goes
bool is_leave_verb(std::string_view lemma);          // "allow", "permit"
bool is_counting_word(const language::Token& token); // "one of the strikes", "a wave of strikes"
bool is_agent_noun(const language::Token& token);    // "supplier", "sponsor", "backer": who does it
bool takes_gerund(std::string_view lemma);           // "stopped sending arms"
bool is_negative_word(std::string_view lower_word);  // no, none, neither, nobody, nothing, never, hardly

} // namespace stemma::predicate
