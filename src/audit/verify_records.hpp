#pragma once

#include "audit/verify_sources.hpp"

namespace stemma::audit {

// Holds records.ndjson against itself and against the dataset, and adds its quotes to `quotes`.
void verify_records(const Result& result, Quotes& quotes, Verification& found);

} // namespace stemma::audit
