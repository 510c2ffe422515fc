#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace stemma::pipeline {

// Takes items from `next` until it is empty, works on them with `jobs` threads, and gives the results to `sink` in the
// order of the items. `next` and `sink` are called by one thread at a time, `work` by all at once. An item is only
// taken when a thread is free for it, and no thread runs more than a fixed distance ahead of the oldest unfinished
// item: memory holds a few items and results for each thread, however many there are.
// The first exception that any of the three throws ends the run, once the threads have let go, and is rethrown.
template <class Item, class Result>
void run_in_order(unsigned jobs, const std::function<std::optional<Item>()>& next,
                  const std::function<Result(const Item&)>& work, const std::function<void(Result)>& sink) {
  class Run {
  public:
    Run(unsigned jobs, const std::function<std::optional<Item>()>& next, const std::function<Result(const Item&)>& work,
        const std::function<void(Result)>& sink)
        : next_(next), work_(work), sink_(sink), window_(std::uint64_t{16} * jobs) {}

    void work_until_done() {
      try {
        while (auto taken = take()) give(taken->first, work_(taken->second));
      } catch (...) {
        const std::lock_guard hold(mutex_);
        if (!error_) error_ = std::current_exception();
        stop_ = true;
        room_.notify_all();
      }
    }

    void rethrow() const {
      if (error_) std::rethrow_exception(error_);
    }

  private:
    std::optional<std::pair<std::uint64_t, Item>> take() {
      std::unique_lock hold(mutex_);
      room_.wait(hold, [&] { return stop_ || taken_ < given_ + window_; });
      if (stop_) return std::nullopt;
      std::optional<Item> item = next_(); // under the lock: items come in their order
      if (!item) {
        stop_ = true;
        room_.notify_all();
        return std::nullopt;
      }
      return std::pair(taken_++, std::move(*item));
    }

    void give(std::uint64_t number, Result result) {
      {
        const std::lock_guard hold(mutex_);
        waiting_.emplace(number, std::move(result));
      }
      const std::lock_guard giving(sink_mutex_); // whoever comes gives what is ready, in order
      for (;;) {
        std::optional<Result> ready;
        {
          const std::lock_guard hold(mutex_);
          const auto first = waiting_.find(given_);
          if (first == waiting_.end()) return;
          ready = std::move(first->second);
          waiting_.erase(first);
        }
        sink_(std::move(*ready));
        const std::lock_guard hold(mutex_);
        ++given_;
        room_.notify_all();
      }
    }

    const std::function<std::optional<Item>()>& next_;
    const std::function<Result(const Item&)>& work_;
    const std::function<void(Result)>& sink_;
    const std::uint64_t window_;
    std::mutex mutex_, sink_mutex_;
    std::condition_variable room_;
    std::map<std::uint64_t, Result> waiting_;
    std::uint64_t taken_ = 0, given_ = 0;
    bool stop_ = false;
    std::exception_ptr error_;
  };

  Run run(jobs, next, work, sink);
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < jobs; ++i) threads.emplace_back([&run] { run.work_until_done(); });
    run.work_until_done();
  }
  run.rethrow();
}

} // namespace stemma::pipeline
