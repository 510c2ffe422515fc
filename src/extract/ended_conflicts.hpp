#pragma once

#include "extract/draft.hpp"

#include <string>
#include <vector>

namespace stemma::extract {

// "called for a truce": where a text names no parties, they are those who fight each other: over the place it is for,
// or most often in this text. Needs the sides of the fighting filled.
void fill_ended_conflicts(const Scene& scene, const std::string& published, std::vector<Draft>& drafts);

} // namespace stemma::extract
