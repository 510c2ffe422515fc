#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::exporting {

// The cells of the row of `csv` (RFC 4180) that begins at `at`, which is moved behind its end.
std::vector<std::string> next_row(std::string_view csv, std::size_t& at);

} // namespace stemma::exporting
