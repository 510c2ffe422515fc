#pragma once
// Who wants trade in arms to stop calls for a ban.

#include "extract/draft.hpp"

namespace stemma::extract {

// "wants Berlin to stop selling tanks to Chad", "arms sales to Chad must end": beside each draft of an event that
// somebody wants stopped, a draft of the frame that bars such events (stm:bars), wanted, between the same two sides.
// Run it when the sides of the drafts are known.
void add_calls_to_stop(const Scene& scene, std::vector<Draft>& drafts);

} // namespace stemma::extract
