#pragma once

#include "predicate/predication.hpp"
#include "predicate/tree.hpp"

namespace stemma::predicate {

// Says of every predication what it is embedded in (`above`, `relation`, and `mark` where a preposition leads in).
void attach(const Tree& tree, Predications& predications);

// Fills positions that the sentence leaves to the reader: relative clauses, control and raising, coordination, light
// verbs, copulas. Needs `attach` first.
void share_arguments(const Tree& tree, Predications& predications);

} // namespace stemma::predicate
