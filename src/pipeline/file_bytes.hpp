#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace stemma::pipeline {

// The whole file, or a pipe until it ends. Throws Error (naming `shown`) when it cannot be opened or read to its end,
// and for 4 GiB and more: places in a text are 32 bits wide.
std::string read_file_bytes(const std::filesystem::path& file, const std::string& shown);

// Why these bytes cannot be text in any charset that is read ("a PDF file"); absent when they may be.
std::optional<std::string> find_binary_sign(std::string_view bytes);

} // namespace stemma::pipeline
