#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// Lets the sentence that tells an event say what became of it: "announced a third launch, but it did not take place"
// (cancelled), "launched attacks, but they failed", "fired missiles, all of which were intercepted" (failed).
void settle_fate(const Scene& scene, Draft& draft);

} // namespace stemma::extract
