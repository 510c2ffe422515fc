#pragma once
// Mentions to entities: who and what is named in one document. A pure function of the document, the pack and the
// language model's analysis.

#include "language/analysis.hpp"
#include "model/record.hpp"
#include "pack/pack.hpp"
#include "text/prepared_text.hpp"

#include <string>
#include <vector>

namespace stemma::link {

struct Linked {
  std::vector<Entity> entities; // by id; every entity has a mention
  std::vector<Diagnostic> notes; // how ambiguous names were decided, names left unlinked
};

// `document.id` must be set: what is not in the lexicon gets an IRI below it. `analysis` is of `text.clean`
// (nullptr: no language model; names are then found by their shape and titles).
Linked link(const text::PreparedText& text, const Document& document, const pack::Pack& pack,
            const language::Analysis* analysis);

} // namespace stemma::link
