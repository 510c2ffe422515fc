#pragma once
// What must be known about a text before Serd's reader may see it.

#include "rdf/syntax.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::rdf {

constexpr int deepest_nesting = 100;

// Throws an Error with `name`, line and column when the text is not UTF-8, holds a NUL (Serd takes it for the end), or
// nests brackets deeper than `deepest_nesting` (Serd's reader calls itself for each and would end the process).
//
// Returns the offsets at which the labels of blank nodes begin, behind their "_:". Serd names the nodes without a label
// b1, b2, …, makes B1 of a label b1 for that reason, and then takes _:b1 and _:B1 for one node: the reader must feed it
// other labels. Empty for N-Triples and N-Quads, where Serd leaves labels alone.
std::vector<std::size_t> require_readable(std::string_view text, Syntax syntax, const std::string& name);

} // namespace stemma::rdf
