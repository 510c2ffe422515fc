// The worker's side of worker_process.hpp.

#include "query/worker_message.hpp"
#include "query/worker_process.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace stemma::query {
namespace {

std::string read_all(int descriptor) {
  std::string bytes;
  char block[1 << 16];
  while (true) {
    const ssize_t count = read(descriptor, block, sizeof block);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return bytes;
    bytes.append(block, static_cast<std::size_t>(count));
  }
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

void limit(decltype(RLIMIT_AS) resource, std::uint64_t most) { // the type differs between C libraries
  rlimit value{};
  getrlimit(resource, &value);
  value.rlim_cur = value.rlim_max == RLIM_INFINITY ? most : std::min<rlim_t>(most, value.rlim_max);
  setrlimit(resource, &value);
}

// A backstop for the asker's own clock, for the case that the asker is no more.
void limit_cpu(std::uint64_t seconds) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  limit(RLIMIT_CPU, static_cast<std::uint64_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + seconds + 2);
}

Status answer(const Job& job) {
  EngineStore store;
  store.read_file(job.request.data, job.request.base);
  if (job.cpu_seconds) limit_cpu(job.cpu_seconds);
  write_all(status_descriptor, encode_status({.kind = Status::Kind::loaded, .quads = store.quads()}));
  const Form form = store.ask(job.request.query, job.request.base, job.request.formats,
                              [](std::string_view bytes) { return write_all(STDOUT_FILENO, bytes); });
  return {.kind = Status::Kind::answered, .form = form};
}

} // namespace

int serve_worker() {
  if (fcntl(status_descriptor, F_GETFD) < 0)
    throw Error("a worker answers only the program that started it", "use 'stemma query'");
  limit(RLIMIT_CORE, 0);
  std::signal(SIGPIPE, SIG_IGN);
  Status status;
  try {
    const Job job = decode_job(read_all(STDIN_FILENO));
    if (job.memory) limit(RLIMIT_AS, job.memory);
    status = answer(job);
  } catch (const Error& error) {
    status = {.kind = Status::Kind::failed, .message = error.what(), .place = error.place()};
  } catch (const std::bad_alloc&) {
    status = {.kind = Status::Kind::failed, .message = "out of memory", .out_of_memory = true};
  }
  write_all(status_descriptor, encode_status(status));
  // The store is not taken apart: the process ends here, and its memory with it.
  return status.kind == Status::Kind::answered ? 0 : 2;
}

} // namespace stemma::query
