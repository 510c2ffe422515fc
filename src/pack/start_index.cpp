#include "pack/start_index.hpp"

#include "text/normal_form.hpp"

namespace stemma::pack {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_small(const Trie& trie, const CaseGroup& group) {
  return group.exact_length > 0 ? !is_capital(trie.characters[group.exact_start]) : (group.capitals & 1) == 0;
}

// By node: does it lead to a name that may start without a capital? Children come after their parents.
std::vector<bool> small_starts(const Trie& trie) {
  std::vector<bool> small(trie.nodes.size() - 1);
  for (std::size_t node = small.size(); node-- > 0;) {
    const TrieNode &here = trie.nodes[node], &next = trie.nodes[node + 1];
    for (std::uint32_t g = here.first_group; g < next.first_group; ++g)
      if (is_small(trie, trie.groups[g])) small[node] = true;
    for (std::uint32_t e = here.first_edge; e < next.first_edge; ++e)
      if (trie.edges[e].child <= node || small[trie.edges[e].child]) small[node] = true;
  }
  return small;
}

} // namespace

StartIndex::StartIndex(const Trie& trie) : children_(trie.root_children.size()) {
  const std::vector<bool> small = small_starts(trie);
  for (TokenId token = 0; token < trie.root_children.size(); ++token) {
    const std::uint32_t child = trie.root_children[token];
    const auto word = text::fold_short(trie.token(token));
    if (child == 0 || !word) continue;
    children_.add(*word, child);
    any_.add(word->hash());
    if (small[child]) small_.add(word->hash());
  }
}

std::uint32_t StartIndex::find(const Trie& trie, std::string_view piece) const {
  if (const auto word = text::fold_short(piece)) {
    const Sieve& sieve = is_capital(piece[0]) ? any_ : small_;
    return sieve.may_hold(word->hash()) ? children_.find(*word) : 0;
  }
  if (piece.size() > max_pieces) return 0;
  const TokenId token = trie.find_token(text::fold(piece));
  return token == no_token ? 0 : trie.root_children[token];
}

} // namespace stemma::pack
