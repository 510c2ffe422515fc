#pragma once
// A word form with the features the model reads of it.

#include "language/string_id.hpp"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace stemma::language {

// The lexical attributes of a text; all ids are string_id of the attribute's text.
struct LexicalAttributes {
  StringId orth = 0;
  StringId norm = 0;
  StringId prefix = 0; // first code point
  StringId suffix = 0; // last three
  StringId shape = 0;  // "Xxxx", "dd"
  std::string lower;
  bool is_space = false;
};

// The table lexeme_norm of vocab/lookups.bin.
using NormTable = std::unordered_map<StringId, StringId>;

LexicalAttributes lexical_attributes(std::string_view text, const NormTable& norms);

// "Xxxx-dd": letters as X and x, digits as d, at most four equal ones in a row; "LONG" from 100 code points on.
std::string word_shape(std::string_view text);

std::string lower_case(std::string_view text);

// A text that a tokenizer exception or a cut makes into a token; `norm` 0: the text's own.
struct Form {
  std::string text;
  StringId norm = 0;
  friend bool operator==(const Form&, const Form&) = default;
};

// What is known of a form. Belongs to one thread; `slots` and `lemmas` remember what was computed for it.
struct Lexeme {
  static constexpr std::uint32_t no_slot = ~0U;
  struct CachedLemma {
    std::uint16_t pos;
    std::uint16_t morph;
    std::string lemma;
  };

  std::string text;
  LexicalAttributes attributes;
  std::uint32_t code_points = 0;
  std::uint32_t special_symbol = 0;                                                  // Tokenizer::find_special_symbol
  std::vector<std::uint32_t> rules;                                                  // AttributeRuler::alternatives_for
  mutable std::array<std::uint32_t, 4> slots = {no_slot, no_slot, no_slot, no_slot}; // EmbeddingCache
  mutable std::vector<CachedLemma> lemmas;
};

} // namespace stemma::language
