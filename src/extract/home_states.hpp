#pragma once

#include "extract/scene.hpp"

namespace stemma::extract {

// Gives persons whom only this document knows the country in whose office they are shown: "Polish minister X", "X, a
// spokesman for the Polish government", "Defence Minister X" below a dateline in Warsaw, where the text names Poland.
// Who holds no office of a state ("Polish analyst X") stays without one: he speaks for himself.
void give_home_states(Scene& scene);

} // namespace stemma::extract
