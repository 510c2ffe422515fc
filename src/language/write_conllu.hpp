#pragma once
// An Analysis as CoNLL-U (universaldependencies.org/format.html).

#include "language/analysis.hpp"

#include <string>
#include <string_view>

namespace stemma::language {

// Begins with "# newdoc id = <id>"; one block for each sentence. White-space tokens are no words of CoNLL-U: they are
// left out, and a token whose head is one is attached to that one's nearest head that is a word. Tags, labels
// and features are the model's (Penn tags, ClearNLP labels). MISC holds start and end in code points of the text,
// "SpaceAfter=No", and "Entity=B-ORG". Other control characters, and bytes that are no UTF-8, are written as U+FFFD.
std::string write_conllu(std::string_view id, std::string_view text, const Analysis& analysis);

} // namespace stemma::language
