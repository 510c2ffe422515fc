#pragma once
// "Sent it EQUIPMENT", "gave them 40 old TRUCKS": goods that are arms only because somebody gives them to an army or a
// state. The lexicon does not take them for such; the event does.

#include "extract/draft.hpp"

namespace stemma::extract {

// Gives the things that fill a role by their words alone an entity of the document.
void name_goods(Scene& scene, const Document& document, std::vector<Draft>& drafts);

} // namespace stemma::extract
