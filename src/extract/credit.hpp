#pragma once

#include "extract/attribution.hpp"

namespace stemma::extract {

// Says of a draft whose chains are known whether those credited tell the event or only name it in passing ("X said the
// strike was a mistake"), and whether the text tells it in its own voice: `chains` become `naming`, or `own_voice` is
// set. Where a whole text is in somebody's voice, he tells whatever it names.
void sort_credit(const Scene& scene, bool in_a_voice, Draft& draft);

// Adds those who say what came of the event: "… has killed 20 people, according to the ministry". Wants the counts laid
// on the draft.
void credit_outcomes(const Scene& scene, Attribution& attribution, Draft& draft);

// What the text tells itself is not put down to somebody who only names it; what nobody tells is put down to those who
// name it. Of chains of which one begins the other the longer one stays. Wants the drafts merged.
void settle_credit(std::vector<Draft>& drafts);

// Adds the chains of `more` that are not yet among `chains`.
void add_chains(std::vector<std::vector<Speaker>>& chains, std::vector<std::vector<Speaker>>&& more);

} // namespace stemma::extract
