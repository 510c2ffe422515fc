#pragma once
// Objects of a verb that the parse hangs elsewhere, or takes for something else. Where a token is asked for, size()
// says that there is none.

#include "predicate/tree.hpp"

namespace stemma::predicate {

using TokenIndex = std::uint32_t;

// "met the envoy in Rome, their first TALKS since May": says what it was, and is no second object.
bool is_behind_comma(const Tree& tree, TokenIndex object);

// "sent Kyiv the tanks", both parsed as objects: the first one gets the second. size() where there are no two.
TokenIndex first_of_two_objects(const Tree& tree, TokenIndex verb);

// "sell Greece three frigates", with the name hung on the thing: before a numeral it is no part of it. size(): none.
TokenIndex name_before_numeral(const Tree& tree, TokenIndex object);

// The same behind a preposition: "give to Peru 20 tanks".
TokenIndex name_in_front(const Tree& tree, TokenIndex adposition);

// "had sent Peru drones", "gives Peru support": the bare name of a country before what it gets, which has no article of
// its own. size(): none.
TokenIndex name_before_things(const Tree& tree, TokenIndex verb, TokenIndex object);

// "gave Peru 14 OF THE TANKS", with the number hung on the name. size(): none.
TokenIndex number_behind_name(const Tree& tree, TokenIndex name);

// "bought 24 USED JETS", with the participle taken for a verb of its own. size(): none.
TokenIndex thing_behind_participle(const Tree& tree, TokenIndex number);

// "gave Peru up to 14 TANKS", where the parse reads "up" and "to" apart: a bound, and what it counts. size(): none.
TokenIndex thing_up_to(const Tree& tree, TokenIndex verb);

// "gave Peru between 10 and 20 TANKS": the same. size(): none.
TokenIndex thing_between(const Tree& tree, TokenIndex verb);

// "gave them a month; the last plane left": what the parse takes for one more object is another clause.
bool is_parted(const Tree& tree, TokenIndex verb, TokenIndex object);

// "sent tanks to Peru and JETS to Chile", where the parse joins the second thing to the verb.
bool is_joined_thing(const Tree& tree, TokenIndex verb, TokenIndex child);

// "bought frigates from Peru and HELICOPTERS from Chile", where the parse joins the second thing to the name: what has
// a number or a phrase like the name's own is one more object.
bool is_thing_behind_name(const Tree& tree, TokenIndex verb, TokenIndex preposition, TokenIndex thing);

// "shot down with HELP from Peru": who helps is not the one who does it.
bool is_help(const Tree& tree, TokenIndex preposition, TokenIndex noun);

// "bought frigates from the EMIRATES and trucks from Peru", with the name hung on the second thing. size(): none.
TokenIndex name_joined_in_front(const Tree& tree, TokenIndex thing);

// "called Castro “a criminal …”": what he is called, which the parse takes for a second name of his. size(): nothing.
TokenIndex called_name(const Tree& tree, TokenIndex verb, TokenIndex object);

// "called Castro “President Ortega”", taken for one name: who is called so. size(): nobody.
TokenIndex name_before_quotation(const Tree& tree, TokenIndex verb, TokenIndex object);

} // namespace stemma::predicate
