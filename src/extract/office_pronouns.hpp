#pragma once

#include "extract/scene.hpp"

namespace stemma::extract {

// "The Peruvian president said HE would go": who says so, whose name the text keeps to itself, acts for his country.
// Sets Scene::referent of such pronouns to the country; leaves those that stand for somebody named.
void resolve_office_pronouns(Scene& scene);

} // namespace stemma::extract
