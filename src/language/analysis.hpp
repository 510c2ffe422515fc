#pragma once
// What the language model says of a text: one token after another, with spaCy's names.

#include "model/offset.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::language {

// Views point into the Model or into strings that live as long as the Analysis they come with.
struct Token {
  CodePointSpan span;     // in the text that was analysed
  ByteSpan bytes;         // the same in bytes of its UTF-8
  std::string_view tag;   // fine-grained part of speech, "NNP"
  std::string_view pos;   // coarse part of speech, "PROPN"
  std::string_view morph; // "Number=Sing"
  std::string_view lemma;
  std::string_view dep;   // relation to the head, "nsubj"
  std::uint32_t head = 0; // index of the head token; the token itself for a root
  bool sent_start = false;
  char ent_iob = 'O';        // 'B', 'I', 'O'
  std::string_view ent_type; // "PERSON"; empty outside of entities
};

struct Analysis {
  std::vector<Token> tokens; // white-space tokens too

  std::shared_ptr<const void> model;         // what the tokens' names point into
  std::shared_ptr<const std::string> lemmas; // and their lemmas
};

} // namespace stemma::language
