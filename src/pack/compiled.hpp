#pragma once
// The compiled form of a pack: one run of bytes, used where it lies.

#include "pack/lexicon.hpp"
#include "pack/pack.hpp"

#include <memory>
#include <string>

namespace stemma::pack {

// The bytes depend on the lexicon alone.
std::string compile(const Lexicon& lexicon);

// A pack that lives on the bytes; nullptr when they are not what `compile` makes. `hash` is the pack's.
std::shared_ptr<const Pack> open_compiled(std::string bytes, const std::string& hash);

} // namespace stemma::pack
