#include "cli/timings.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <ostream>

namespace stemma::cli {

void print_timings(const Timings& timings, std::ostream& err) {
  const auto seconds = [](auto duration) { return std::chrono::duration<double>(duration).count(); };
  const double running = seconds(timings.running), all = seconds(timings.stages.total());
  err << fmt::format("load      {:8.3f} s\n", seconds(timings.loading));
  err << fmt::format("run       {:8.3f} s  {:.1f} documents/s  {:.3f} MB/s\n", running,
                     static_cast<double>(timings.documents) / running,
                     static_cast<double>(timings.bytes) / 1e6 / running);
  for (std::size_t i = 0; i < pipeline::stage_names.size(); ++i) {
    const double spent = seconds(timings.stages.of(static_cast<pipeline::Stage>(i)));
    err << fmt::format("{:<9} {:8.3f} s  {:5.1f} %\n", pipeline::stage_names[i], spent,
                       all > 0 ? 100 * spent / all : 0);
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  err << fmt::format("memory    {:8.1f} MB at most\n", static_cast<double>(usage.ru_maxrss) / 1024);
}

} // namespace stemma::cli
