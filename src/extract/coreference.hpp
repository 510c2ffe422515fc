#pragma once

#include "extract/scene.hpp"

namespace stemma::extract {

// Sets `scene.referent` for pronouns and short descriptions ("the country", "the company") where one reading wins.
void resolve_references(Scene& scene);

} // namespace stemma::extract
