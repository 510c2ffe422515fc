#pragma once
// What must be known about a text before Serd's reader may see it.

#include "rdf/syntax.hpp"

#include <string>
#include <string_view>

namespace stemma::rdf {

constexpr int deepest_nesting = 100;

// Throws an Error with `name`, line and column when the text is not UTF-8, holds a NUL (Serd takes it for the end), or
// nests brackets deeper than `deepest_nesting` (Serd's reader calls itself for each and would end the process).
void require_readable(std::string_view text, Syntax syntax, const std::string& name);

} // namespace stemma::rdf
