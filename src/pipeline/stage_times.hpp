#pragma once

#include <array>
#include <chrono>
#include <string_view>

namespace stemma::pipeline {

enum class Stage { read, text, language, link, record, write };
inline constexpr std::array<std::string_view, 6> stage_names{"read", "text", "language", "link", "record", "write"};

// How long the stages took, summed over all threads. For --timings only: nothing of it enters a result.
class StageTimes {
public:
  using Clock = std::chrono::steady_clock;

  Clock::duration of(Stage stage) const { return spent_[static_cast<std::size_t>(stage)]; }
  Clock::duration total() const {
    Clock::duration sum{};
    for (const auto spent : spent_) sum += spent;
    return sum;
  }
  void add(Stage stage, Clock::duration spent) { spent_[static_cast<std::size_t>(stage)] += spent; }
  void add(const StageTimes& other) {
    for (std::size_t i = 0; i < spent_.size(); ++i) spent_[i] += other.spent_[i];
  }

private:
  std::array<Clock::duration, stage_names.size()> spent_{};
};

// Books the time from one call to the next on the stage that ended.
class StageClock {
public:
  explicit StageClock(StageTimes& times) : times_(times), last_(StageTimes::Clock::now()) {}
  void ended(Stage stage) {
    const auto now = StageTimes::Clock::now();
    times_.add(stage, now - last_);
    last_ = now;
  }

private:
  StageTimes& times_;
  StageTimes::Clock::time_point last_;
};

} // namespace stemma::pipeline
