#pragma once

#include "predicate/tree.hpp"

namespace stemma::predicate {

// "Rome for its raid on Oslo and BERN for its silence": the second name opens a clause of which the verb is left out,
// whatever the parse joins it to. A dash may open the first: "both were fined – ROME for its noise and Bern for its
// silence". Such a name fills no role beside the one it is joined to.
bool opens_gapped_clause(const Tree& tree, std::uint32_t name);

} // namespace stemma::predicate
