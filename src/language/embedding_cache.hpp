#pragma once
// What Tok2Vec keeps by word form. Belongs to one thread and one Tok2Vec; what is in it never changes a result.

#include "language/tok2vec.hpp"

namespace stemma::language {

class EmbeddingCache {
public:
  // `which` tells the caches of a thread apart: 0 or 1.
  EmbeddingCache(const Tok2Vec& tok2vec, std::size_t which);

  // Afterwards `entry` is valid for each of the tokens, until the next call. At most `most_tokens`.
  static constexpr std::size_t most_tokens = 128;
  void require(std::span<const DocumentToken> tokens);
  const float* entry(const DocumentToken& token) const {
    return entries_.data() + token.lexeme->slots[variant(token)] * Tok2Vec::entry_size;
  }

  void clear(); // the lexemes are gone

private:
  struct Slot {
    const Lexeme* owner = nullptr;
    std::size_t variant = 0;
    std::uint64_t used = 0; // the number of the call to `require` that used it last
    bool recent = false;
  };

  std::size_t variant(const DocumentToken& token) const {
    return which_ * 2 + (tok2vec_.reads_space_after() && token.space_after ? 1 : 0);
  }
  std::uint32_t free_slot();

  const Tok2Vec& tok2vec_;
  std::size_t which_;
  std::vector<Slot> slots_;
  FloatBuffer entries_;
  std::uint64_t call_ = 0;
  std::size_t hand_ = 0;
  std::vector<DocumentToken> missing_;
  FloatBuffer fresh_;
};

} // namespace stemma::language
