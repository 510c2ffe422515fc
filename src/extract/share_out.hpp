#pragma once
// One verb that gives several things to several parties.

#include "extract/dating.hpp"

namespace stemma::extract {

// "sent tanks to Peru and jets to Chile", "has sent ten tanks to Peru, Spain six", "sent ten tanks in 2012 and six in
// 2015": one draft for each party or time and what goes with it, in the order of the text; the draft alone where it
// tells of one.
std::vector<Draft> share_out(const Scene& scene, const Dating& dating, const Draft& draft);

} // namespace stemma::extract
