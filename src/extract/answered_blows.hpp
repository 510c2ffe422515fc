#pragma once

#include "extract/draft.hpp"

namespace stemma::extract {

// "Peru struck CHILE in response to an attack on Tacna": whom a blow answers has dealt the one that is answered.
void fill_answered_blows(const Scene& scene, std::vector<Draft>& drafts);

} // namespace stemma::extract
