#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// "approved the sale of missiles", "sent a package of weapons": the verb and its noun tell one event, each with a part
// of what is known. Of two such drafts one is left, with the sides of both. Drafts keep their order.
void absorb_nominals(const Scene& scene, std::vector<Draft>& drafts);

} // namespace stemma::extract
