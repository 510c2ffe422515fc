#pragma once
// The grammatical positions that a frame may name, and beside which triggers there are such.

#include <string_view>

namespace stemma::pack {

// "subject", "demonym", "to", "low-to", "out of", "reporter" … A position that is no name of its own is a preposition.
bool is_position(std::string_view name);

// Whether an argument may stand there beside a verb (or participle, or adjective), beside a noun.
bool stands_beside_verb(std::string_view position);
bool stands_beside_noun(std::string_view position);

// "up" in "take up": what may be a verb's particle.
bool is_particle(std::string_view word);

} // namespace stemma::pack
