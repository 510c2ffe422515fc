#include "pack/trie.hpp"

#include "pack/pieces.hpp"
#include "text/normal_form.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace stemma::pack {
namespace {

struct Piece {
  std::string_view text;
  PieceKind kind = PieceKind::other;
  bool capital = false; // starts with a capital letter
};

bool starts_with_capital(std::string_view text) {
  const char first = text[0];
  if (static_cast<unsigned char>(first) < 0x80) return first >= 'A' && first <= 'Z';
  const std::string_view letter = text.substr(0, std::min(text.size(), text::utf8::length_of(first)));
  return text::case_fold(letter) != letter;
}

// The pieces of a text from one word on, joiners left out, and where the words end.
class PieceReader {
public:
  PieceReader(const text::WordTexts& texts, std::uint32_t first) : texts_(texts), word_(first) {}

  // The next piece; false at the end of the text and where the words part too far to be one name.
  bool next(Piece& piece) {
    if (!enter_word()) return false;
    const std::string_view rest = texts_[word_].substr(place_);
    piece.kind = piece_kind(rest[0]);
    piece.text = rest.substr(0, piece_length(rest));
    piece.capital = piece.kind == PieceKind::letters && starts_with_capital(piece.text);
    if (too_far(piece)) return false;
    place_ += piece.text.size();
    before_ = piece;
    apart_ = false;
    skip_joiners_inside();
    return true;
  }

  bool at_word_end() const { return place_ == texts_[word_].size(); }
  std::uint32_t words_end() const { return word_ + 1; }

private:
  bool enter_word() {
    while (word_ < texts_.size() && place_ == texts_[word_].size()) {
      if (++word_ == texts_.size()) return false;
      place_ = 0;
      apart_ = apart_ || !glued(word_);
      if (!skip_joiner_word()) return false;
    }
    return word_ < texts_.size();
  }

  bool glued(std::uint32_t word) const { // no space between it and the word before
    return word > 0 && texts_[word - 1].data() + texts_[word - 1].size() == texts_[word].data();
  }

  // A word "-" or "'" is passed where both neighbours touch it; "'s" is passed to its "s".
  bool skip_joiner_word() {
    const std::string_view text = texts_[word_];
    if (text.empty() || !is_joiner(text[0])) return true;
    if (!glued(word_)) return false;
    if (text.size() == 1 && (word_ + 1 == texts_.size() || !glued(word_ + 1))) return skip_plural_possessive();
    place_ = 1;
    return place_ == text.size() || piece_kind(text[place_]) != PieceKind::other; // "--" is a dash
  }

  // The mark in "Peoples' Republic": names are held without it.
  bool skip_plural_possessive() {
    const std::string_view before = texts_[word_ - 1];
    if (texts_[word_] != "'" || !(before.ends_with('s') || before.ends_with('S'))) return false;
    place_ = 1;
    return true;
  }

  void skip_joiners_inside() {
    const std::string_view text = texts_[word_];
    if (place_ + 1 < text.size() && is_joiner(text[place_]) && piece_kind(text[place_ + 1]) != PieceKind::other)
      ++place_;
  }

  // "a 10-day truce" holds no A-10: one letter and a number must touch.
  bool too_far(const Piece& piece) const {
    return apart_ && before_.kind == PieceKind::letters && before_.text.size() == 1 && piece.kind == PieceKind::digits;
  }

  const text::WordTexts& texts_;
  std::uint32_t word_;
  std::size_t place_ = 0; // in the word
  Piece before_;
  bool apart_ = false; // a space stands between the last piece and the next
};

TokenId find_piece(const Trie& trie, std::string_view piece) {
  std::array<char, max_pieces> folded;
  if (piece.size() > folded.size()) return no_token;
  unsigned char all = 0;
  std::uint32_t hash = token_hash_start;
  for (std::size_t i = 0; i < piece.size(); ++i) { // one pass: small letters, hash, and whether it is ASCII
    const auto c = static_cast<unsigned char>(piece[i]);
    all |= c;
    folded[i] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    hash = token_hash_step(hash, folded[i]);
  }
  if (all >= 0x80) return trie.find_token(text::fold(piece));
  return trie.find_token({folded.data(), piece.size()}, token_hash_end(hash));
}

// What the walk has seen of the text.
struct Trail {
  struct View { // trivial: sixty-four of them are made for every name, few are used
    const char* start;
    std::size_t size;
  };
  std::array<View, max_pieces> pieces; // the first `count` are set
  std::size_t count = 0;
  std::uint64_t capitals = 0;

  void add(const Piece& piece) {
    if (piece.capital) capitals |= std::uint64_t{1} << count;
    pieces[count++] = {piece.text.data(), piece.text.size()};
  }

  bool is_verbatim(std::string_view exact) const {
    for (std::size_t i = 0; i < count; ++i) {
      if (!exact.starts_with(std::string_view(pieces[i].start, pieces[i].size))) return false;
      exact.remove_prefix(pieces[i].size);
    }
    return exact.empty();
  }
};

std::span<const Alias> readings_of(const Trie& trie, std::uint32_t node, const Trail& trail) {
  const std::uint32_t first = trie.nodes[node].first_group, last = trie.nodes[node + 1].first_group;
  std::uint32_t fitting = 0;
  for (std::uint32_t g = first; g < last; ++g) {
    const CaseGroup& group = trie.groups[g];
    const std::string_view exact(trie.characters.data() + group.exact_start, group.exact_length);
    const bool fits = group.exact_length ? trail.is_verbatim(exact) : (group.capitals & ~trail.capitals) == 0;
    if (fits) fitting |= 1u << (g - first);
  }
  if (fitting == 0) return {};
  const ReadingRange range = trie.subsets[trie.nodes[node].first_subset + fitting];
  return trie.readings.subspan(range.first, range.count);
}

std::uint32_t child_of(const Trie& trie, std::uint32_t node, TokenId token) {
  const auto edges =
      trie.edges.subspan(trie.nodes[node].first_edge, trie.nodes[node + 1].first_edge - trie.nodes[node].first_edge);
  const auto found =
      std::lower_bound(edges.begin(), edges.end(), token, [](const TrieEdge& e, TokenId t) { return e.token < t; });
  return found == edges.end() || found->token != token ? 0 : found->child;
}

} // namespace

std::uint32_t hash_token(std::string_view folded) {
  std::uint32_t hash = token_hash_start;
  for (const char c : folded) hash = token_hash_step(hash, c);
  return token_hash_end(hash);
}

TokenId Trie::find_token(std::string_view folded) const { return find_token(folded, hash_token(folded)); }

TokenId Trie::find_token(std::string_view folded, std::uint32_t hash) const {
  const std::size_t mask = slots.size() - 1;
  for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
    const TokenSlot& found = slots[slot];
    if (found.token == no_token || (found.hash == hash && token(found.token) == folded)) return found.token;
  }
}

void Trie::match_from(std::uint32_t start, const text::WordTexts& texts, std::uint32_t first,
                      std::vector<Match>& out) const {
  PieceReader reader(texts, first);
  Trail trail;
  std::uint32_t node = 0;
  for (Piece piece; trail.count < max_pieces && reader.next(piece);) {
    if (node == 0) {
      node = start;
    } else {
      const TokenId token = find_piece(*this, piece.text);
      if (token == no_token) return;
      node = child_of(*this, node, token);
      if (node == 0) return;
    }
    trail.add(piece);
    if (!reader.at_word_end()) continue;
    const auto found = readings_of(*this, node, trail);
    if (!found.empty()) out.push_back({first, reader.words_end(), found});
  }
}

bool Trie::is_sound(std::size_t concept_count) const {
  const auto rises = [](auto list, auto value, std::size_t limit) {
    for (std::size_t i = 0; i + 1 < list.size(); ++i)
      if (value(list[i]) > value(list[i + 1])) return false;
    return !list.empty() && value(list.back()) <= limit;
  };
  const std::size_t tokens = root_children.size();
  if (token_starts.size() != tokens + 1 || nodes.size() < 2) return false;
  if (!rises(token_starts, [](std::uint32_t v) { return v; }, characters.size())) return false;
  if (slots.empty() || (slots.size() & (slots.size() - 1)) != 0) return false;
  std::size_t free_slots = 0;
  for (const TokenSlot& slot : slots) {
    if (slot.token == no_token)
      ++free_slots;
    else if (slot.token >= tokens)
      return false;
  }
  if (free_slots == 0) return false; // a search would not end
  if (!rises(nodes, [](const TrieNode& n) { return n.first_edge; }, edges.size())) return false;
  if (!rises(nodes, [](const TrieNode& n) { return n.first_group; }, groups.size())) return false;
  const auto in_nodes = [&](std::uint32_t node) { return node + 1 < nodes.size(); };
  if (!std::all_of(root_children.begin(), root_children.end(), in_nodes)) return false;
  if (!std::all_of(edges.begin(), edges.end(), [&](const TrieEdge& e) { return in_nodes(e.child); })) return false;
  for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
    const std::size_t count = nodes[i + 1].first_group - nodes[i].first_group;
    if (count > max_groups) return false;
    if (count && nodes[i].first_subset + (std::size_t{1} << count) > subsets.size()) return false;
  }
  if (!std::all_of(groups.begin(), groups.end(), [&](const CaseGroup& g) {
        return std::uint64_t{g.exact_start} + g.exact_length <= characters.size();
      }))
    return false;
  if (!std::all_of(subsets.begin(), subsets.end(),
                   [&](const ReadingRange& r) { return std::uint64_t{r.first} + r.count <= readings.size(); }))
    return false;
  return std::all_of(readings.begin(), readings.end(), [&](const Alias& a) { return a.entry < concept_count; });
}

} // namespace stemma::pack
