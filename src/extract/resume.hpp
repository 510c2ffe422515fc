#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// "A third attempt", "preparations for another launch": drafts of frames that resume take the roles they leave open
// from the nearest event of their type, told before or, in the same sentence, behind. As with a
// pronoun, the word itself shows them. Without such an event, or where the word governs one itself ("attempts to launch
// a satellite"), they are dropped.
void resume_events(const Scene& scene, std::vector<Draft>& drafts);

} // namespace stemma::extract
