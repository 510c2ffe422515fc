#pragma once
// Lines that end only because a column was full.

#include <cstddef>
#include <string>

namespace stemma::text {

// Turns line ends that only wrap a paragraph into spaces; the length of the text stays as it is. A text counts as
// hard-wrapped when nearly every line inside its paragraphs was too full for the next word; elsewhere a line end is a
// wrap only between a word or comma and a lower-case word. Looks at [from, end).
void unwrap_lines(std::string& clean, std::size_t from);

} // namespace stemma::text
