#pragma once
// One verb that gives several things to several parties.

#include "extract/draft.hpp"

namespace stemma::extract {

// "sent tanks to Peru and jets to Chile", "has sent ten tanks to Peru, Spain six": one draft for each party and what it
// gets or gives, in the order of the text; the draft alone where it tells of one.
std::vector<Draft> share_out(const Scene& scene, const Draft& draft);

} // namespace stemma::extract
