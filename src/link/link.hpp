#pragma once
// Mentions to entities: who and what is named in one document. A pure function of the document, the pack and the
// language model's analysis.

#include "language/analysis.hpp"
#include "model/record.hpp"
#include "pack/pack.hpp"
#include "text/prepared_text.hpp"

#include <memory>
#include <string>
#include <vector>

namespace stemma::link {

struct Linked {
  std::vector<Entity> entities;  // by id; every entity has a mention
  std::vector<Diagnostic> notes; // how ambiguous names were decided, names left unlinked
};

class Vocabulary;

// What is known before the first document: compiled from the pack once, then shared by all threads.
class Linker {
public:
  explicit Linker(std::shared_ptr<const pack::Pack> pack);
  ~Linker();

  // `document.id` must be set: what is not in the lexicon gets an IRI below it. `analysis` is of `text.clean`
  // (nullptr: no language model; names are then found by their shape and titles).
  // Mentions may lie inside one another: a country in the name of its ministry, a weapon in its fullest phrase.
  Linked link(const text::PreparedText& text, const Document& document, const language::Analysis* analysis) const;

private:
  std::shared_ptr<const pack::Pack> pack_;
  std::unique_ptr<const Vocabulary> vocabulary_;
};

// The same for one document; compiling the pack's words costs more than a short document.
// `document.id` must be set: what is not in the lexicon gets an IRI below it.
Linked link(const text::PreparedText& text, const Document& document, const pack::Pack& pack,
            const language::Analysis* analysis);

} // namespace stemma::link
