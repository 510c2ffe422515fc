#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// "Since Russia's invasion": the side that a text takes as known is filled from the pack's conflicts, if the document
// names it somewhere and it was a party by the day of publication (ISO date; empty: not known, any conflict counts).
// Of several opponents the one that the document names most often is taken.
void fill_known_opponents(const Scene& scene, const std::string& published, std::vector<Draft>& drafts);

} // namespace stemma::extract
