#pragma once
// Words of up to sixteen ASCII characters as two integers: folded, hashed and compared without a loop. Nearly every
// word of a text is one.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

namespace stemma::text {

struct ShortWord {
  std::uint64_t low = 0; // characters 0 to 7, the first in the lowest byte; 0 behind the end
  std::uint64_t high = 0;
  friend bool operator==(ShortWord, ShortWord) = default;

  std::uint64_t hash() const { // good in its high bits
    const std::uint64_t mixed = low * 0x9e3779b97f4a7c15u ^ std::rotl(high * 0xc2b2ae3d27d4eb4fu, 29);
    return (mixed ^ (mixed >> 32)) * 0xff51afd7ed558ccdu;
  }
};

inline std::uint64_t little_endian_of(const char* from, std::size_t bytes) { // bytes is 4 or 8
  std::uint64_t word = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&word, from, bytes);
  } else {
    for (std::size_t i = 0; i < bytes; ++i) word |= std::uint64_t{static_cast<unsigned char>(from[i])} << (8 * i);
  }
  return word;
}

// The first eight characters or fewer; reads nothing outside of `text`.
inline std::uint64_t first_eight(std::string_view text) {
  const std::size_t size = text.size();
  if (size >= 8) return little_endian_of(text.data(), 8);
  if (size >= 4) // the two reads agree where they overlap
    return little_endian_of(text.data(), 4) | little_endian_of(text.data() + size - 4, 4) << (8 * (size - 4));
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < size; ++i) word |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
  return word;
}

// Eight ASCII letters at once to lower case; other characters stay.
inline std::uint64_t lower_eight(std::uint64_t ascii) {
  constexpr std::uint64_t each = 0x0101010101010101u;
  const std::uint64_t from_a = ascii + each * (0x80 - 'A');
  const std::uint64_t past_z = ascii + each * (0x7f - 'Z');
  return ascii | (((from_a ^ past_z) & each * 0x80) >> 2);
}

// In lower case; nothing for longer words, for words with other characters than ASCII and for an empty one.
inline std::optional<ShortWord> fold_short(std::string_view text) {
  if (text.empty() || text.size() > 16) return std::nullopt;
  ShortWord word{first_eight(text), 0};
  if (text.size() > 8) word.high = little_endian_of(text.data() + text.size() - 8, 8) >> (8 * (16 - text.size()));
  if (((word.low | word.high) & 0x8080808080808080u) != 0) return std::nullopt;
  return ShortWord{lower_eight(word.low), lower_eight(word.high)};
}

// A hash table from short words to numbers other than 0.
class ShortWordTable {
public:
  ShortWordTable() : slots_(1) {}
  explicit ShortWordTable(std::size_t words) : slots_(std::bit_ceil(2 * words + 1)) {}

  // 0: the word is not there.
  std::uint32_t find(ShortWord word) const { return slots_[place_of(word)].value; }
  // No more than the number of words that the table was made for; the word must not be in it yet.
  void add(ShortWord word, std::uint32_t value) { slots_[place_of(word)] = {word, value}; }

private:
  struct Slot {
    ShortWord word;
    std::uint32_t value = 0; // 0: free
  };
  std::size_t place_of(ShortWord word) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = static_cast<std::size_t>(word.hash() >> 32) & mask;
    while (slots_[place].value != 0 && slots_[place].word != word) place = (place + 1) & mask;
    return place;
  }
  std::vector<Slot> slots_; // a power of two, at least one of them free
};

} // namespace stemma::text
