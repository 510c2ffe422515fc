#include "pipeline/in_order.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>

using stemma::pipeline::run_in_order;

namespace {

std::function<std::optional<int>()> numbers(int count, std::atomic<int>& taken) {
  return [count, &taken]() -> std::optional<int> { return taken < count ? std::optional(taken++) : std::nullopt; };
}

} // namespace

TEST_CASE("results come in the order of the items, whatever each of them takes") {
  const unsigned jobs = GENERATE(1U, 2U, 7U);
  std::atomic<int> taken = 0;
  std::vector<int> got;
  int most_waiting = 0;
  run_in_order<int, int>(
      jobs, numbers(2000, taken),
      [](const int& i) {
        if (i % 50 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return i * 2;
      },
      [&](int result) {
        most_waiting = std::max(most_waiting, taken.load() - static_cast<int>(got.size()));
        got.push_back(result);
      });
  REQUIRE(got.size() == 2000);
  for (int i = 0; i < 2000; ++i) REQUIRE(got[static_cast<std::size_t>(i)] == 2 * i);
  CHECK(most_waiting <= 16 * static_cast<int>(jobs)); // the slow ones hold the others back
}

TEST_CASE("an exception anywhere ends the run and comes out") {
  const unsigned jobs = GENERATE(1U, 4U);
  const int where = GENERATE(0, 1, 2);
  std::atomic<int> taken = 0;
  const auto fail_at = [&](int here, int i) {
    if (where == here && i == 100) throw std::runtime_error("at " + std::to_string(here));
  };
  const auto plain = numbers(1000000000, taken);
  const std::function<std::optional<int>()> next = [&] {
    fail_at(0, taken);
    return plain();
  };
  CHECK_THROWS_WITH((run_in_order<int, int>(
                        jobs, next, [&](const int& i) { return fail_at(1, i), i; }, [&](int i) { fail_at(2, i); })),
                    "at " + std::to_string(where));
}
