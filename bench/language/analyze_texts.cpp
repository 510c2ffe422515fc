// Time and memory of the language runtime alone, in processor seconds, because other programs may run beside.
//
//   analyze_texts MODEL LEVEL THREADS FILE…    LEVEL: best, baseline, avx2 or avx512
//
// Prints one line: tokens, time to load, tokens a second in a first pass (cold caches) and a second one, and resident
// memory.

#include "language/analyzer.hpp"
#include "model/error.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using namespace stemma::language;

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double resident_megabytes() {
  std::ifstream statm("/proc/self/statm");
  long total = 0;
  long resident = 0;
  statm >> total >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

InstructionSet level_of(std::string_view name) {
  if (name == "baseline") return InstructionSet::baseline;
  if (name == "avx2") return InstructionSet::avx2;
  if (name == "avx512") return InstructionSet::avx512;
  return InstructionSet::best;
}

std::size_t analyze_all(Analyzer& analyzer, const std::vector<std::string>& texts) {
  std::size_t tokens = 0;
  for (const std::string& text : texts) tokens += analyzer.analyze(text).tokens.size();
  return tokens;
}

int run(int count, char** arguments) {
  std::vector<std::string> texts;
  for (int i = 4; i < count; ++i) {
    std::ifstream in(arguments[i], std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  const double start = processor_seconds();
  const auto model = Model::load(arguments[1], {.allow_untested = true, .instructions = level_of(arguments[2])});
  const double loaded = processor_seconds();
  const double after_load = resident_megabytes();

  Analyzer first(model);
  const std::size_t tokens = analyze_all(first, texts);
  const double cold = processor_seconds();
  analyze_all(first, texts);
  const double warm = processor_seconds();
  const double with_one = resident_megabytes();

  const auto threads = static_cast<std::size_t>(std::strtoul(arguments[3], nullptr, 10));
  std::vector<Analyzer> more;
  for (std::size_t i = 1; i < threads; ++i) more.emplace_back(model);
  {
    std::vector<std::jthread> running;
    for (Analyzer& analyzer : more) running.emplace_back([&] { analyze_all(analyzer, texts); });
  }
  const double with_all = resident_megabytes();
  const auto per_second = [&](double seconds) { return static_cast<double>(tokens) / seconds; };
  std::printf("stemma %-8s %zu tokens: load %.3f s; cold %.0f tokens/s, warm %.0f tokens/s; memory %.0f MB loaded, "
              "%.0f MB with one analyzer, %.1f MB for each further\n",
              model->instructions().c_str(), tokens, loaded - start, per_second(cold - loaded), per_second(warm - cold),
              after_load, with_one, threads > 1 ? (with_all - with_one) / static_cast<double>(threads - 1) : 0.0);
  return 0;
}

} // namespace

int main(int count, char** arguments) {
  if (count < 5) {
    std::fprintf(stderr, "usage: analyze_texts MODEL LEVEL THREADS FILE…\n");
    return 2;
  }
  try {
    return run(count, arguments);
  } catch (const stemma::Error& error) {
    std::fprintf(stderr, "%s: error: %s\n", error.place().file.c_str(), error.what());
    return 2;
  }
}
