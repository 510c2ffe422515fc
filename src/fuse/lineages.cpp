#include "fuse/lineages.hpp"

#include <algorithm>
#include <numeric>

namespace stemma::fuse {

namespace {

// The smallest number of a set stands for it.
class DisjointSets {
public:
  explicit DisjointSets(std::size_t size) : above_(size) { std::iota(above_.begin(), above_.end(), 0U); }

  std::uint32_t find(std::uint32_t x) {
    while (above_[x] != x) x = above_[x] = above_[above_[x]];
    return x;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a), b = find(b);
    above_[std::max(a, b)] = std::min(a, b);
  }

private:
  std::vector<std::uint32_t> above_;
};

// (fingerprint, document), sorted: who shares a passage stands side by side.
std::vector<std::pair<std::uint64_t, DocumentNumber>> passages(const std::vector<NotedDocument>& documents) {
  std::vector<std::pair<std::uint64_t, DocumentNumber>> out;
  for (DocumentNumber d = 0; d < documents.size(); ++d)
    for (const std::uint64_t print : documents[d].fingerprints) out.emplace_back(print, d);
  std::sort(out.begin(), out.end());
  return out;
}

// How many passages every pair shares: (earlier, later), once for each shared passage, sorted.
std::vector<std::uint64_t> shared_pairs(const std::vector<NotedDocument>& documents) {
  const auto all = passages(documents);
  std::vector<std::uint64_t> pairs;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    while (end < all.size() && all[end].first == all[i].first) ++end;
    if (end - i <= boilerplate_documents)
      for (std::size_t a = i; a < end; ++a)
        for (std::size_t b = a + 1; b < end; ++b)
          pairs.push_back(static_cast<std::uint64_t>(all[a].second) << 32 | all[b].second);
    i = end;
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

bool far_apart(const NotedDocument& earlier, const NotedDocument& later) {
  return earlier.dated() && later.dated() && later.first - earlier.last > days_of_copying;
}

} // namespace

std::vector<DocumentNumber> lineages(const std::vector<NotedDocument>& documents) {
  DisjointSets sets(documents.size());
  const auto pairs = shared_pairs(documents);
  for (std::size_t i = 0; i < pairs.size();) {
    std::size_t end = i;
    while (end < pairs.size() && pairs[end] == pairs[i]) ++end;
    const auto a = static_cast<DocumentNumber>(pairs[i] >> 32), b = static_cast<DocumentNumber>(pairs[i]);
    const std::size_t shared = end - i;
    const std::size_t smaller = std::min(documents[a].fingerprints.size(), documents[b].fingerprints.size());
    const double share = far_apart(documents[a], documents[b]) ? copied_share_later : copied_share;
    if (shared >= least_shared && static_cast<double>(shared) >= share * static_cast<double>(smaller)) sets.join(a, b);
    i = end;
  }
  std::vector<DocumentNumber> out(documents.size());
  for (DocumentNumber d = 0; d < documents.size(); ++d) out[d] = sets.find(d);
  return out;
}

} // namespace stemma::fuse
