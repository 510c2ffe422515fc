#pragma once
// The text of a regular expression, as Python's `re` writes it, as a tree. Only what tokenizers of spaCy use is
// understood: literals, classes, \w \d \s and their opposites, groups, | ? * + {m,n}, ^ $, lookahead and lookbehind.

#include "language/char_set.hpp"
#include "language/model_files.hpp"

#include <memory>

namespace stemma::language {

struct PatternNode {
  enum class Kind { set, sequence, choice, repeat, begin, end, look };
  static constexpr unsigned unbounded = ~0U;

  Kind kind = Kind::sequence;
  std::shared_ptr<const CharSet> set;
  std::vector<PatternNode> children;
  unsigned least = 0; // repeat
  unsigned most = 0;
  bool behind = false; // look
  bool negative = false;
};

// Throws stemma::Error naming the file, the field and the place in the pattern.
PatternNode parse_pattern(const ModelFile& file, std::string_view field, std::string_view text);

// Whether a text of ASCII letters alone could match: false only if it surely cannot.
bool can_match_letters(const PatternNode& node);

// What the first (or, backwards, the last) character of a match may be. Not `certain`: a match may be empty or its
// first character is not known.
struct EdgeSet {
  std::vector<std::shared_ptr<const CharSet>> sets;
  bool certain = false;
};
EdgeSet edge_of(const PatternNode& node, bool backward);

} // namespace stemma::language
