#pragma once
// The forms in which a text may write a name.

#include "pack/lexicon.hpp"

#include <string>
#include <vector>

namespace stemma::pack {

// The name itself first, then:
//   "U.S.", "U.S" for the acronym "US"; "St Petersburg" for "St. Petersburg"; the plural of a munition ("T-72s").
// Forms that differ in hyphens, blanks, marks of letters or case alone are left to the trie.
std::vector<Name> variants_of(const Name& name, EntityKind kind);

// The regular plural of an English noun phrase: "battery" gives "batteries". Empty for what looks like a plural
// already.
std::string plural_of(const std::string& noun);

} // namespace stemma::pack
