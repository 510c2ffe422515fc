#pragma once
// A text while the parts of a pipeline work on it.

#include "language/lexeme.hpp"
#include "language/name_table.hpp"

#include <vector>

namespace stemma::language {

struct DocumentToken {
  const Lexeme* lexeme = nullptr;
  std::uint32_t byte_start = 0;
  std::uint32_t code_point_start = 0;
  bool space_after = false; // spaCy's SPACY: a blank follows that is part of no token

  NameId tag = 0;
  NameId pos = 0;
  NameId morph = 0;
  NameId dep = 0;
  NameId ruled_lemma = 0; // the attribute ruler's; 0: none
  std::uint32_t head = 0; // index; the token itself for a root
  bool sent_start = false;
  char ent_iob = 'O';
  NameId ent_type = 0;

  bool is_space() const { return lexeme->attributes.is_space; }
  std::uint32_t byte_end() const { return byte_start + static_cast<std::uint32_t>(lexeme->text.size()); }
};

using Document = std::vector<DocumentToken>;

} // namespace stemma::language
