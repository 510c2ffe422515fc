#pragma once

#include "extract/scene.hpp"

#include <string>

namespace stemma::extract {

// The country that speaks where people without a name do: "Japan's deputy defence minister", "officials in Tokyo", "a
// spokesman for the Polish government". Its IRI; empty: `token` is no word for somebody who speaks for a state, or the
// words beside it name none.
std::string find_state(const Scene& scene, TokenIndex token);

} // namespace stemma::extract
