#include "pipeline/fingerprint.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace stemma::pipeline {

namespace {

// The words' hashes are mixed with the finaliser of splitmix64, so that "one in eight" is fair.
std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xcbf29ce484222325U; // FNV-1a
  for (const char c : word) {
    const auto lower = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    hash = (hash ^ lower) * 0x100000001b3U;
  }
  return hash;
}

// One in eight, chosen by its value, so that two texts choose alike; of a short text the first ones by that order
// besides, lest chance leave nothing to know it by. The least number is such that a text's own three stay a quarter.
std::vector<std::uint64_t> sampled(std::vector<std::uint64_t> hashes) {
  constexpr std::uint64_t one_in = 8;
  constexpr std::size_t least = 12;
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  const auto others =
      std::stable_partition(hashes.begin(), hashes.end(), [](std::uint64_t hash) { return hash % one_in == 0; });
  const auto chosen = static_cast<std::size_t>(others - hashes.begin());
  hashes.resize(std::min(hashes.size(), std::max(chosen, least)));
  std::sort(hashes.begin(), hashes.end());
  return hashes;
}

std::string hex(std::uint64_t value) {
  std::string digits(16, '0');
  for (std::size_t i = 16; i-- > 0; value >>= 4) digits[i] = "0123456789abcdef"[value & 15];
  return digits;
}

} // namespace

std::vector<std::string> fingerprints(const text::PreparedText& text) {
  constexpr std::size_t run = 6;
  std::array<std::uint64_t, run> last_words{}; // their hashes, the next one's place at `read % run`
  std::size_t read = 0;
  std::vector<std::uint64_t> all;
  for (const text::Word& word : text.words) {
    if (word.clean.start < text.header.body ||
        (word.kind != text::WordKind::word && word.kind != text::WordKind::number))
      continue;
    last_words[read++ % run] = hash_of(text.text_of(word));
    if (read < run) continue;
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < run; ++k) hash = mixed(hash ^ last_words[(read + k) % run]);
    all.push_back(hash);
  }
  const std::vector<std::uint64_t> found = sampled(std::move(all));
  std::vector<std::string> digits(found.size()); // in the same order: all are sixteen digits long
  std::transform(found.begin(), found.end(), digits.begin(), hex);
  return digits;
}

} // namespace stemma::pipeline
