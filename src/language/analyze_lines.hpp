#pragma once

#include "language/analyzer.hpp"
#include "model/offset.hpp"

#include <span>

namespace stemma::language {

// The analysis of a text whose lines end only where a paragraph, a title or a list's point ends: line by line, so that
// no sentence runs over a line's end. Nothing is read in `left_out` (by place, none overlap), and no sentence runs over
// it: datelines, credits. Spans, bytes and heads are those of the whole text.
Analysis analyze_lines(Analyzer& analyzer, std::string_view text, std::span<const ByteSpan> left_out = {});

} // namespace stemma::language
