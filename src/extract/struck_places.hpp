#pragma once
// "The strike on TYRE, which killed three people": parses hang the clause on the town, but it was the strike that
// killed.

#include "extract/draft.hpp"

namespace stemma::extract {

// Empties what such a clause would tell of the town as the one who did the harm; what came of it is the strike's.
void empty_deeds_of_struck_places(const Scene& scene, std::vector<Draft>& drafts);

} // namespace stemma::extract
