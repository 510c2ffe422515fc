#pragma once

#include "language/analyzer.hpp"

namespace stemma::language {

// The analysis of a text whose lines end only where a paragraph, a title or a list's point ends: line by line, so that
// no sentence runs over a line's end. Spans, bytes and heads are those of the whole text.
Analysis analyze_lines(Analyzer& analyzer, std::string_view text);

} // namespace stemma::language
