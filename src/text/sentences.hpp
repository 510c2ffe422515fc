#pragma once
// The words of a text to sentences.

#include "text/prepared_text.hpp"

#include <string_view>
#include <vector>

namespace stemma::text {

// Cuts at every line end, and inside a line after ".", "!", "?" and "..." with the quotes and brackets that close
// there, unless an abbreviation, an initial, a number or a lower-case word says that the sentence goes on.
// `cuts` are further places where a sentence must end (headers, datelines), in order. Every word is in exactly one
// sentence; a heading (a short line that ends like no sentence) is marked as title.
std::vector<Sentence> cut_sentences(std::string_view clean, const std::vector<Word>& words,
                                    const std::vector<ByteOffset>& cuts);

// A line that looks like a heading: short, not ended like a sentence or a list item.
bool is_heading(std::string_view line);

} // namespace stemma::text
