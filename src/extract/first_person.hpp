#pragma once

#include "extract/attribution.hpp"

namespace stemma::extract {

// "I" is whoever speaks where it stands, "we" his country or body: in a quotation, in a text that speaks in somebody's
// voice, in an interview. Sets Scene::referent; leaves open what nobody is known to say.
void resolve_first_person(Scene& scene, Attribution& attribution);

} // namespace stemma::extract
