#pragma once

#include "audit/difference.hpp"

#include <string>

namespace stemma::audit {

// For people: documents, then what became known (+), changed (~), was withdrawn (-) and is contradicted (!). Empty
// where nothing differs. Nothing in it can do anything to a terminal.
std::string difference_text(const Difference& difference, const Result& before, const Result& after);

// One JSON object, indented, with a line break at its end.
std::string difference_json(const Difference& difference);

} // namespace stemma::audit
