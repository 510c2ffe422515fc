#pragma once
// Where the program finds what it is installed with: the domain pack, the bundled queries, language models.

#include "cli/command.hpp"

namespace stemma::cli {

// The folder `name` ("ontology", "queries", "models") beside the program: PREFIX/share/stemma/NAME where it is
// installed, NAME at the top of the source tree where it was built. Absent when there is none.
std::optional<std::filesystem::path> find_installed(const std::string& name, const Environment& environment);

// The parts of the page of `export --format html`: the folder that STEMMA_EXPLORER names, as it is, else the one beside
// the program, installed or built. Absent when there is none.
std::optional<std::filesystem::path> find_explorer(const Environment& environment);

// The domain pack: `option` (--pack DIR) if it is not empty, else the variable STEMMA_PACK, else the installed one.
// Throws Error when there is none, or when the one that was asked for holds no stemma.ttl.
std::filesystem::path require_pack(const std::string& option, const Environment& environment);

// Where compiled snapshots may be kept: STEMMA_CACHE, else $XDG_CACHE_HOME/stemma, else $HOME/.cache/stemma; empty:
// nowhere, nothing is kept. The folder need not exist yet.
std::filesystem::path cache_folder(const Environment& environment);

} // namespace stemma::cli
