#pragma once

#include <csignal>

namespace stemma::cli {

// While it lives, SIGINT, SIGTERM and SIGHUP do not end the program but are remembered, so that a run can stop where
// it leaves nothing half done. When it goes, a signal that came takes its usual effect: the shell sees by which one the
// program ended. To be made before any thread is started.
class Interruption {
public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  bool asked() const;

private:
  sigset_t waited_{}, before_{};
};

} // namespace stemma::cli
