// Time of preparing and linking alone, in processor seconds, because other programs may run beside.
//
//   link_texts PACK ROUNDS FILE…
//
// Reads the files, then goes over all of them ROUNDS times and prints, for one round, the seconds of three ways to work
// on the same bytes, and what each found:
//
//   names      decode, clean, cut into words and sentences, find the longest names of the pack
//   entities   the same, and decide what each name means, find names that the pack does not know, make mentions with
//              their places and words in the source
//   prepare    decode, clean, cut into words and sentences: what the other two have in common

#include "link/link.hpp"
#include "link/scene.hpp"
#include "model/error.hpp"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using namespace stemma;

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <class Work>
void measure(const char* label, unsigned rounds, const std::vector<std::string>& texts, Work work) {
  std::size_t found = 0;
  double best = 0;
  for (unsigned round = 0; round < rounds; ++round) {
    found = 0;
    const double start = processor_seconds();
    for (const std::string& text : texts) found += work(text);
    const double spent = processor_seconds() - start;
    if (round == 0 || spent < best) best = spent;
  }
  std::printf("%s %.6f %zu\n", label, best, found);
}

int run(int count, char** arguments) {
  const auto pack = pack::Pack::load(arguments[1]);
  const auto rounds = static_cast<unsigned>(std::strtoul(arguments[2], nullptr, 10));
  std::vector<std::string> texts;
  for (int i = 3; i < count; ++i) {
    std::ifstream in(arguments[i], std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  const link::Linker linker(pack);
  const link::Vocabulary vocabulary(*pack);
  Document document;
  document.id = "https://example.org/document";

  measure("prepare", rounds, texts, [](const std::string& text) { return text::prepare(text).words.size(); });
  measure("names", rounds, texts, [&](const std::string& text) {
    const text::PreparedText prepared = text::prepare(text);
    link::Scene scene(prepared, document, *pack, vocabulary, nullptr);
    link::find_candidates(scene);
    return scene.candidates.size();
  });
  measure("entities", rounds, texts, [&](const std::string& text) {
    const text::PreparedText prepared = text::prepare(text);
    std::size_t mentions = 0;
    for (const Entity& entity : linker.link(prepared, document, nullptr).entities) mentions += entity.mentions.size();
    return mentions;
  });
  return 0;
}

} // namespace

int main(int count, char** arguments) {
  if (count < 4) {
    std::fprintf(stderr, "usage: link_texts PACK ROUNDS FILE...\n");
    return 2;
  }
  try {
    return run(count, arguments);
  } catch (const Error& error) {
    std::fprintf(stderr, "link_texts: %s\n", error.what());
    return 2;
  }
}
