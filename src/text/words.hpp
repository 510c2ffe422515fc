#pragma once
// The clean text to words. The names of the domain pack are cut by the same function.

#include "text/prepared_text.hpp"

#include <string_view>
#include <vector>

namespace stemma::text {

// Appends the words of `clean[part.start, part.end)`; their places count in `clean`.
//   word         letters, digits and combining marks in a row: "Putin", "155mm", "47M2"
//   number       digits alone, with inner points and commas: "1,000,000", "2.7"; "7.62x39mm" is one word
//   punctuation  each character by itself ("U" "." "S" "."), but "--" and longer rows of "-" or "." are one
//   symbol       everything else: "$", "%", emoji
// A possessive "'s" is a word of its own, of kind word.
void cut_words(std::string_view clean, ByteSpan part, std::vector<Word>& words);
std::vector<Word> cut_words(std::string_view clean);

} // namespace stemma::text
