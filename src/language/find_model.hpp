#pragma once
// Where a language model may lie.

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace stemma::language {

struct ModelSearch {
  std::filesystem::path explicit_directory;                                    // --model; empty: not given
  std::filesystem::path program;                                               // the running program; empty: unknown
  std::function<std::optional<std::string>(const std::string& name)> variable; // environment variables; may be empty
  std::vector<std::filesystem::path> system_prefixes{"/usr/local", "/usr"};
};

// The directory with config.cfg of the first of these that is there:
//   1. the directory given explicitly, then that of the environment variable STEMMA_MODEL (either must be a model,
//      or a Python package that holds one: else stemma::Error);
//   2. share/stemma/models/* beside the program's bin folder;
//   3. models/* in a folder above the program: the build tree's data;
//   4. an English spaCy pipeline that is installed for a Python: in a folder of PYTHONPATH; in the environment that
//      VIRTUAL_ENV or CONDA_PREFIX names; in the user's own packages (PYTHONUSERBASE, ~/.local); beside each python3 on
//      PATH; in the system's packages (/usr/local, /usr).
// Of several in one place a small one ("_sm") before a medium one ("_md") before others; of those the first by name.
std::optional<std::filesystem::path> find_model(const ModelSearch& search);

// As find_model, but throws stemma::Error, with a hint how to get a model, when there is none.
std::filesystem::path require_model(const ModelSearch& search);

} // namespace stemma::language
