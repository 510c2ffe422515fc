#pragma once
// Whether a weapon is what the words around a phrase want there.

#include "extract/scene.hpp"

namespace stemma::extract {

// "THE FIRST FOUR are to arrive": some frame of what they do wants a weapon there, whoever else may do it.
bool may_be_munition(const Scene& scene, TokenIndex t);

// "THEY were delivered", "sold THEM": where the frames that the verb may trigger want a weapon and nobody else.
bool receives_munition(const Scene& scene, TokenIndex t);

} // namespace stemma::extract
