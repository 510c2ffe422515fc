#pragma once
// The lexicon as the Turtle has it, before it is compiled.

#include "pack/pack.hpp"

#include <string>
#include <vector>

namespace stemma::pack {

struct Name {
  std::string text;
  AliasKind kind = AliasKind::name;
  bool exact_case = false;
  bool needs_context = false;
};

struct Entry {
  Concept meaning;
  std::vector<Name> names; // that are looked for in texts: sorted, none twice
};

struct Lexicon {
  std::vector<Entry> entries; // by IRI; a ConceptId is a place in this list
  std::vector<Cue> cues;      // by kind, text, value
};

} // namespace stemma::pack
