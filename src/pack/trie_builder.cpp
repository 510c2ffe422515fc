#include "pack/trie_builder.hpp"

#include "pack/name_variants.hpp"
#include "pack/pieces.hpp"
#include "text/normal_form.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

namespace stemma::pack {
namespace {

// A name as a way through the trie.
struct Path {
  std::vector<std::string> pieces; // folded
  std::uint64_t capitals = 0;
  std::string exact; // verbatim pieces; empty: case is not asked for verbatim
  Alias alias;
};

bool starts_with_capital(std::string_view text) {
  const std::string_view letter = text.substr(0, text::utf8::length_of(text[0]));
  return text::case_fold(letter) != letter;
}

// False for a name that has no way.
bool make_path(const Name& name, ConceptId entry, Path& path) {
  bool letter = false;
  std::string verbatim;
  for (std::size_t place = 0; place < name.text.size();) {
    const std::string_view rest = std::string_view(name.text).substr(place);
    const std::string_view piece = rest.substr(0, piece_length(rest));
    place += piece.size();
    if (piece == " " || is_joiner(piece[0])) continue;
    if (path.pieces.size() == max_pieces) return false;
    if (piece_kind(piece[0]) == PieceKind::letters) {
      letter = true;
      if (starts_with_capital(piece)) path.capitals |= std::uint64_t{1} << path.pieces.size();
    }
    path.pieces.push_back(text::fold(piece));
    verbatim += piece;
  }
  path.alias = {entry, name.kind, name.exact_case, name.needs_context};
  if (name.exact_case) {
    path.exact = std::move(verbatim);
    path.capitals = 0;
  }
  return letter;
}

// Which of several kinds of one string counts for a concept.
int rank(AliasKind kind) {
  switch (kind) {
  case AliasKind::name: return 0;
  case AliasKind::acronym: return 1;
  case AliasKind::short_form: return 2;
  case AliasKind::adjective: return 3;
  case AliasKind::demonym: return 4;
  case AliasKind::capital: return 5;
  case AliasKind::seat: return 6;
  }
  return 7;
}

auto case_of(const Path& path) { return std::tie(path.capitals, path.exact); }
auto order_of(const Alias& alias) {
  return std::tuple(alias.entry, rank(alias.kind), !alias.exact_case, !alias.ambiguous);
}

bool before(const Path& a, const Path& b) {
  return std::tuple(std::tie(a.pieces, a.capitals, a.exact), order_of(a.alias)) <
         std::tuple(std::tie(b.pieces, b.capitals, b.exact), order_of(b.alias));
}

// Each concept once, by its best kind; it wants context where any of its ways does.
std::vector<Alias> one_for_each(std::vector<Alias> aliases) {
  std::sort(aliases.begin(), aliases.end(), [](const Alias& a, const Alias& b) { return order_of(a) < order_of(b); });
  std::vector<Alias> out;
  for (const Alias& alias : aliases) {
    if (out.empty() || out.back().entry != alias.entry)
      out.push_back(alias);
    else
      out.back().ambiguous = out.back().ambiguous || alias.ambiguous;
  }
  return out;
}

class Builder {
public:
  explicit Builder(std::vector<Path> paths) : paths_(std::move(paths)) {}

  TrieArrays build() {
    std::sort(paths_.begin(), paths_.end(), before);
    add_tokens();
    add_node(0, paths_.size(), 0);
    lay_out();
    return std::move(arrays_);
  }

private:
  struct Node {
    std::vector<TrieEdge> edges;
    std::vector<CaseGroup> groups;
    std::uint32_t first_subset = 0;
  };

  void add_tokens() {
    std::vector<std::string_view> all;
    for (const Path& path : paths_) all.insert(all.end(), path.pieces.begin(), path.pieces.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    arrays_.slots.assign(std::bit_ceil(all.size() * 2 + 2), {});
    const std::size_t mask = arrays_.slots.size() - 1;
    for (const std::string_view token : all) {
      const auto id = static_cast<TokenId>(arrays_.token_starts.size());
      arrays_.token_starts.push_back(static_cast<std::uint32_t>(arrays_.characters.size()));
      arrays_.characters += token;
      const std::uint32_t hash = hash_token(token);
      std::size_t slot = hash & mask;
      while (arrays_.slots[slot].token != no_token) slot = (slot + 1) & mask;
      arrays_.slots[slot] = {hash, id};
    }
    arrays_.token_starts.push_back(static_cast<std::uint32_t>(arrays_.characters.size()));
    arrays_.root_children.assign(all.size(), 0);
  }

  TokenId token_of(const std::string& piece) const { return arrays_.view().find_token(piece); }

  // The node of paths [first, last), which share their first `depth` pieces; its number.
  std::uint32_t add_node(std::size_t first, std::size_t last, std::size_t depth) {
    const auto number = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    std::size_t at = first;
    while (at < last && paths_[at].pieces.size() == depth) ++at;
    add_readings(nodes_[number], first, at);
    while (at < last) {
      std::size_t end = at;
      while (end < last && paths_[end].pieces[depth] == paths_[at].pieces[depth]) ++end;
      const TokenId token = token_of(paths_[at].pieces[depth]);
      const std::uint32_t child = add_node(at, end, depth + 1);
      nodes_[number].edges.push_back({token, child});
      at = end;
    }
    return number;
  }

  void add_readings(Node& node, std::size_t first, std::size_t last) {
    std::vector<std::vector<Alias>> by_group;
    for (std::size_t i = first; i < last; ++i) {
      const bool fresh = i == first || case_of(paths_[i]) != case_of(paths_[i - 1]);
      if (fresh && by_group.size() < max_groups) {
        node.groups.push_back(make_group(paths_[i]));
        by_group.emplace_back();
      } else if (fresh) {
        break; // nine ways to write one string: the first eight are enough
      }
      by_group.back().push_back(paths_[i].alias);
    }
    if (by_group.empty()) return;
    node.first_subset = static_cast<std::uint32_t>(arrays_.subsets.size());
    for (std::uint32_t set = 0; set < (1u << by_group.size()); ++set) {
      std::vector<Alias> together;
      for (std::size_t g = 0; g < by_group.size(); ++g)
        if (set & (1u << g)) together.insert(together.end(), by_group[g].begin(), by_group[g].end());
      const std::vector<Alias> readings = one_for_each(std::move(together));
      arrays_.subsets.push_back(
          {static_cast<std::uint32_t>(arrays_.readings.size()), static_cast<std::uint32_t>(readings.size())});
      arrays_.readings.insert(arrays_.readings.end(), readings.begin(), readings.end());
    }
  }

  CaseGroup make_group(const Path& path) {
    CaseGroup group{path.capitals, static_cast<std::uint32_t>(arrays_.characters.size()),
                    static_cast<std::uint32_t>(path.exact.size())};
    arrays_.characters += path.exact;
    return group;
  }

  void lay_out() {
    for (Node& node : nodes_) {
      arrays_.nodes.push_back({static_cast<std::uint32_t>(arrays_.edges.size()),
                               static_cast<std::uint32_t>(arrays_.groups.size()), node.first_subset});
      std::sort(node.edges.begin(), node.edges.end(),
                [](const TrieEdge& a, const TrieEdge& b) { return a.token < b.token; });
      arrays_.edges.insert(arrays_.edges.end(), node.edges.begin(), node.edges.end());
      arrays_.groups.insert(arrays_.groups.end(), node.groups.begin(), node.groups.end());
    }
    for (const TrieEdge& edge : nodes_.front().edges) arrays_.root_children[edge.token] = edge.child;
    arrays_.nodes.push_back({static_cast<std::uint32_t>(arrays_.edges.size()),
                             static_cast<std::uint32_t>(arrays_.groups.size()),
                             static_cast<std::uint32_t>(arrays_.subsets.size())});
  }

  std::vector<Path> paths_;
  std::vector<Node> nodes_;
  TrieArrays arrays_;
};

} // namespace

Trie TrieArrays::view() const {
  return {characters, token_starts, slots, root_children, nodes, edges, groups, subsets, readings};
}

std::string trie_key(const std::string& name) {
  Path path;
  make_path({name}, 0, path);
  std::string key;
  for (const std::string& piece : path.pieces) key += (key.empty() ? "" : " ") + piece;
  return key;
}

TrieArrays build_trie(const Lexicon& lexicon) {
  std::vector<Path> paths;
  for (std::size_t i = 0; i < lexicon.entries.size(); ++i)
    for (const Name& name : lexicon.entries[i].names)
      for (const Name& form : variants_of(name, lexicon.entries[i].meaning.kind)) {
        Path path;
        if (make_path(form, static_cast<ConceptId>(i), path)) paths.push_back(std::move(path));
      }
  return Builder(std::move(paths)).build();
}

} // namespace stemma::pack
