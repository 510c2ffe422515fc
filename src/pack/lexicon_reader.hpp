#pragma once
// From the statements of a pack to its lexicon.

#include "pack/lexicon.hpp"
#include "pack/statements.hpp"
#include "text/region_names.hpp"

#include <string_view>
#include <vector>

namespace stemma::pack {

// Names in `language` are kept for matching, those of other languages are not. `regions`: what ICU calls the countries.
Lexicon read_lexicon(const Subjects& subjects, std::string_view language, const std::vector<text::RegionName>& regions);

} // namespace stemma::pack
