#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// "signed a trade treaty … signed a DEFENCE pact", "reached a fisheries plan": what is agreed on bears another name.
bool is_other_pact(const Scene& scene, const Draft& known, const Draft& draft);

} // namespace stemma::extract
