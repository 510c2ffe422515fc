#pragma once

#include "extract/dating.hpp"
#include "extract/draft.hpp"

namespace stemma::extract {

// "Japan condemned the launch": turned against an event, it is turned against who did that. Events of kinds that say
// so (EventKind::against_doer) and name nobody on their second side take the first side of the event they name, told
// in the same sentence or the last one of its type before. The others must have their sides filled.
void turn_against_doers(const Scene& scene, const Dating& dating, std::vector<Draft>& drafts);

} // namespace stemma::extract
