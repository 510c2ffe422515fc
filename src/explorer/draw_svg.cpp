#include "explorer/draw_svg.hpp"

#include "model/error.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace stemma::explorer {

namespace {

[[noreturn]] void fail(const char* what, int error_number) {
  throw Error(fmt::format("{}: {}", what, std::strerror(error_number)));
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

File scratch_file() {
  File file(std::tmpfile());
  if (!file) fail("no file for Graphviz can be made", errno);
  ::fcntl(::fileno(file.get()), F_SETFD, FD_CLOEXEC);
  return file;
}

void go_to_start(std::FILE* file) {
  if (std::fseek(file, 0, SEEK_SET) != 0) fail("a file for Graphviz cannot be read", errno);
}

// Files instead of pipes on both sides: neither of the two can wait for the other.
pid_t start_dot(std::FILE* in, std::FILE* out) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ::fileno(in), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ::fileno(out), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::array<char*, 3> arguments{const_cast<char*>("dot"), const_cast<char*>("-Tsvg"), nullptr};
  pid_t child = 0;
  const int failed = ::posix_spawnp(&child, "dot", &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed == ENOENT)
    throw Error("Graphviz's command 'dot' is not installed",
                "install graphviz, or take --format dot and draw it elsewhere");
  if (failed != 0) fail("Graphviz's command 'dot' cannot be started", failed);
  return child;
}

} // namespace

std::string draw_svg(const std::string& dot) {
  const File in = scratch_file(), out = scratch_file();
  if (std::fwrite(dot.data(), 1, dot.size(), in.get()) != dot.size() || std::fflush(in.get()) != 0)
    fail("the graph cannot be handed to Graphviz", errno);
  go_to_start(in.get());
  const pid_t child = start_dot(in.get(), out.get());
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) fail("Graphviz's command 'dot' is lost", errno);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw Error("Graphviz's command 'dot' failed");
  std::string svg;
  go_to_start(out.get());
  std::array<char, 1 << 14> piece{};
  for (std::size_t size = 0; (size = std::fread(piece.data(), 1, piece.size(), out.get())) > 0;)
    svg.append(piece.data(), size);
  return svg;
}

} // namespace stemma::explorer
