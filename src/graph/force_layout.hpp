#pragma once
// Springs along links, repulsion between all, for a fixed number of rounds (Fruchterman, Reingold 1991).
// For the sources of this module only.

#include "graph/place_nodes.hpp"

#include <vector>

namespace stemma::graph {

// Places for nodes of these radii around (0, 0), linked ones near each other. Nodes may overlap a little.
std::vector<Point> force_layout(const WeightedLinks& graph, const std::vector<double>& radii);

// Moves what overlaps apart, as little as needed: afterwards no two circles with `gap` between them overlap, except
// where hundreds of rounds did not suffice.
void separate(std::vector<Point>& places, const std::vector<double>& radii, double gap);

} // namespace stemma::graph
