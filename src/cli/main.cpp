#include "cli/command.hpp"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace {

std::filesystem::path this_program(const char* name) {
  std::error_code failed;
  auto path = std::filesystem::read_symlink("/proc/self/exe", failed);
  return failed ? std::filesystem::absolute(name ? name : "stemma", failed) : path;
}

std::optional<std::string> variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value && *value ? std::optional<std::string>(value) : std::nullopt;
}

} // namespace

int main(int count, char** arguments) {
  std::ios::sync_with_stdio(false);
  const stemma::cli::Environment environment{
      .in = std::cin,
      .out = std::cout,
      .err = std::cerr,
      .out_is_terminal = isatty(STDOUT_FILENO) == 1,
      .err_is_terminal = isatty(STDERR_FILENO) == 1,
      .program = this_program(count > 0 ? arguments[0] : nullptr),
      .variable = variable,
      .now = [] { return std::chrono::steady_clock::now(); },
  };
  return stemma::cli::run({arguments + (count > 0 ? 1 : 0), arguments + count}, environment);
}
