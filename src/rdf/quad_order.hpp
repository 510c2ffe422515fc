#pragma once
// The order in which quads are written when nothing else is asked for.

#include "rdf/term.hpp"

#include <vector>

namespace stemma::rdf {

// By graph (default graph first), subject, predicate (rdf:type first), object; plain byte order of the strings.
bool stands_before(const Quad& a, const Quad& b);

// Sorted so, each quad once.
void sort_for_writing(std::vector<Quad>& quads);

} // namespace stemma::rdf
