#pragma once

#include "model/diagnostic.hpp"
#include "pipeline/input.hpp"

namespace stemma::pipeline {

// To be called where an exception is being handled: why it cost the document. Codes: input.unreadable, input.bad-line
// (a line of NDJSON), input.too-large, internal.
Diagnostic diagnose_loss(const Pending& pending);

} // namespace stemma::pipeline
