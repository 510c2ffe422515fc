#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// One for each sentence that has the word of an event and somebody or something named, and of which neither `kept` nor
// anything merged into them tells: with the first such word's frame and why nothing came of it. `matched`: all drafts
// that filled what their frames require, before any was dropped.
std::vector<Abstention> abstentions(const Scene& scene, const std::vector<predicate::PredicationIndex>& matched,
                                    const std::vector<Draft>& kept);

} // namespace stemma::extract
