#pragma once

#include "audit/explanation.hpp"

#include <string>

namespace stemma::audit {

// One JSON object, indented, with a line break at its end. Offsets count code points of the decoded source.
std::string explanation_json(const Explanation& explanation);

} // namespace stemma::audit
