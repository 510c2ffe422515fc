#pragma once
// The trie over the pieces of all names, in flat arrays: it is used where it lies, in memory or in a snapshot.

#include "pack/pack.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace stemma::pack {

using TokenId = std::uint32_t; // of a folded piece
inline constexpr TokenId no_token = 0xffffffff;

struct TokenSlot {
  std::uint32_t hash = 0; // of the token: most other words are told apart without a look at the characters
  TokenId token = no_token;
};

struct TrieNode {
  std::uint32_t first_edge = 0;  // its edges end where those of the next node start
  std::uint32_t first_group = 0; // likewise
  std::uint32_t first_subset = 0;
};

struct TrieEdge {
  TokenId token = no_token;
  std::uint32_t child = 0;
};

// Names of one string whose case is asked for in the same way.
struct CaseGroup {
  std::uint64_t capitals = 0;     // bit i: the i-th piece must start with a capital
  std::uint32_t exact_start = 0;  // in the characters: the pieces verbatim, one after another
  std::uint32_t exact_length = 0; // 0: the case is not asked for verbatim
};

// Readings of the groups that fit: with g groups a node has 2^g of these, by the set of groups as bits.
struct ReadingRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

inline constexpr std::size_t max_pieces = 64;
inline constexpr std::size_t max_groups = 8; // of one node

struct Trie {
  std::span<const char> characters;             // folded pieces, then exact spellings
  std::span<const std::uint32_t> token_starts;  // one more than there are tokens
  std::span<const TokenSlot> slots;             // hash table of tokens, a power of two; no_token: free
  std::span<const std::uint32_t> root_children; // by token; 0: none
  std::span<const TrieNode> nodes;              // the root first, one more at the end
  std::span<const TrieEdge> edges;              // of one node by token
  std::span<const CaseGroup> groups;
  std::span<const ReadingRange> subsets;
  std::span<const Alias> readings;

  // Pack::match_at; `start` is the root's child for the first piece of the word.
  void match_from(std::uint32_t start, const text::WordTexts& texts, std::uint32_t first,
                  std::vector<Match>& out) const;
  // Whether every index leads into its array. What was read from a disk is not used before.
  bool is_sound(std::size_t concept_count) const;

  TokenId find_token(std::string_view folded) const;
  TokenId find_token(std::string_view folded, std::uint32_t hash) const; // the hash of hash_token
  std::string_view token(TokenId id) const {
    return {characters.data() + token_starts[id], token_starts[id + 1] - token_starts[id]};
  }
};

// FNV-1a; the last step spreads it over the low bits.
inline constexpr std::uint32_t token_hash_start = 2166136261u;
inline std::uint32_t token_hash_step(std::uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 16777619u;
}
inline std::uint32_t token_hash_end(std::uint32_t hash) { return hash ^ (hash >> 15); }
std::uint32_t hash_token(std::string_view folded);

} // namespace stemma::pack
