#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// In whose voice a whole text speaks: "Statement by X on …", "Remarks from Y", "X's address to …", as its title says.
// Several speak together in a joint statement. Empty: the text is told by nobody in particular, as news is.
std::vector<Speaker> document_voice(Scene& scene);

// "X: …" at the start of lines, as in an interview or the transcript of a briefing: who speaks from a token on.
struct Turn {
  TokenIndex first = 0, last = 0; // [first, last): what is said
  std::optional<Speaker> speaker; // absent: somebody who only asks
};

// By place; empty unless several lines start so.
std::vector<Turn> find_turns(Scene& scene);

} // namespace stemma::extract
