#pragma once
// "Since the war began", "since Russia's invasion": a war that the pack knows, for the day on which it broke out.

#include "extract/calendar.hpp"
#include "extract/scene.hpp"

#include <vector>

namespace stemma::extract {

struct Outbreak {
  TokenIndex first = 0, last = 0; // words [first, last), "since" included
  TokenIndex head = 0;            // the token that hangs them into the sentence
  Day day;
};

// Of wars that the document is about: both sides are named in it. Those of which the text says the day itself are for
// the reader of times.
std::vector<Outbreak> find_outbreaks(const Scene& scene, Day published);

} // namespace stemma::extract
