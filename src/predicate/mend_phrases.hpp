#pragma once
// Phrases that parsers hang in the wrong place where the words around show the right one.

#include "predicate/mending.hpp"

namespace stemma::predicate {

// Sets right in the arcs of the sentence [first, last):
//   "pledged to deliver jets, along with spare parts, TO Peru": delivered to Peru
//   "placed an order for jets, the LARGEST of its kind": the order, and no second thing placed
//   "signed for jets WORTH a million": the worth tells of the jets, and is nothing done
//   "approved the sale TO Peru OF jets": the sale is to Peru, and of jets
//   "RE-EXPORTED jets": one verb
//   "massed troops on the border WITH Peru", "massed troops NORTH of the river": where they are
//   "According to the ministry, which is new, PERU in May sent jets": Peru sent them
// In time that grows as the tokens do.
void mend_phrases(const std::vector<language::Token>& tokens, std::uint32_t first, std::uint32_t last, Arcs& arcs);

} // namespace stemma::predicate
