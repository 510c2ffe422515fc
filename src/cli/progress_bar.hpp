#pragma once

#include "cli/command.hpp"

#include <cstdint>

namespace stemma::cli {

// One line on a terminal that is drawn anew a few times a second; nothing at all where `on` is false.
class ProgressBar {
public:
  ProgressBar(const Environment& environment, bool on)
      : environment_(environment), on_(on), start_(environment.now()), drawn_(start_) {}
  ~ProgressBar() { clear(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(std::uint64_t done, std::uint64_t of); // of: 0 when not known
  void clear();

private:
  const Environment& environment_;
  bool on_;
  bool visible_ = false;
  std::chrono::steady_clock::time_point start_, drawn_;
};

} // namespace stemma::cli
