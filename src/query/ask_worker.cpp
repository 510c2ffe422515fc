// The asker's side of worker_process.hpp.

#include "query/sparql_token.hpp"
#include "query/stored_query.hpp"
#include "query/worker_message.hpp"
#include "query/worker_process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <utility>

#if defined(__SANITIZE_ADDRESS__)
#define STEMMA_ADDRESS_SPACE_IS_FREE 0 // AddressSanitizer reserves terabytes of it and cannot run under RLIMIT_AS
#else
#define STEMMA_ADDRESS_SPACE_IS_FREE 1
#endif

namespace stemma::query {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr rlim_t worker_stack = rlim_t{64} << 20;                  // the engine's parser and planner recurse
constexpr std::uint64_t program_itself = std::uint64_t{192} << 20; // code, libraries and stack, on top of the limit

constexpr int no_descriptors = 126; // the worker's exit code where it may not have its files open

Error too_few_files() {
  return Error("cannot start a worker for the query: too few files may be open at once",
               "allow more with 'ulimit -n 64'");
}

[[noreturn]] void fail(const char* what) {
  if (errno == EMFILE) throw too_few_files();
  throw Error(fmt::format("cannot start a worker for the query: {}: {}", what, std::strerror(errno)));
}

class Descriptor {
public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }
  int get() const { return number_; }

private:
  int number_ = -1;
};

// The two ends of a connection; both are closed in other programs that are started.
struct Channel {
  Descriptor ours, theirs;
  Channel() {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) fail("socketpair");
    ours = Descriptor(ends[0]);
    theirs = Descriptor(ends[1]);
    fcntl(ours.get(), F_SETFL, O_NONBLOCK);
  }
};

// Between fork and exec, in a copy of a process that may have had threads: only bare system calls.
[[noreturn]] void become_worker(const char* program, char* const* arguments, const std::array<int, 4>& descriptors) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  rlimit stack{};
  getrlimit(RLIMIT_STACK, &stack);
  stack.rlim_cur = stack.rlim_max == RLIM_INFINITY || stack.rlim_max > worker_stack ? worker_stack : stack.rlim_max;
  setrlimit(RLIMIT_STACK, &stack);
  std::array<int, 4> high{}; // first out of the way: a target may be the source of another
  for (int i = 0; i < 4; ++i)
    high[static_cast<std::size_t>(i)] = fcntl(descriptors[static_cast<std::size_t>(i)], F_DUPFD_CLOEXEC, 10);
  for (int i = 0; i < 4; ++i)
    if (dup2(high[static_cast<std::size_t>(i)], i) < 0) _exit(no_descriptors);
  execv(program, arguments);
  _exit(127);
}

// A running worker; it does not outlive this object.
class Worker {
public:
  explicit Worker(const WorkerCommand& command) {
    std::string program = command.program;
    std::vector<std::string> words = command.arguments;
    std::vector<char*> arguments{program.data()};
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::array<int, 4> descriptors{request.theirs.get(), answer.theirs.get(), messages.theirs.get(),
                                         status.theirs.get()};
    process_ = fork();
    if (process_ < 0) fail("fork");
    if (process_ == 0) become_worker(program.c_str(), arguments.data(), descriptors);
    for (Channel* channel : {&request, &answer, &messages, &status}) channel->theirs.close();
  }
  ~Worker() {
    if (process_ > 0) stop();
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Kills it if it still runs; the value is what waitpid says.
  int stop() {
    kill(process_, SIGKILL);
    return wait();
  }
  int wait() {
    int end = 0;
    while (waitpid(process_, &end, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    return end;
  }
  std::uint64_t resident_bytes() const {
    std::ifstream statistics(fmt::format("/proc/{}/statm", process_));
    std::uint64_t size = 0, resident = 0;
    statistics >> size >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
  }

  Channel request, answer, messages, status;

private:
  pid_t process_ = -1;
};

Error past_time(const char* what, milliseconds limit, const char* hint) {
  return Error(fmt::format("{} took longer than the limit of {} s", what, static_cast<double>(limit.count()) / 1000),
               hint);
}

Error past_memory(std::uint64_t limit) {
  return Error(fmt::format("the query needs more memory than the limit of {} MB", limit >> 20),
               "allow more with --memory, or ask for less");
}

// One request to one worker, from the start to its answer.
class Conversation {
public:
  Conversation(const WorkerCommand& command, const Request& request, const Limits& limits, const Sink& sink)
      : limits_(limits), sink_(sink), worker_(command), job_(encode_job(make_job(request, limits))) {}

  Answer hold() {
    while (open_ > 0 && !sink_closed_) step();
    if (sink_closed_) {
      worker_.stop();
      return answer_;
    }
    const int end = worker_.wait();
    if (!finished_) throw died(end);
    if (finished_->kind == Status::Kind::failed) throw failed(*finished_);
    answer_.form = finished_->form;
    answer_.query_time = since(phase_start_);
    return answer_;
  }

private:
  static Job make_job(Request request, const Limits& limits) {
    request.query = with_prologue(request.query, request.base);
    return {std::move(request), STEMMA_ADDRESS_SPACE_IS_FREE ? limits.memory + program_itself : 0,
            static_cast<std::uint64_t>(limits.query_time.count() / 1000 + 1)};
  }

  static milliseconds since(Clock::time_point start) {
    return std::chrono::duration_cast<milliseconds>(Clock::now() - start);
  }

  milliseconds phase_limit() const { return loaded_ ? limits_.query_time : limits_.loading_time; }

  void step() {
    pollfd waits[4] = {{worker_.request.ours.get(), POLLOUT, 0},
                       {worker_.answer.ours.get(), POLLIN, 0},
                       {worker_.messages.ours.get(), POLLIN, 0},
                       {worker_.status.ours.get(), POLLIN, 0}};
    require_within_limits();
    const auto left = phase_limit() - since(phase_start_);
    const auto most = STEMMA_ADDRESS_SPACE_IS_FREE ? milliseconds(60'000) : milliseconds(50);
    const int ready = poll(waits, 4, static_cast<int>(std::clamp(left, milliseconds(1), most).count()));
    if (ready < 0 && errno != EINTR) fail("poll");
    if (ready <= 0) return;
    if (waits[3].revents) take(worker_.status.ours, [this](std::string_view bytes) { take_status_bytes(bytes); });
    if (waits[0].revents) send_job();
    if (waits[1].revents) take(worker_.answer.ours, [this](std::string_view bytes) { sink_closed_ |= !sink_(bytes); });
    if (waits[2].revents) take(worker_.messages.ours, [this](std::string_view bytes) { keep_messages(bytes); });
  }

  void require_within_limits() {
    if (since(phase_start_) >= phase_limit())
      throw loaded_ ? past_time("the query", limits_.query_time, "allow more with --timeout, or ask for less")
                    : past_time("loading the data", limits_.loading_time, "is the file on a slow disk?");
    if (!STEMMA_ADDRESS_SPACE_IS_FREE && worker_.resident_bytes() > limits_.memory + program_itself)
      throw past_memory(limits_.memory);
  }

  void send_job() {
    const std::string_view rest = std::string_view(job_).substr(sent_);
    const ssize_t count = send(worker_.request.ours.get(), rest.data(), rest.size(), MSG_NOSIGNAL);
    if (count > 0) sent_ += static_cast<std::size_t>(count);
    const bool gone = count < 0 && errno != EAGAIN && errno != EINTR; // the worker's end says why
    if (gone || sent_ == job_.size()) worker_.request.ours.close();
  }

  template <class Use>
  void take(Descriptor& from, Use use) {
    char block[1 << 16];
    const ssize_t count = read(from.get(), block, sizeof block);
    if (count > 0) return use(std::string_view(block, static_cast<std::size_t>(count)));
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
    from.close();
    --open_;
  }

  void take_status_bytes(std::string_view bytes) {
    status_bytes_.append(bytes);
    while (auto status = take_status(status_bytes_)) {
      if (status->kind != Status::Kind::loaded) {
        finished_ = std::move(status);
        continue;
      }
      loaded_ = true;
      answer_.quads = status->quads;
      answer_.loading_time = since(phase_start_);
      phase_start_ = Clock::now();
    }
  }

  void keep_messages(std::string_view bytes) {
    constexpr std::size_t most = 4096;
    if (messages_.size() < most) messages_.append(bytes.substr(0, most - messages_.size()));
  }

  Error failed(const Status& status) const {
    if (status.out_of_memory) return past_memory(limits_.memory);
    Place place = status.place;
    if (place.file.empty() && place.line > 1) --place.line; // the prologue's own line is not the user's
    return Error(status.message, {}, place);
  }

  Error died(int end) const {
    const bool signalled = WIFSIGNALED(end);
    const int signal = signalled ? WTERMSIG(end) : 0;
    if (messages_.find("memory allocation of") != std::string::npos) return past_memory(limits_.memory);
    if (signal == SIGXCPU) return past_time("the query", limits_.query_time, "allow more with --timeout");
    if (signal == SIGSEGV || messages_.find("overflow") != std::string::npos)
      return Error("the query engine ran out of stack", "the query is too long or nested too deeply for it");
    if (!signalled && WEXITSTATUS(end) == no_descriptors) return too_few_files();
    if (!signalled && WEXITSTATUS(end) == 127) return Error("the worker for the query did not start");
    return Error(signalled ? fmt::format("the worker for the query was killed (signal {})", signal)
                           : fmt::format("the worker for the query ended with status {}", WEXITSTATUS(end)),
                 messages_.substr(0, messages_.find('\n')));
  }

  const Limits& limits_;
  const Sink& sink_;
  Worker worker_;
  std::string job_;
  std::size_t sent_ = 0;
  std::string status_bytes_, messages_;
  std::optional<Status> finished_;
  bool loaded_ = false, sink_closed_ = false;
  int open_ = 3; // answer, messages, status
  Clock::time_point phase_start_ = Clock::now();
  Answer answer_;
};

} // namespace

void require_within_limits(const std::string& query, const Limits& limits) {
  if (query.size() > limits.query_bytes)
    throw Error(fmt::format("the query is longer than the limit of {} KB", limits.query_bytes / 1024),
                "put long lists of values into the data, or ask in parts");
  if (nesting_depth(scan_sparql(query)) > limits.nesting)
    throw Error(fmt::format("the query is nested more than {} levels deep", limits.nesting),
                "the query engine could not survive it");
}

Answer ask_worker(const WorkerCommand& worker, const Request& request, const Limits& limits, const Sink& sink) {
  require_within_limits(request.query, limits);
  return Conversation(worker, request, limits, sink).hold();
}

} // namespace stemma::query
