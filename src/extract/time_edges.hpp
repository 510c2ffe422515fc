#pragma once
// Words that bound a time, or lead away from it.

#include "extract/scene.hpp"
#include "extract/time_expression.hpp"

#include <optional>
#include <string>

namespace stemma::extract {

// "since", "after", "before": what such a word makes of the time below it.
std::optional<TimeExpression::Edge> edge_of_word(const std::string& word);

// "despite", "amid": what stands below is another matter.
bool leads_away(const std::string& word);

// The word that opens the phrase or clause of a token: "since" of "since fighting began".
std::optional<TimeExpression::Edge> opening_edge(const Scene& scene, TokenIndex t);

} // namespace stemma::extract
