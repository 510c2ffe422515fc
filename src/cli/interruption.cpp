#include "cli/interruption.hpp"

#include <chrono>
#include <condition_variable>
#include <initializer_list>
#include <mutex>

namespace stemma::cli {

// Blocked signals stay pending with the process: no handler, and so no global state, is needed to ask for them.
Interruption::Interruption() {
  sigemptyset(&waited_);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&waited_, signal);
  pthread_sigmask(SIG_BLOCK, &waited_, &before_);
  watch_ = std::jthread([this](const std::stop_token& stop) { end_when_ignored(stop); });
}

Interruption::~Interruption() {
  watch_.request_stop();
  watch_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Interruption::end_when_ignored(const std::stop_token& stop) const {
  constexpr auto look = std::chrono::milliseconds(200);
  constexpr int patience = 15; // looks: three seconds
  std::mutex mutex;
  std::condition_variable_any sleep;
  std::unique_lock lock(mutex);
  for (int pending = 0; pending <= patience;) {
    sleep.wait_for(lock, stop, look, [] { return false; });
    if (stop.stop_requested()) return;
    pending = asked() ? pending + 1 : 0;
  }
  pthread_sigmask(SIG_UNBLOCK, &waited_, nullptr); // delivered to this thread, it ends the process
}

bool Interruption::asked() const {
  sigset_t pending;
  if (sigpending(&pending) != 0) return false;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    if (sigismember(&pending, signal) == 1) return true;
  return false;
}

} // namespace stemma::cli
