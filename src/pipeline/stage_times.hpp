#pragma once

#include <array>
#include <chrono>
#include <ctime>
#include <string_view>

namespace stemma::pipeline {

enum class Stage { read, text, language, link, events, record, write };
inline constexpr std::array<std::string_view, 7> stage_names{"read",   "text",   "language", "link",
                                                             "events", "record", "write"};

// How much processor time the stages took, summed over all threads: what else the machine does meanwhile does not
// count. For --timings only: nothing of it enters a result.
class StageTimes {
public:
  using Duration = std::chrono::nanoseconds;

  Duration of(Stage stage) const { return spent_[static_cast<std::size_t>(stage)]; }
  Duration total() const {
    Duration sum{};
    for (const auto spent : spent_) sum += spent;
    return sum;
  }
  void add(Stage stage, Duration spent) { spent_[static_cast<std::size_t>(stage)] += spent; }
  void add(const StageTimes& other) {
    for (std::size_t i = 0; i < spent_.size(); ++i) spent_[i] += other.spent_[i];
  }

private:
  std::array<Duration, stage_names.size()> spent_{};
};

// Books the calling thread's time from one call to the next on the stage that ended.
class StageClock {
public:
  explicit StageClock(StageTimes& times) : times_(times), last_(now()) {}
  void ended(Stage stage) {
    const StageTimes::Duration at = now();
    times_.add(stage, at - last_);
    last_ = at;
  }

private:
  static StageTimes::Duration now() {
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec);
  }

  StageTimes& times_;
  StageTimes::Duration last_;
};

} // namespace stemma::pipeline
