#pragma once
// What parsers often get wrong inside a phrase, and the words around show plainly.

#include "language/analysis.hpp"
#include "predicate/mending.hpp"

#include <vector>

namespace stemma::predicate {

// Sets right in the arcs of the sentence [first, last):
//   "died in Peruvian shelling": the shelling is a thing, not what somebody does next to Peru
//   "fined firms for shipping tools": they ship
//   "fired missiles, supplied by Peru": the missiles are Peru's gift
//   "was seen by satellites preparing a launch": not the satellites prepare it
//   "it was Peru, not Chile, that": Chile is not meant, and it was Peru
//   "is bombing Peru", "criticised plans by Peru to hold drills": Peru is bombed; Peru plans
//   "sent men, backed by tanks, to Peru": sent to Peru, behind the aside
//   "the killing of Smith, which", "in Peru on May 3, where": which killing, and where in Peru
// A pass over the tokens of a sentence for each of its few phrases of the kind.
void mend_descriptions(const std::vector<language::Token>& tokens, std::uint32_t first, std::uint32_t last, Arcs& arcs);

} // namespace stemma::predicate
