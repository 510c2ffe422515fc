#pragma once

#include "predicate/predication.hpp"
#include "predicate/tree.hpp"

namespace stemma::predicate {

// Tense, aspect, voice, mood and polarity from the auxiliaries, adverbs and determiners around the predicate.
void read_features(const Tree& tree, Predication& predication);

} // namespace stemma::predicate
