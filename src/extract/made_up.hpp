#pragma once

#include "extract/scene.hpp"

namespace stemma::extract {

// Is it told of a world that somebody made up, or in jest: "in the novel, Peru sells tanks", "a film in which …",
// "joked that …"? What a book or film is about, and what is told beside it, is not.
bool is_made_up(const Scene& scene, const predicate::Predication& told);

// Does the sentence speak of a game: "Peru attacked Chile in the semi-final"?
bool is_of_a_game(const Scene& scene, const predicate::Predication& told);

} // namespace stemma::extract
