#pragma once

#include "audit/explanation.hpp"

#include <string>

namespace stemma::audit {

// For people: the event, then a tree of its origins, their claims, and the words of each, with the names of those who
// play in it in [brackets]. Nothing in it can do anything to a terminal.
std::string explanation_text(const Explanation& explanation, const Result& result);

} // namespace stemma::audit
