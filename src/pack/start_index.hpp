#pragma once
// The pieces that names start with. Most words of a text start none: they are told by one bit.

#include "pack/trie.hpp"
#include "text/short_word.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace stemma::pack {

class StartIndex {
public:
  StartIndex() = default;
  explicit StartIndex(const Trie& trie); // sound

  // The child of the trie's root for the piece, whatever its case; 0: no name starts with it that could fit here.
  std::uint32_t find(const Trie& trie, std::string_view piece) const;

private:
  // A set of hashes: what is not in it is certain.
  class Sieve {
  public:
    void add(std::uint64_t hash) { words_[place(hash)] |= bit(hash); }
    bool may_hold(std::uint64_t hash) const { return (words_[place(hash)] & bit(hash)) != 0; }

  private:
    static constexpr unsigned place_bits = 12; // 2^12 words of 64 bits: 32 kB
    static std::size_t place(std::uint64_t hash) { return static_cast<std::size_t>(hash >> (64 - place_bits)); }
    static std::uint64_t bit(std::uint64_t hash) { return std::uint64_t{1} << ((hash >> 40) & 63); }
    std::vector<std::uint64_t> words_ = std::vector<std::uint64_t>(std::size_t{1} << place_bits);
  };

  text::ShortWordTable children_; // by piece
  Sieve any_;                     // all pieces that start a name
  Sieve small_;                   // those that may have a small letter there
};

} // namespace stemma::pack
