#include "cli/interruption.hpp"

#include <initializer_list>

namespace stemma::cli {

// Blocked signals stay pending with the process: no handler, and so no global state, is needed to ask for them.
Interruption::Interruption() {
  sigemptyset(&waited_);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&waited_, signal);
  pthread_sigmask(SIG_BLOCK, &waited_, &before_);
}

Interruption::~Interruption() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

bool Interruption::asked() const {
  sigset_t pending;
  if (sigpending(&pending) != 0) return false;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    if (sigismember(&pending, signal) == 1) return true;
  return false;
}

} // namespace stemma::cli
