#pragma once

#include "pack/pack.hpp"

#include <string_view>

namespace stemma::statements {

// The one news agency that bears the name ("AFP"), as a credit writes it; no_concept: the lexicon has none, or several.
pack::ConceptId find_news_agency(std::string_view name, const pack::Pack& pack);

} // namespace stemma::statements
