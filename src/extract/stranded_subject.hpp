#pragma once

#include "extract/scene.hpp"

namespace stemma::extract {

// The noun before a verb without a subject of its own that stands between a comma and the verb: "…, an official said".
// Parsers hang it on the last noun of what is said, as if it told more of that. Empty: there is none.
std::optional<TokenIndex> find_stranded_subject(const Scene& scene, TokenIndex verb);

} // namespace stemma::extract
