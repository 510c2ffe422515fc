#pragma once

#include "extract/scene.hpp"

namespace stemma::extract {

// Does the order of its words leave open whether the clause is so: "Did Peru sell tanks?", "Had Peru sold tanks, Chile
// would know", "Were Peru to sell tanks, …"? What asks for a reason, a place or a day takes the rest for granted.
bool is_left_open(const Scene& scene, const predicate::Predication& clause);

} // namespace stemma::extract
