#include "text/words.hpp"

#include "text/utf8.hpp"

#include <unicode/uchar.h>

#include <array>

namespace stemma::text {
namespace {

enum class CharacterKind : std::uint8_t { space, letter, digit, mark, punctuation, symbol };

constexpr CharacterKind ascii_kind(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharacterKind::letter;
  if (c >= '0' && c <= '9') return CharacterKind::digit;
  if (c == ' ' || c == '\n' || c == '\t' || c == '\r') return CharacterKind::space;
  if (std::string_view("!\"#%&'()*,-./:;?@[\\]_{}").find(c) != std::string_view::npos)
    return CharacterKind::punctuation;
  return CharacterKind::symbol;
}

constexpr std::array<CharacterKind, 128> make_ascii_kinds() {
  std::array<CharacterKind, 128> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) kinds[c] = ascii_kind(static_cast<char>(c));
  return kinds;
}
constexpr std::array<CharacterKind, 128> ascii_kinds = make_ascii_kinds();

CharacterKind unicode_kind(char32_t c) {
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  if ((mask & (U_GC_L_MASK | U_GC_NL_MASK)) != 0) return CharacterKind::letter;
  if ((mask & U_GC_ND_MASK) != 0) return CharacterKind::digit;
  if ((mask & U_GC_M_MASK) != 0) return CharacterKind::mark;
  if ((mask & U_GC_Z_MASK) != 0) return CharacterKind::space;
  if ((mask & U_GC_P_MASK) != 0) return CharacterKind::punctuation;
  return CharacterKind::symbol;
}

class Cutter {
public:
  Cutter(std::string_view text, ByteSpan part, std::vector<Word>& words)
      : text_(text.substr(0, part.end.value)), place_(part.start.value), words_(words) {}

  void run() {
    bool space_before = true;
    while (place_ < text_.size()) {
      const CharacterKind kind = kind_at(place_);
      const std::size_t start = place_;
      if (kind == CharacterKind::space) {
        place_ += utf8::length_of(text_[place_]);
        space_before = true;
        continue;
      }
      put(start, take(kind), space_before);
      space_before = false;
    }
  }

private:
  CharacterKind kind_at(std::size_t place) const {
    if (place >= text_.size()) return CharacterKind::space;
    const auto byte = static_cast<unsigned char>(text_[place]);
    return byte < 0x80 ? ascii_kinds[byte] : unicode_kind(utf8::at(text_, place).value);
  }

  void put(std::size_t start, WordKind kind, bool space_before) {
    words_.push_back({{{static_cast<std::uint32_t>(start)}, {static_cast<std::uint32_t>(place_)}}, kind, space_before});
  }

  // Moves `place_` past the word that starts there.
  WordKind take(CharacterKind first) {
    if (first == CharacterKind::letter || first == CharacterKind::digit) return take_word();
    const char c = text_[place_];
    if (c == '\'' && is_possessive()) {
      place_ += 2;
      return WordKind::word;
    }
    place_ += utf8::length_of(c);
    take_marks();
    if (c == '-' || c == '.')
      while (place_ < text_.size() && text_[place_] == c && is_row(c)) ++place_;
    return first == CharacterKind::punctuation ? WordKind::punctuation : WordKind::symbol;
  }

  bool is_row(char c) const { return text_[place_ - 1] == c; }

  void take_marks() {
    while (kind_at(place_) == CharacterKind::mark) place_ += utf8::length_of(text_[place_]);
  }

  bool is_possessive() const {
    if (place_ == 0 || place_ + 1 >= text_.size() || (text_[place_ + 1] != 's' && text_[place_ + 1] != 'S'))
      return false;
    if (words_.empty() || words_.back().clean.end.value != place_) return false;
    const WordKind owner = words_.back().kind;
    if (owner != WordKind::word && owner != WordKind::number && text_[place_ - 1] != '.') return false;
    const CharacterKind after = kind_at(place_ + 2);
    return after != CharacterKind::letter && after != CharacterKind::digit && after != CharacterKind::mark;
  }

  WordKind take_word() {
    bool digits_only = true;
    while (place_ < text_.size()) {
      const CharacterKind kind = kind_at(place_);
      const bool inner_point =
          digits_only && (text_[place_] == '.' || text_[place_] == ',') && kind_at(place_ + 1) == CharacterKind::digit;
      if (kind != CharacterKind::letter && kind != CharacterKind::digit && kind != CharacterKind::mark && !inner_point)
        break;
      digits_only = digits_only && (kind == CharacterKind::digit || inner_point);
      place_ += utf8::length_of(text_[place_]);
    }
    return digits_only ? WordKind::number : WordKind::word;
  }

  std::string_view text_;
  std::size_t place_;
  std::vector<Word>& words_;
};

} // namespace

void cut_words(std::string_view clean, ByteSpan part, std::vector<Word>& words) { Cutter(clean, part, words).run(); }

std::vector<Word> cut_words(std::string_view clean) {
  std::vector<Word> words;
  cut_words(clean, {{0}, {static_cast<std::uint32_t>(clean.size())}}, words);
  return words;
}

} // namespace stemma::text
