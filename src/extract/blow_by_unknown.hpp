#pragma once

#include "extract/draft.hpp"

#include <vector>

namespace stemma::extract {

// "Gunmen attacked a bus in PERU", "an air strike on a camp near LIMA killed ten": a blow of which the text says whom
// or where it befell, and not who dealt it.
bool is_blow_by_unknown(const Scene& scene, const Draft& draft);

// The murders, shootings and assaults of a text that tells of no state and no group that strikes anybody: no war, and no
// event. What drones, missiles, gunmen and rebels do stays.
void empty_crimes(const Scene& scene, std::vector<Draft>& drafts);

// "GUNMEN", "a SUICIDE BOMBER", "ARMED MEN": who act on no state's behalf.
bool is_band(const Scene& scene, TokenIndex t);

// "GUNMEN killed nine in Peru" in a report that tells of Chile's war as well: they are no state's, whoever else strikes
// there. What is true of a party's type, `acting_bodies` of the kind says: an armed group they may be.
bool is_foreign_to_band(const Scene& scene, const Draft& draft, EntityIndex state);

// The one was dealt by such men, the other one by a state.
bool are_of_band_and_state(const Scene& scene, const Draft& a, const Draft& b);

} // namespace stemma::extract
