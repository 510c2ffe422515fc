#pragma once

#include "audit/result.hpp"

#include <string>
#include <vector>

namespace stemma::audit {

// Why these claims go back to one origin, in sentences without a full stop: the way from each claim to it.
std::vector<std::string> origin_reasons(const Result& result, rdf::TermNumber origin,
                                        const std::vector<rdf::TermNumber>& claims);

} // namespace stemma::audit
