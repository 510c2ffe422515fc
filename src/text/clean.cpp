#include "text/clean.hpp"

#include "text/plain_character.hpp"
#include "text/utf8.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace stemma::text {
namespace {

using RunKind = OffsetMap::RunKind;

constexpr std::size_t most_marks = 30;

constexpr std::array<bool, 256> make_ascii_kept() {
  std::array<bool, 256> kept{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) kept[c] = true;
  kept['\n'] = true;
  return kept;
}
constexpr std::array<bool, 256> ascii_kept = make_ascii_kept();

bool is_letter_or_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && u_isalnum(static_cast<UChar32>(c)));
}
bool is_space(char32_t c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}
bool is_dash(char32_t c) { return c == '-' || (c >= 0x2013 && c <= 0x2015); }
bool closes(char32_t c) {
  return std::string_view(",.;:?!)]}").find(static_cast<char>(c < 0x80 ? c : 0)) != std::string_view::npos ||
         c == 0x2019 || c == 0x201D || c == 0xBB;
}

bool is_removed(char32_t c) {
  if (c >= 0x80) return plain_character(c).fate == CharacterFate::remove;
  return !ascii_kept[c] && (c < '\t' || c > '\r');
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> scales = {{{"bn", " billion"},
                                                                                  {"mn", " million"},
                                                                                  {"tn", " trillion"},
                                                                                  {"m", " million"},
                                                                                  {"M", " million"},
                                                                                  {"B", " billion"},
                                                                                  {"k", " thousand"}}};

class Cleaner {
public:
  Cleaner(std::string_view source, const std::vector<ByteSpan>& markup)
      : source_(source), markup_(markup), nfc_(*normalizer()) {
    out_.text.reserve(source.size() + source.size() / 64);
  }

  Cleaned run() {
    while (place_ < source_.size()) step(true);
    push(RunKind::removed); // the sentinel; a removed run at the very end would do, but may not be there
    return std::move(out_);
  }

private:
  struct Cursor {
    std::size_t clean = 0;
    std::size_t byte = 0;
    std::size_t code_point = 0;
  };

  static const icu::Normalizer2* normalizer() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) throw Error("ICU has no normalisation data", "is the package libicu complete?");
    return nfc;
  }

  Cursor here() const { return {out_.text.size(), place_, code_point_}; }

  static OffsetMap::Run run_from(const Cursor& cursor, RunKind kind) {
    return {{static_cast<std::uint32_t>(cursor.clean)},
            {static_cast<std::uint32_t>(cursor.byte)},
            {static_cast<std::uint32_t>(cursor.code_point)},
            kind};
  }
  void push(RunKind kind) { out_.runs.push_back(run_from(here(), kind)); }

  std::size_t room_in_same_run() const {
    if (out_.runs.empty() || out_.runs.back().kind != RunKind::same) return 0;
    const std::size_t used = out_.text.size() - out_.runs.back().clean.value;
    return used < OffsetMap::longest_same ? OffsetMap::longest_same - used : 0;
  }

  void advance(std::size_t bytes, std::size_t code_points) {
    place_ += bytes;
    code_point_ += code_points;
  }

  void take_ascii(std::string_view text) {
    const std::size_t joined = std::min(room_in_same_run(), text.size());
    out_.text.append(text.substr(0, joined));
    advance(joined, joined);
    text.remove_prefix(joined);
    if (!text.empty()) {
      if (out_.runs.empty() || out_.runs.back().kind != RunKind::ascii) push(RunKind::ascii);
      out_.text.append(text);
      advance(text.size(), text.size());
    }
    base_ = {out_.text.size() - 1, place_ - 1, code_point_ - 1};
  }

  void take_same(std::size_t length) {
    if (room_in_same_run() < length) push(RunKind::same);
    base_ = here();
    out_.text.append(source_, place_, length);
    advance(length, 1);
  }

  void replace(std::size_t length, std::size_t code_points, std::string_view text) {
    push(RunKind::replaced);
    base_ = here();
    out_.text.append(text);
    advance(length, code_points);
  }

  void remove(std::size_t length, std::size_t code_points) {
    if (out_.runs.empty() || out_.runs.back().kind != RunKind::removed) push(RunKind::removed);
    advance(length, code_points);
  }

  std::size_t next_markup() const {
    return markup_index_ < markup_.size() ? markup_[markup_index_].start.value : source_.size();
  }

  void skip_markup() {
    const std::size_t length = markup_[markup_index_].length();
    remove(length, utf8::count_code_points(source_.substr(place_, length)));
    ++markup_index_;
  }

  void step(bool compose) {
    if (place_ == next_markup()) return skip_markup();
    const auto byte = static_cast<unsigned char>(source_[place_]);
    if (const auto scale = scale_at(place_)) return replace(scale->size, scale->size, scale->word);
    if (ascii_kept[byte]) return take_ascii(kept_stretch());
    if (byte < 0x80) return take_control(source_[place_]);
    take_character(compose);
  }

  std::string_view kept_stretch() const {
    const std::size_t limit = next_markup();
    std::size_t end = place_ + 1;
    while (end < limit && ascii_kept[static_cast<unsigned char>(source_[end])] && !scale_at(end)) ++end;
    return source_.substr(place_, end - place_);
  }

  struct Scale {
    std::size_t size = 0;
    std::string_view word;
  };

  // "$225m", "£2.5bn": parsers of English have learnt the word, and cut the letter off as metres.
  std::optional<Scale> scale_at(std::size_t place) const {
    if (place == 0 || source_[place - 1] < '0' || source_[place - 1] > '9') return std::nullopt;
    for (const auto& [letters, word] : scales) {
      if (source_.substr(place, letters.size()) != letters) continue;
      const auto end = place + letters.size();
      const bool ends = end == source_.size() || !is_letter_or_digit(source_at(end));
      return ends && is_money_before(place) ? std::optional(Scale{letters.size(), word}) : std::nullopt;
    }
    return std::nullopt;
  }

  // A currency sign, and nothing but the figure since.
  bool is_money_before(std::size_t place) const {
    const auto figure = source_.find_last_not_of("0123456789.,", place - 1);
    if (figure == std::string_view::npos) return false;
    const auto sign = source_.substr(0, figure + 1);
    return sign.ends_with('$') || sign.ends_with("£") || sign.ends_with("€");
  }

  void take_control(char c) {
    const bool before_line_feed = place_ + 1 < source_.size() && source_[place_ + 1] == '\n';
    if (c == '\t') return take_ascii(" ");
    if (c == '\v' || c == '\f' || (c == '\r' && !before_line_feed)) return take_ascii("\n");
    // Between two words it stood for a separator: removed, it would make them one.
    if (is_letter_or_digit(before()) && is_letter_or_digit(source_at(place_ + 1))) return replace(1, 1, " ");
    remove(1, 1);
  }

  void take_character(bool compose) {
    const utf8::CodePoint c = utf8::at(source_, place_);
    const PlainCharacter plain = c.value >= 0xC0 && c.value < 0x2B9 ? PlainCharacter{} : plain_character(c.value);
    switch (plain.fate) {
    case CharacterFate::keep:
      if (compose && c.value >= 0x300 && compose_at(c)) return;
      return take_same(c.length);
    case CharacterFate::remove: return remove(c.length, 1);
    case CharacterFate::replace: return replace(c.length, 1, plain.replacement);
    case CharacterFate::long_dash: return take_dash(c.length);
    case CharacterFate::en_dash: return joins_words(c.length) ? replace(c.length, 1, "-") : take_dash(c.length);
    }
  }

  // The last character of the clean text; 0: none.
  char32_t before() const {
    if (out_.text.empty()) return 0;
    std::size_t start = out_.text.size() - 1;
    while (utf8::is_continuation(out_.text[start])) --start;
    return utf8::at(out_.text, start).value;
  }
  char32_t source_at(std::size_t place) const { return place < source_.size() ? utf8::at(source_, place).value : 0; }

  bool joins_words(std::size_t length) const {
    const char32_t next = source_at(place_ + length);
    if (!is_letter_or_digit(next)) return false;
    const char32_t previous = before();
    return is_letter_or_digit(previous) || (next <= '9' && (previous == 0 || is_space(previous) || previous == '('));
  }

  bool wants_space_before() const {
    const char32_t previous = before();
    if (previous == 0 || is_space(previous) || is_dash(previous) || previous == '(' || previous == '[') return false;
    const std::size_t size = out_.text.size();
    const bool opening_quote = (previous == '"' || previous == '\'') &&
                               (size == 1 || is_space(static_cast<unsigned char>(out_.text[size - 2])));
    return !opening_quote;
  }

  bool wants_space_after(std::size_t next_place) const {
    const char32_t next = source_at(next_place);
    if (next == 0 || is_space(next) || is_dash(next) || closes(next)) return false;
    const bool straight_quote = next == '"' || next == '\'';
    return !straight_quote || is_letter_or_digit(source_at(next_place + 1));
  }

  void take_dash(std::size_t length) {
    std::string text = wants_space_before() ? " --" : "--";
    if (wants_space_after(place_ + length)) text += ' ';
    replace(length, 1, text);
  }

  // Where a character touches the one before it in NFC, or changes by itself, the whole cluster is normalised; all
  // other text is its own NFC. False: nothing was done.
  bool compose_at(const utf8::CodePoint& c) {
    const auto value = static_cast<UChar32>(c.value);
    const bool starts = nfc_.hasBoundaryBefore(value);
    if (starts && u_getIntPropertyValue(value, UCHAR_NFC_QUICK_CHECK) != UNORM_NO) return false;
    compose_cluster(starts || out_.text.empty() ? here() : base_);
    return true;
  }

  void compose_cluster(const Cursor& start) {
    const Cluster cluster = read_cluster(out_.text.substr(start.clean));
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed);
    UErrorCode status = U_ZERO_ERROR;
    nfc_.normalizeUTF8(0, cluster.text, sink, nullptr, status);
    if (U_FAILURE(status)) throw Error("ICU could not normalise a text");
    if (composed == cluster.text && cluster.dropped == 0) {
      while (place_ < cluster.end.byte) step(false);
    } else {
      cut_back(start);
      replace(cluster.end.byte - start.byte, cluster.end.code_point - start.code_point, composed);
      while (markup_index_ < markup_.size() && markup_[markup_index_].start.value < place_) ++markup_index_;
    }
    out_.dropped_marks += cluster.dropped;
    base_ = start;
  }

  struct Cluster {
    std::string text;
    Cursor end;
    std::size_t dropped = 0;
  };

  // From `place_` on: one character, and all that have no boundary before them; removed ones in between are passed.
  Cluster read_cluster(std::string text) const {
    Cluster cluster{std::move(text), here(), 0};
    Cursor cursor = here();
    std::size_t markup = markup_index_;
    std::size_t marks = 0;
    bool first = true;
    while (cursor.byte < source_.size()) {
      if (markup < markup_.size() && markup_[markup].start.value == cursor.byte) {
        const std::size_t length = markup_[markup++].length();
        cursor.code_point += utf8::count_code_points(source_.substr(cursor.byte, length));
        cursor.byte += length;
        continue;
      }
      const utf8::CodePoint c = utf8::at(source_, cursor.byte);
      const bool passed = is_removed(c.value);
      if (!passed && !first && nfc_.hasBoundaryBefore(static_cast<UChar32>(c.value))) break;
      cursor.byte += c.length;
      ++cursor.code_point;
      if (passed) continue;
      first = false;
      const bool mark = u_getCombiningClass(static_cast<UChar32>(c.value)) != 0;
      if (mark && ++marks > most_marks)
        ++cluster.dropped;
      else
        utf8::append(cluster.text, c.value);
      cluster.end = cursor;
    }
    return cluster;
  }

  void cut_back(const Cursor& start) {
    out_.text.resize(start.clean);
    place_ = start.byte;
    code_point_ = start.code_point;
    while (!out_.runs.empty() && out_.runs.back().source_byte.value >= start.byte) out_.runs.pop_back();
  }

  std::string_view source_;
  const std::vector<ByteSpan>& markup_;
  const icu::Normalizer2& nfc_;
  Cleaned out_;
  std::size_t place_ = 0; // in bytes of the source
  std::size_t code_point_ = 0;
  std::size_t markup_index_ = 0;
  Cursor base_; // where the last character of the clean text comes from: what a combining mark would join
};

} // namespace

bool is_scale_letter(std::string_view letters) {
  return std::any_of(scales.begin(), scales.end(), [&](const auto& scale) { return scale.first == letters; });
}

Cleaned clean(std::string_view source, const std::vector<ByteSpan>& markup) { return Cleaner(source, markup).run(); }

} // namespace stemma::text
