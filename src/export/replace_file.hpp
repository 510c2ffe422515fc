#pragma once
// A file or folder that appears whole or not at all: it is written beside its place and then put there in one step.

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace stemma::exporting {

using WriteContent = std::function<void(std::ostream&)>;

// Afterwards `target` holds what `write` wrote, or, with the Error thrown, what it held before. A target that is no
// regular file (a device, a pipe) is written to directly; a link is followed.
void replace_file(const std::filesystem::path& target, const WriteContent& write);

struct FileOfFolder {
  std::string name;
  WriteContent write;
};

// Afterwards the folder `target` holds exactly these files, or, with the Error thrown, what it held before. Throws
// Error when `target` is there and holds anything else than files of these names.
void replace_folder(const std::filesystem::path& target, const std::vector<FileOfFolder>& files);

} // namespace stemma::exporting
