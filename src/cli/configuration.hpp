#pragma once
// Options that repeat, kept in a file:
//
//   # for every command that has such an option
//   model = /data/en_core_web_md
//   jobs = 4
//
//   [build]                     # for this command only
//   quiet = true
//   [pack check]
//
// A value may stand in double quotes. A flag is true or false. What is given on the command line counts more.

#include "cli/parser.hpp"
#include "model/error.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace stemma::cli {

// The file that counts: `named` (--config FILE) or the variable STEMMA_CONFIG, which must be there unless they are
// "none"; else stemma/config.toml in $XDG_CONFIG_HOME or ~/.config, if it is there. Absent: none counts.
std::optional<std::filesystem::path> find_configuration(const std::string& named, const Environment& environment);

struct Configured {
  std::vector<std::string> arguments;
  std::vector<std::pair<std::string, Place>> taken; // options that come from the file, "--jobs", and its line
};

// `arguments` with the options of the configuration file put behind the command's name, those left out that the
// arguments give themselves. Unchanged where no command is named, help is asked for or no file counts. Throws Error
// with file and line for a line that cannot be read, and for commands and options that do not exist.
Configured with_configuration(const std::vector<std::string>& arguments, Parser& parser,
                              const Environment& environment);

} // namespace stemma::cli
