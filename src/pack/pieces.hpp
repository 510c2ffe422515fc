#pragma once
// Words to pieces, the steps of the trie: runs of letters, runs of digits, any other character by itself.
// "Kh-47M2", "Kh47M2" and "Kh 47M2" all become Kh 47 M 2, whichever way a text is cut into words.

#include <array>
#include <cstddef>
#include <string_view>

namespace stemma::pack {

enum class PieceKind : unsigned char { letters, digits, other };

constexpr std::array<PieceKind, 256> make_piece_kinds() {
  std::array<PieceKind, 256> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    const bool letter = c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    kinds[c] = letter ? PieceKind::letters : c >= '0' && c <= '9' ? PieceKind::digits : PieceKind::other;
  }
  return kinds;
}
inline constexpr std::array<PieceKind, 256> piece_kinds = make_piece_kinds();

inline PieceKind piece_kind(char c) { return piece_kinds[static_cast<unsigned char>(c)]; }

// Length in bytes of the piece at the start of `text`, which is not empty. Characters that are not ASCII count as
// letters: the clean text has plain quotes and dashes.
inline std::size_t piece_length(std::string_view text) {
  const PieceKind kind = piece_kind(text[0]);
  std::size_t length = 1;
  if (kind == PieceKind::other) return length;
  while (length < text.size() && piece_kind(text[length]) == kind) ++length;
  return length;
}

// Hyphens and apostrophes join the pieces beside them and are no pieces themselves.
inline bool is_joiner(char c) { return c == '-' || c == '\''; }

} // namespace stemma::pack
