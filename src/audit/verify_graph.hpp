#pragma once

#include "audit/verify.hpp"

namespace stemma::audit {

// Everything rests on something: fused events on reports, reports on claims, claims on documents and words.
void verify_graph(const Result& result, Verification& found);

} // namespace stemma::audit
