#pragma once

#include "predicate/tree.hpp"

namespace stemma::predicate {

// Is the phrase around this noun one that a sentence sets apart from what it tells: "not by IRAN", "all but HUNGARY",
// "apart from PERU", "rather than CHILE"? Such a phrase fills no role.
bool is_left_out(const Tree& tree, std::uint32_t noun);

// "instead of SELLING tanks", "rather than SELL them": named as what was not done.
bool is_passed_over(const Tree& tree, std::uint32_t predicate);

// "not Peru BUT CHILE": the second member, joined to one that is left out, is the one that is meant.
bool is_set_against(const Tree& tree, std::uint32_t left_out, std::uint32_t next);

// "did not sell tanks to Peru BUT TO CHILE": what the "not" of the verb does not deny.
bool is_excepted_from_denial(const Tree& tree, std::uint32_t verb, std::uint32_t denied, std::uint32_t next);

} // namespace stemma::predicate
