#pragma once

#include "language/analyzer.hpp"
#include "text/prepared_text.hpp"

#include <functional>
#include <memory>

namespace stemma::pipeline {

// A function that any number of threads may call at once: each call has an analyzer to itself, and as many are made
// as threads call at the same time.
std::function<language::Analysis(const text::PreparedText&)> analyse_with(std::shared_ptr<const language::Model> model);

} // namespace stemma::pipeline
