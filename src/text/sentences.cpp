#include "text/sentences.hpp"

#include "text/english.hpp"
#include "text/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace stemma::text {
namespace {

constexpr std::size_t longest_heading = 130; // code points

bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : u_islower(static_cast<UChar32>(c)); }
bool is_upper(char32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}

// The full stop of Chinese and Japanese, behind which no space stands.
bool is_wide_end(std::string_view word) { return word == "\u3002"; }

bool is_list_item(std::string_view line) {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits > 0 && digits < 4) return line.substr(digits).starts_with(". ") || line.substr(digits).starts_with(") ");
  const bool sign =
      line[0] == '-' || line[0] == '*' || line[0] == '+' || line.starts_with("\u2022") || line.starts_with("\u00B7");
  return sign;
}

class Cutter {
public:
  Cutter(std::string_view clean, const std::vector<Word>& words, const std::vector<ByteOffset>& cuts)
      : clean_(clean), words_(words), cuts_(cuts) {}

  std::vector<Sentence> run() {
    for (std::size_t first = 0; first < words_.size();) {
      const std::size_t last = line_end(first);
      cut_line(first, last);
      first = last;
    }
    return std::move(out_);
  }

private:
  std::string_view text(std::size_t index) const {
    const ByteSpan span = words_[index].clean;
    return clean_.substr(span.start.value, span.length());
  }
  bool is(std::size_t index, std::string_view wanted) const { return text(index) == wanted; }
  char32_t first_letter(std::size_t index) const { return utf8::at(clean_, words_[index].clean.start.value).value; }

  // The first word that stands on another line, or behind a cut.
  std::size_t line_end(std::size_t first) {
    while (next_cut_ < cuts_.size() && cuts_[next_cut_] <= words_[first].clean.start) ++next_cut_;
    std::size_t last = first + 1;
    for (; last < words_.size(); ++last) {
      const ByteOffset end = words_[last - 1].clean.end;
      const ByteOffset start = words_[last].clean.start;
      if (next_cut_ < cuts_.size() && cuts_[next_cut_] <= start) break;
      if (words_[last].space_before && has_line_end(end.value, start.value)) break;
    }
    return last;
  }

  // Nearly always one blank: no call is worth it.
  bool has_line_end(std::size_t start, std::size_t end) const {
    while (start < end && clean_[start] != '\n') ++start;
    return start < end;
  }

  void put(std::size_t first, std::size_t last) {
    Sentence sentence;
    sentence.clean = {words_[first].clean.start, words_[last - 1].clean.end};
    sentence.first_word = static_cast<std::uint32_t>(first);
    sentence.last_word = static_cast<std::uint32_t>(last);
    out_.push_back(sentence);
  }

  void cut_line(std::size_t first, std::size_t last) {
    std::size_t start = first;
    for (std::size_t i = after_list_mark(first, last); i < last; ++i) {
      if (!ends(i)) continue;
      const std::size_t next = past_closers(i + 1, last);
      if (next == last) break;
      if (begins(i, next)) {
        put(start, next);
        start = next;
      }
      i = next - 1; // also where nothing ended: a row of "!?!?" is looked at once
    }
    put(start, last);
    const bool whole_line = start == first;
    const std::uint32_t begin = words_[first].clean.start.value;
    if (whole_line) out_.back().title = is_heading(clean_.substr(begin, words_[last - 1].clean.end.value - begin));
  }

  // "1." and "a." at the start of a line end nothing.
  std::size_t after_list_mark(std::size_t first, std::size_t last) const {
    const bool mark = first + 1 < last && is(first + 1, ".") && text(first).size() <= 3 &&
                      (words_[first].kind == WordKind::number || text(first).size() == 1);
    return mark ? first + 2 : first;
  }

  bool ends(std::size_t index) const {
    if (words_[index].kind != WordKind::punctuation) return false;
    const std::string_view word = text(index);
    return word[0] == '.' || word == "!" || word == "?" || is_wide_end(word);
  }

  // Quotes and brackets without a space before them belong to the sentence that they close.
  std::size_t past_closers(std::size_t index, std::size_t last) const {
    for (; index < last && !words_[index].space_before; ++index) {
      const std::string_view word = text(index);
      const bool closer = word == "\"" || word == "'" || word == ")" || word == "]" || word == "!" || word == "?";
      if (!closer) break;
    }
    return index;
  }

  // Is word `next` the beginning of a sentence, after the end mark `mark`?
  bool begins(std::size_t mark, std::size_t next) const {
    const std::size_t head = past_openers(next);
    if (head == words_.size()) return true;
    if (is_wide_end(text(mark))) return true;
    if (!words_[next].space_before) return next == mark + 1 && glued_sentences(mark, next);
    const char32_t c = first_letter(head);
    if (is_lower(c)) return false;
    const bool opened = head > next;
    if (is(mark, ".") && mark > 0 && !words_[mark].space_before && next == mark + 1)
      return !goes_on(mark, head, opened);
    return true;
  }

  std::size_t past_openers(std::size_t index) const {
    while (index < words_.size() && words_[index].kind == WordKind::punctuation && !ends(index)) ++index;
    return index;
  }

  // "facilities.Moscow": two paragraphs that lost the space between them; not "example.com" nor "U.S.A".
  bool glued_sentences(std::size_t mark, std::size_t next) const {
    if (!is(mark, ".") || mark == 0 || words_[next].kind != WordKind::word) return false;
    const std::string_view before = text(mark - 1);
    const std::string_view after = text(next);
    const bool plain_word = before.size() > 2 && std::all_of(before.begin(), before.end(), [](char c) {
                              return is_lower(static_cast<unsigned char>(c));
                            });
    return plain_word && after.size() > 1 && is_upper(static_cast<unsigned char>(after[0])) &&
           is_lower(static_cast<unsigned char>(after[1]));
  }

  // The word before a full stop, with the initials that are joined to it: "U.S", "Ph.D".
  std::string_view word_before(std::size_t mark) const {
    std::size_t first = mark - 1;
    while (first >= 2 && !words_[first].space_before && is(first - 1, ".") && !words_[first - 1].space_before &&
           text(first - 2).size() <= 3)
      first -= 2;
    const std::uint32_t start = words_[first].clean.start.value;
    return clean_.substr(start, words_[mark].clean.start.value - start);
  }

  bool goes_on(std::size_t mark, std::size_t head, bool opened) const {
    const std::string_view word = text(head);
    const bool number = words_[head].kind == WordKind::number;
    const bool begins_clearly = opened || english::begins_sentence(word);
    switch (english::abbreviation(word_before(mark))) {
    case english::Abbreviation::none: return false;
    case english::Abbreviation::title: return !opened;
    case english::Abbreviation::inner: return true;
    case english::Abbreviation::before_number: return number;
    case english::Abbreviation::month: return number || !begins_clearly;
    case english::Abbreviation::either: return !begins_clearly;
    }
    return false;
  }

  std::string_view clean_;
  const std::vector<Word>& words_;
  const std::vector<ByteOffset>& cuts_;
  std::size_t next_cut_ = 0;
  std::vector<Sentence> out_;
};

} // namespace

bool is_heading(std::string_view line) {
  while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
  if (line.empty() || line.size() > 4 * longest_heading) return false;
  if (std::string_view(".,;:!").find(line.back()) != std::string_view::npos || line.ends_with("\u3002")) return false;
  if (is_list_item(line)) return false;
  const bool closed = line.size() > 1 && (line.back() == '"' || line.back() == '\'' || line.back() == ')') &&
                      std::string_view(".,!?").find(line[line.size() - 2]) != std::string_view::npos;
  return !closed && !is_lower(utf8::at(line, 0).value) && utf8::count_code_points(line) <= longest_heading;
}

std::vector<Sentence> cut_sentences(std::string_view clean, const std::vector<Word>& words,
                                    const std::vector<ByteOffset>& cuts) {
  return Cutter(clean, words, cuts).run();
}

} // namespace stemma::text
