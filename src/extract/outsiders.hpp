#pragma once
// Who turns away from what others have agreed on is no party to it.

#include "extract/draft.hpp"

namespace stemma::extract {

// "Chad rejected the pact that Peru and Chile signed": the pact of Peru and Chile is there, whatever Chad says of it,
// and Chad has none. Run it when the statuses and the chains of the drafts are known.
void leave_out_outsiders(const Scene& scene, std::vector<Draft>& drafts);

} // namespace stemma::extract
