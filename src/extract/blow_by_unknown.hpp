#pragma once

#include "extract/draft.hpp"

#include <vector>

namespace stemma::extract {

// "Gunmen attacked a bus in PERU", "an air strike on a camp near LIMA killed ten": a blow of which the text says whom or
// where it befell, and not who dealt it.
bool is_blow_by_unknown(const Scene& scene, const Draft& draft);

// The murders, shootings and assaults of a text that tells of no state and no group that strikes anybody: no war, and no
// event. What drones, missiles, gunmen and rebels do stays.
void empty_crimes(const Scene& scene, std::vector<Draft>& drafts);

} // namespace stemma::extract
