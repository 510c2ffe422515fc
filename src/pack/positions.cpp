#include "pack/positions.hpp"

#include <algorithm>
#include <array>

namespace stemma::pack {

namespace {

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 37> named = {
    "subject", "object",    "indirect",     "possessor",    "modifier", "demonym",        "time",        "complement",
    "self",    "reporter",  "asker",        "bidder",       "company",  "decider",        "user",        "gainer",
    "pursuer", "responder", "blamed",       "opposed",      "defended", "clause-subject", "attributive", "compound",
    "bound",   "voicer",    "granter",      "hinderer",     "partner",  "charge",         "spoken-of",   "counterparty",
    "course",  "thwarted",  "first-of-two", "second-of-two", "stricken"};

constexpr std::array<std::string_view, 79> prepositions = {"aboard",
                                                           "about",
                                                           "above",
                                                           "according",
                                                           "across",
                                                           "after",
                                                           "against",
                                                           "along",
                                                           "alongside",
                                                           "amid",
                                                           "among",
                                                           "amongst",
                                                           "around",
                                                           "as",
                                                           "at",
                                                           "because",
                                                           "before",
                                                           "behind",
                                                           "below",
                                                           "beneath",
                                                           "beside",
                                                           "besides",
                                                           "between",
                                                           "beyond",
                                                           "by",
                                                           "concerning",
                                                           "despite",
                                                           "down",
                                                           "due",
                                                           "during",
                                                           "except",
                                                           "excluding",
                                                           "following",
                                                           "for",
                                                           "from",
                                                           "in",
                                                           "including",
                                                           "inside",
                                                           "instead",
                                                           "into",
                                                           "like",
                                                           "near",
                                                           "next",
                                                           "of",
                                                           "off",
                                                           "on",
                                                           "onto",
                                                           "opposite",
                                                           "out",
                                                           "outside",
                                                           "over",
                                                           "past",
                                                           "per",
                                                           "pending",
                                                           "regarding",
                                                           "since",
                                                           "than",
                                                           "through",
                                                           "throughout",
                                                           "till",
                                                           "to",
                                                           "together",
                                                           "toward",
                                                           "towards",
                                                           "under",
                                                           "underneath",
                                                           "until",
                                                           "unto",
                                                           "up",
                                                           "upon",
                                                           "versus",
                                                           "via",
                                                           "with",
                                                           "within",
                                                           "without",
                                                           "worth",
                                                           "atop",
                                                           "save",
                                                           "notwithstanding"};

constexpr std::array<std::string_view, 26> particles = {
    "about",   "across", "ahead",    "along",   "apart", "around", "aside", "away", "back",
    "by",      "down",   "forth",    "forward", "in",    "off",    "on",    "out",  "over",
    "through", "to",     "together", "under",   "up",    "upon",   "with",  "for"};

bool is_prepositional(std::string_view phrase) {
  while (true) { // "out of": the prepositions one after another
    const auto blank = phrase.find(' ');
    if (!one_of(phrase.substr(0, blank), prepositions)) return false;
    if (blank == std::string_view::npos) return true;
    phrase.remove_prefix(blank + 1);
  }
}

} // namespace

bool is_position(std::string_view name) {
  return one_of(name, named) || is_prepositional(name.starts_with("low-") ? name.substr(4) : name);
}

bool stands_beside_verb(std::string_view position) {
  return position != "possessor" && position != "modifier" && position != "demonym" && position != "compound";
}

bool stands_beside_noun(std::string_view position) { return position != "complement" && position != "time"; }

bool is_particle(std::string_view word) { return one_of(word, particles); }

} // namespace stemma::pack
