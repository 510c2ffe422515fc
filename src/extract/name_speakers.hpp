#pragma once

#include "extract/scene.hpp"

namespace stemma::extract {

// Gives `scene.speaking` to the nouns without a name that stand where somebody speaks ("the spokesman accused …", "the
// report condemned …"): whoever of a name they lead to, as the credit of a statement would find him. Nouns that lead to
// nobody get nothing.
void name_speakers(Scene& scene);

} // namespace stemma::extract
