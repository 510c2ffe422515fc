#pragma once

#include <csignal>
#include <thread>

namespace stemma::cli {

// While it lives, SIGINT, SIGTERM and SIGHUP do not end the program but are remembered, so that a run can stop where
// it leaves nothing half done. A run that waits for its input (a pipe nobody writes to) never comes to ask: after a few
// seconds the signal takes its effect all the same, and what it leaves the next run clears away. When it goes, a signal
// that came takes its usual effect: the shell sees by which one the program ended. To be made before any thread is
// started.
class Interruption {
public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  bool asked() const;

private:
  void end_when_ignored(const std::stop_token& stop) const;

  sigset_t waited_{}, before_{};
  std::jthread watch_;
};

} // namespace stemma::cli
