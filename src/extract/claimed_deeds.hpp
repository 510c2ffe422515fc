#pragma once

#include "extract/draft.hpp"

#include <vector>

namespace stemma::extract {

// "A bomb hit a mosque in Kabul. Islamic State claimed responsibility for THE ATTACK": who did it and whom it befell
// are told apart. Each of the two drafts gets the side it lacks from the other one, as implied. "Islamic State
// claimed responsibility" of which no more is said is for the attack told last, if that is nobody's yet.
void join_claimed_deeds(const Scene& scene, std::vector<Draft>& drafts);

} // namespace stemma::extract
