#pragma once

#include "fuse/compatible.hpp"

namespace stemma::fuse {

// On whose word a chain of attribution rests: its last one who has a name, or whose words name the body that speaks
// through him; a state for its agencies and office-holders. A news agency passes on what others say, wherever it
// stands: it is the last one where nobody else is named. `none`: nobody is named.
EntityNumber last_named(const Corpus& corpus, const Relations& relations, const std::vector<EntityNumber>& chain);

} // namespace stemma::fuse
