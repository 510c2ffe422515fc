#pragma once
// The two readers of names, and what both look at. Private to the stage of names.

#include "link/scene.hpp"

namespace stemma::link {

// Names by their shape: runs of capitalised words, with the titles, nouns and neighbours that tell what they are.
// Adds to scene.names, in the order of the text; what the readers find may overlap.
void find_names_by_shape(Scene& scene);

// The language model's names; nationality and titles at their edges are cut off. Needs the text's analysis.
void find_names_of_model(Scene& scene);

// "the town of X", "north of X", "eastern X", "X district": the words beside the name leave only a place.
bool surely_in_place(const Scene& scene, Range range);

// "in X", "Kilis and X", "X, Texas": the neighbours are those of a place.
bool perhaps_in_place(const Scene& scene, Range range);

// "Jane Doe/AFP": a credit.
bool beside_slash(const Words& words, Range range);

} // namespace stemma::link
