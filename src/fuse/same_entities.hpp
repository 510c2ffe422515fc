#pragma once

#include "fuse/corpus.hpp"

#include <string>
#include <vector>

namespace stemma::fuse {

// That two entities which only their documents know are one.
struct SameEntity {
  EntityNumber entity = 0; // the later one
  EntityNumber as = 0;     // the one that stands for the group: of the earliest document, then the smallest IRI
  bool certain = false;    // else only a close match
  std::string_view reason; // English, for readers
};

struct SameEntities {
  std::vector<EntityNumber> group; // by entity: the one that stands for it; itself where it is alone
  std::vector<SameEntity> links;   // by IRI of `entity`
};

// Careful rather than greedy. A person or organisation without an entry in the lexicon is joined with another
// document's of the same kind and the same full name (of two words at least) unless their countries differ; with one
// of a single word only where the two documents are copies of one text. Two whose countries are known and equal, or
// that stand in copies of one text, are certainly the same.
SameEntities same_entities(const Corpus& corpus, const std::vector<DocumentNumber>& lineages);

} // namespace stemma::fuse
