#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// One sentence often tells one event with several predicates: "an air strike hit the port", "was killed in an attack",
// "shelled the town, wounding five". Gives the governing draft the roles of the others and notes at each of these
// (`within`) the draft that speaks for it.
void share_tellings(const Scene& scene, std::vector<Draft>& drafts);

// Removes the drafts that another one speaks for, which takes the time and the quantities it lacks from them.
void fold_tellings(std::vector<Draft>& drafts);

} // namespace stemma::extract
