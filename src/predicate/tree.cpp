#include "predicate/tree.hpp"

#include <algorithm>

namespace stemma::predicate {

Tree::Tree(const language::Analysis& analysis) : tokens_(&analysis.tokens), arcs_(mended_arcs(analysis)) {
  const auto n = size();
  first_.assign(n + 2, 0);
  sentence_.resize(n);
  edge_.resize(n);
  std::uint32_t sentence = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (i > 0 && token(i).sent_start) ++sentence;
    sentence_[i] = sentence;
    edge_[i] = {i, i};
    if (!is_root(i)) ++first_[head(i) + 1];
  }
  for (std::uint32_t i = 0; i < n; ++i) first_[i + 1] += first_[i];
  children_.resize(first_[n]);
  auto next = first_;
  for (std::uint32_t i = 0; i < n; ++i)
    if (!is_root(i)) children_[next[head(i)]++] = i;
  // A parse is a forest, but a head may stand on either side: widen upwards until nothing changes. The bound keeps a
  // malformed analysis (a cycle) from running on.
  for (int round = 0; round < 64; ++round) {
    bool changed = false;
    const auto widen = [&](std::uint32_t i) {
      if (is_root(i)) return;
      auto& above = edge_[head(i)];
      if (edge_[i].first < above.first) above.first = edge_[i].first, changed = true;
      if (edge_[i].second > above.second) above.second = edge_[i].second, changed = true;
    };
    for (std::uint32_t i = 0; i < n; ++i) widen(i);
    for (std::uint32_t i = n; i-- > 0;) widen(i);
    if (!changed) break;
  }
}

std::uint32_t Tree::child(std::uint32_t i, std::string_view dep) const {
  const auto range = children(i);
  const auto found = std::find_if(range.begin(), range.end(), [&](std::uint32_t c) { return arcs_.deps[c] == dep; });
  return found == range.end() ? size() : *found;
}

} // namespace stemma::predicate
