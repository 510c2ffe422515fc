#pragma once
// Builds the arrays of a trie from names.

#include "pack/lexicon.hpp"
#include "pack/trie.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace stemma::pack {

struct TrieArrays {
  std::string characters;
  std::vector<std::uint32_t> token_starts, root_children;
  std::vector<TokenSlot> slots;
  std::vector<TrieNode> nodes;
  std::vector<TrieEdge> edges;
  std::vector<CaseGroup> groups;
  std::vector<ReadingRange> subsets;
  std::vector<Alias> readings;

  Trie view() const;
};

// The key of a name in the trie: its folded pieces, parted by blanks. Names with the same key can meet in a text.
std::string trie_key(const std::string& name);

// Depends on the lexicon alone. Names without a letter, and of more than 64 pieces, are left out.
TrieArrays build_trie(const Lexicon& lexicon);

} // namespace stemma::pack
