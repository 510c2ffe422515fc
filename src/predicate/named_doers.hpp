#pragma once
// Who does what a clause tells, where he stands behind a preposition of the words above it.

#include "predicate/predication.hpp"
#include "predicate/tree.hpp"

#include <vector>

namespace stemma::predicate {

// "imposed sanctions on PERU for selling", "grateful to PERU for sending", "extracted a pledge from PERU to leave":
// whoever sells, sends and leaves. Empty: nobody is named so.
std::vector<Argument> doers_named_above(const Tree& tree, const Predications& all, const Predication& above,
                                        const Predication& clause);

} // namespace stemma::predicate
