#pragma once

#include "extract/scene.hpp"

namespace stemma::extract {

// "the ministry IN LIMA denied that the city was hit": where somebody speaks from, not what he speaks of.
bool is_seat_of_speaker(const Scene& scene, TokenIndex place);

} // namespace stemma::extract
