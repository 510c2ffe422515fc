#pragma once
// The 64-bit ids that spaCy gives to strings, and the rows that an id selects in an embedding table.

#include <array>
#include <cstdint>
#include <string_view>

namespace stemma::language {

using StringId = std::uint64_t;

// 0 for the empty string, a small integer for spaCy's symbols ("nsubj", "X"), else MurmurHash64A with seed 1.
StringId string_id(std::string_view utf8);

// The four 32-bit words of MurmurHash3_x64_128 over the id's eight bytes (thinc's HashEmbed).
std::array<std::uint32_t, 4> embedding_words(StringId id, std::uint32_t seed);

} // namespace stemma::language
