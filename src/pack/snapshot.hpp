#pragma once
// Keeps the compiled form of a pack between two runs. Only a cache: what is stale, cut short, altered or of another
// version is as good as absent.

#include <filesystem>
#include <optional>
#include <string>

namespace stemma::pack {

// The bytes that were kept under the key in the folder; absent when there are none that can be trusted.
std::optional<std::string> find_snapshot(const std::filesystem::path& folder, const std::string& key);

// Keeps the bytes: all or nothing, also when two runs write at once. A folder that cannot be written is no error.
// Of the others in the folder, those go that were not used for 30 days or are not among the 16 used last.
void keep_snapshot(const std::filesystem::path& folder, const std::string& key, const std::string& bytes);

// Where the snapshot of the key lies.
std::filesystem::path snapshot_path(const std::filesystem::path& folder, const std::string& key);

} // namespace stemma::pack
