#pragma once

#include "extract/scene.hpp"

#include <string>

namespace stemma::extract {

// The country that speaks where people without a name do: "Japan's deputy defence minister", "officials in Tokyo", "a
// spokesman for the Polish government". Its IRI; empty: `token` is no word for somebody who speaks for a state, or the
// words beside it name none.
//
// "The army", "a defence ministry official" without a name beside them speak for the dateline's country, if the text
// names that, else for the only country that the sentence speaks of.
std::string find_state(const Scene& scene, TokenIndex token);

// The country of the text's dateline, if the text names that country too; else empty.
std::string find_dateline_state(const Scene& scene);

} // namespace stemma::extract
