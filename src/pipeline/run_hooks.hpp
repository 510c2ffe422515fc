#pragma once

#include <cstdint>
#include <functional>
#include <stdexcept>

namespace stemma::pipeline {

// What a run lets its caller see and do while it lasts. Both may be empty; both are called by one thread at a time.
struct RunHooks {
  std::function<void(std::uint64_t done, std::uint64_t of)> progress; // documents; of: 0 when not known
  std::function<bool()> stop_asked;                                   // true: the user wants the run to end
};

// The run ended because it was asked to; nothing of it stays.
class Interrupted : public std::runtime_error {
public:
  Interrupted() : std::runtime_error("interrupted") {}
};

inline void require_not_stopped(const RunHooks& hooks) {
  if (hooks.stop_asked && hooks.stop_asked()) throw Interrupted();
}

} // namespace stemma::pipeline
