#include "language/dependency_tree.hpp"

#include <algorithm>

namespace stemma::language {

namespace {

constexpr int most_passes = 12; // spaCy's; it gives up rather than loop over a cycle

void widen(const Document& document, std::size_t child, SubtreeEdges& edges) {
  const std::uint32_t head = document[child].head;
  edges.left[head] = std::min(edges.left[head], edges.left[child]);
  edges.right[head] = std::max(edges.right[head], edges.right[child]);
}

// Whether every token's head lies in the stretch between two left edges of roots that the token lies in.
bool heads_stay_inside(const Document& document, const std::vector<bool>& root_edge) {
  std::size_t start = 0;
  for (std::size_t end = 0; end < document.size(); ++end) {
    if (!(end > 0 && root_edge[end]) && end + 1 != document.size()) continue;
    for (std::size_t token = start; token < end; ++token)
      if (document[token].head < start || document[token].head > end) return false;
    start = end;
  }
  return true;
}

// The tokens below each token, in order.
struct Children {
  explicit Children(const Document& document) : first(document.size() + 1, 0), tokens(document.size()) {
    for (const DocumentToken& token : document) ++first[token.head + 1];
    for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t i = 0; i < document.size(); ++i) tokens[next[document[i].head]++] = i;
  }
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> tokens;
};

std::uint32_t find_true_head(const Document& document, std::uint32_t token, NameId head_label,
                             const SubtreeEdges& edges) {
  const Children children(document);
  std::vector<std::uint32_t> queue = {document[token].head};
  std::vector<bool> queued(document.size(), false);
  queued[queue.front()] = true;
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const std::uint32_t node = queue[at];
    for (std::uint32_t i = children.first[node]; i < children.first[node + 1]; ++i) {
      const std::uint32_t child = children.tokens[i];
      if (child < edges.left[node] || child > edges.right[node] || child == token || queued[child]) continue;
      if (document[child].is_space()) continue;
      if (document[child].dep == head_label) return child;
      queued[child] = true;
      queue.push_back(child);
    }
  }
  return document[token].head;
}

} // namespace

void find_sentences(Document& document, SubtreeEdges& edges) {
  const std::size_t size = document.size();
  edges.left.resize(size);
  edges.right.resize(size);
  for (std::uint32_t i = 0; i < size; ++i) edges.left[i] = edges.right[i] = i;
  std::vector<bool> root_edge;
  for (int pass = 0; pass < most_passes; ++pass) {
    for (std::size_t i = 0; i < size; ++i) widen(document, i, edges);
    for (std::size_t i = size; i-- > 0;) widen(document, i, edges);
    root_edge.assign(size, false);
    for (std::size_t i = 0; i < size; ++i)
      if (document[i].head == i) root_edge[edges.left[i]] = true;
    if (heads_stay_inside(document, root_edge)) break;
  }
  for (std::size_t i = 0; i < size; ++i) document[i].sent_start = root_edge[i];
}

void restore_lifted_arcs(Document& document, const std::vector<LiftedLabel>& labels, SubtreeEdges& edges) {
  bool moved = false;
  for (std::uint32_t token = 0; token < document.size(); ++token) {
    const auto lifted = std::find_if(labels.begin(), labels.end(),
                                     [&](const LiftedLabel& label) { return label.label == document[token].dep; });
    if (lifted == labels.end()) continue;
    document[token].head = find_true_head(document, token, lifted->head_label, edges);
    document[token].dep = lifted->plain;
    moved = true;
  }
  if (moved) find_sentences(document, edges);
}

} // namespace stemma::language
