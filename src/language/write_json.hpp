#pragma once
// An Analysis as a line of JSON.

#include "language/analysis.hpp"

#include <string>
#include <string_view>

namespace stemma::language {

// One line, ended by a line feed: {"path": …, "tokens": [{"text", "start", "end", "tag", "pos", "morph", "lemma",
// "head", "dep", "sent_start", "ent_iob", "ent_type"}]}. Offsets count code points of the text, end exclusive; head
// is an index into the tokens, a root's its own.
std::string write_json(std::string_view path, std::string_view text, const Analysis& analysis);

} // namespace stemma::language
