#include "cli/command.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace {

std::filesystem::path this_program(const char* name) {
  std::error_code failed;
  auto path = std::filesystem::read_symlink("/proc/self/exe", failed);
  return failed ? std::filesystem::absolute(name ? name : "stemma", failed) : path;
}

// A program may be started with any of its three streams closed; the next file that is opened would take the number of
// one and get what belongs to the other. In its place comes a file that refuses to be read, or written.
void occupy_closed_streams() {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(number, F_GETFD) < 0)
      static_cast<void>(open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)); // the lowest free number
}

std::optional<std::string> variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value && *value ? std::optional<std::string>(value) : std::nullopt;
}

} // namespace

int main(int count, char** arguments) {
  occupy_closed_streams();
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
