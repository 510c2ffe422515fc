#pragma once

#include "extract/scene.hpp"

namespace stemma::extract {

// The bodies of the text that publish it: those named as the document's publisher or wire; where it says no publisher,
// the one medium that people are said to have told something ("a commander told the Herald"), which is no agency that
// serves others. By index, each once.
std::vector<EntityIndex> find_publishers(const Scene& scene, const Document& document);

} // namespace stemma::extract
