#pragma once
// "The attack came on Friday", "the package is worth $2 billion": nouns that take up an event told before.

#include "extract/draft.hpp"

namespace stemma::extract {

// Adds a draft for each such noun, `again` and `within` the one it takes up: what it says of time and quantity is of
// that event. Nouns that name anybody who has no part in an event do not take it up.
void add_later_mentions(const Scene& scene, std::vector<Draft>& drafts);

// Takes those out again that say neither.
void drop_empty_mentions(std::vector<Draft>& drafts);

} // namespace stemma::extract
