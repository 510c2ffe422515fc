#pragma once

#include "fuse/corpus.hpp"
#include "pipeline/resources.hpp"

namespace stemma::pipeline {

// What fusion asks of the pack; `resources` outlives it.
fuse::Knowledge knowledge_of(const Resources& resources);

} // namespace stemma::pipeline
