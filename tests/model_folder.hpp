#pragma once
// For tests that parse with the real model.

#include "language/find_model.hpp"

#include <cstdlib>

namespace stemma::testing {

// The language model as the program itself would find it from the source tree; absent: such tests skip.
inline std::optional<std::filesystem::path> model_folder() {
  language::ModelSearch search;
  search.program = STEMMA_SOURCE_DIR "/build/test/stemma";
  search.variable = [](const std::string& name) -> std::optional<std::string> {
    const char* value = std::getenv(name.c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
  };
  return language::find_model(search);
}

} // namespace stemma::testing
