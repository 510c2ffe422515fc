#pragma once

#include "audit/difference.hpp"
#include "rdf/byte_sink.hpp"

namespace stemma::audit {

// One stm:Change for each event that became known, changed, was withdrawn or contradicted, below the base of `after`.
void write_difference_turtle(const Difference& difference, const Result& after, rdf::ByteSink& sink);

} // namespace stemma::audit
