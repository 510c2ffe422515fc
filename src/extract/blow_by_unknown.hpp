#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// "Gunmen attacked a bus in PERU", "an air strike on a camp near LIMA killed ten": a blow of which the text says whom or
// where it befell, and not who dealt it.
bool is_blow_by_unknown(const Scene& scene, const Draft& draft);

} // namespace stemma::extract
