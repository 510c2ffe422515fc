#pragma once

#include "audit/verify.hpp"

namespace stemma::audit {

// Each file of the manifest is there, with its size and hash.
void verify_files(const Result& result, Verification& found);

} // namespace stemma::audit
