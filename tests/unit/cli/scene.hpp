#pragma once
// A command's world, made by a test: streams in memory, variables from a map, a clock that stands still.

#include "cli/command.hpp"

#include <map>
#include <sstream>

namespace stemma::cli {

struct Scene {
  std::istringstream in;
  std::ostringstream out, err;
  std::map<std::string, std::string> variables;
  std::filesystem::path program = "/nowhere/bin/stemma";

  Environment environment() {
    return {in,
            out,
            err,
            false,
            false,
            program,
            [this](const std::string& name) -> std::optional<std::string> {
              const auto found = variables.find(name);
              return found == variables.end() ? std::nullopt : std::optional(found->second);
            },
            [] { return std::chrono::steady_clock::time_point{}; }};
  }
};

} // namespace stemma::cli
