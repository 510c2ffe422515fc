#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// Who speaks where the phrase headed by `token` is the subject of a word of saying, or stands after "according to":
// the person of an apposition before the office ("the minister, X"), the maker of a report ("a list compiled by X"),
// whoever a pronoun stands for; people without a name become an entity of kind anonymous, added to the scene. Members
// of a coordination come one by one. The words that show them are their own mention or phrase. Empty: nobody.
std::vector<Speaker> find_speakers(Scene& scene, TokenIndex token);

} // namespace stemma::extract
