#pragma once

#include "predicate/predication.hpp"
#include "predicate/tree.hpp"

#include <optional>

namespace stemma::predicate {

// "denied [supplying shells] to Ukraine", where the parse takes the gerund for an adjective of "shells": the verb that
// governs the gerund. Absent: the token is no such gerund.
std::optional<TokenIndex> find_gerund_governor(const Tree& tree, TokenIndex token);

} // namespace stemma::predicate
