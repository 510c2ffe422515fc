#pragma once
// Marks in a text that are not words: Markdown's, and what converters leave behind.

#include "model/offset.hpp"

#include <string_view>
#include <vector>

namespace stemma::text {

enum class MarkupKind {
  leftovers, // in any text: "**strong**" around words, "<!-- comments -->", "\#"
  markdown   // all of it: headings, emphasis, links, images, code fences, quotes, rules, HTML tags
};

// The source bytes that are marks, in order and without overlap. The text of a link or image stays, its address goes.
std::vector<ByteSpan> find_markup(std::string_view source, MarkupKind kind);

} // namespace stemma::text
