#pragma once

#include "audit/validate.hpp"

#include <string>

namespace stemma::audit {

// A JSON object, indented: {"conforms", "violations": [{"focus", "path", "value", "component", "shape", "message"}]}.
std::string violations_json(const Validation& found);

} // namespace stemma::audit
