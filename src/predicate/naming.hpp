#pragma once

#include "predicate/predication.hpp"
#include "predicate/tree.hpp"

namespace stemma::predicate {

// "what it called A RAID", "what it described as A RAID", "what it said was A RAID": what the clause stands for.
// size(): it is no such clause.
TokenIndex meant_by(const Tree& tree, TokenIndex clause);

// "called the leader A FOOL", where the parse takes the name he is given for an apposition. size(): none.
TokenIndex name_apposed(const Tree& tree, TokenIndex verb, TokenIndex object);

// "denounced as CRUEL the raid": what is said of the raid. size(): what stands behind "as" is no such phrase.
TokenIndex quality_in_front(const Tree& tree, TokenIndex as, TokenIndex object);

} // namespace stemma::predicate
