#pragma once

#include <filesystem>
#include <string>

namespace stemma::input {

// The whole file, or a pipe until it ends. Throws Error (naming `shown`) when it cannot be opened or read to its end,
// and for 4 GiB and more: places in a text are 32 bits wide.
std::string read_file_bytes(const std::filesystem::path& file, const std::string& shown);

} // namespace stemma::input
