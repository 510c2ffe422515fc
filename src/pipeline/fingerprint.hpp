#pragma once

#include "text/prepared_text.hpp"

#include <string>
#include <vector>

namespace stemma::pipeline {

// Hashes of every eighth or so of the text's runs of six words, and of at least twelve where it has as many, case
// apart, as 16 hexadecimal digits, sorted, each once. Which runs are taken hangs on their words alone, so that two
// documents that share a passage share its hashes: the share of one document's hashes found in another estimates how
// much of it was copied.
std::vector<std::string> fingerprints(const text::PreparedText& text);

} // namespace stemma::pipeline
