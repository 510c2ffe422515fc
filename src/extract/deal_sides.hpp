#pragma once
#include "extract/scene.hpp"

#include <vector>

namespace stemma::extract {

// "Spain and Peru signed a deal under which Spain will PROVIDE jets": the other party of the deal that lays down what
// the predication tells, Peru. Nobody, where the deal has not just two.
std::vector<TokenIndex> other_side_of_deal(const Scene& scene, const predicate::Predication& predication);

// "SPAIN and PERU swapped tanks for jets": the first or the second of the two who do it together.
std::vector<TokenIndex> one_of_two(const Scene& scene, const predicate::Predication& predication, bool second);

} // namespace stemma::extract
