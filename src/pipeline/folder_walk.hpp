#pragma once

#include "input/input_format.hpp"
#include "model/diagnostic.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace stemma::pipeline {

// `path`: relative to the folder, '/' between the parts, valid UTF-8; `file`: to open it by.
using TakeFile = std::function<void(std::string path, std::string file)>;

// Gives each file below `folder` whose name says that it is of the format, in no order. Hidden names are passed over;
// links are followed, but no folder is entered twice, so that a loop of links ends; a folder that a build wrote (it has
// our manifest) is passed over. What cannot be looked at is a diagnostic.
void find_files(const std::filesystem::path& folder, input::InputFormat format, const TakeFile& take,
                std::vector<Diagnostic>& diagnostics);

} // namespace stemma::pipeline
