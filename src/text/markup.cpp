#include "text/markup.hpp"

#include <algorithm>
#include <array>

namespace stemma::text {
namespace {

constexpr std::string_view escapable = "\\`*_{}[]()#+-.!<>~|\"'$";
constexpr std::size_t longest_tag = 2000;          // bytes; bounds the search for a closing mark
constexpr std::size_t longest_emphasis = 600;      // bytes
constexpr std::size_t longest_front_matter = 8000; // bytes

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// A set of characters; asked for each character of a text.
class Signs {
public:
  explicit constexpr Signs(std::string_view signs) {
    for (const char sign : signs) is_sign_[static_cast<unsigned char>(sign)] = true;
  }
  std::size_t find(std::string_view text, std::size_t from) const {
    while (from < text.size() && !is_sign_[static_cast<unsigned char>(text[from])]) ++from;
    return from;
  }

private:
  std::array<bool, 256> is_sign_{};
};
constexpr Signs markdown_signs("<\\*_`[]!#\n");
constexpr Signs leftover_signs("<\\*");

class Finder {
public:
  Finder(std::string_view text, MarkupKind kind) : text_(text), kind_(kind) {}

  std::vector<ByteSpan> run() {
    const bool markdown = kind_ == MarkupKind::markdown;
    const Signs& signs = markdown ? markdown_signs : leftover_signs;
    if (markdown) place_ = front_matter_end();
    while (place_ < text_.size()) {
      if (markdown && at_line_start()) read_line_start();
      if (place_ < text_.size()) read_inline();
      if (!markdown || !at_line_start()) place_ = signs.find(text_, place_);
    }
    return in_order();
  }

private:
  // Fields between two "---" lines at the top are header.cpp's to read.
  std::size_t front_matter_end() const {
    if (!text_.starts_with("---\n") && !text_.starts_with("---\r\n")) return 0;
    const std::size_t close = text_.substr(0, longest_front_matter).find("\n---", 3);
    return close == std::string_view::npos ? 0 : close + 4;
  }

  // Sorted, and marks that reach into each other ("**a <!-- ** -->") made one.
  std::vector<ByteSpan> in_order() {
    std::sort(found_.begin(), found_.end());
    std::vector<ByteSpan> out;
    for (const ByteSpan& span : found_) {
      if (!out.empty() && span.start <= out.back().end)
        out.back().end = std::max(out.back().end, span.end);
      else
        out.push_back(span);
    }
    return out;
  }

  bool at_line_start() const { return place_ == 0 || text_[place_ - 1] == '\n'; }
  char at(std::size_t place) const { return place < text_.size() ? text_[place] : '\n'; }
  std::string_view rest() const { return text_.substr(place_); }
  std::size_t line_end() const { return std::min(text_.find('\n', place_), text_.size()); }

  void mark(std::size_t start, std::size_t end) {
    if (end > start) found_.push_back({{static_cast<std::uint32_t>(start)}, {static_cast<std::uint32_t>(end)}});
  }
  // Marks the next `length` bytes and goes past them.
  void take(std::size_t length) {
    mark(place_, place_ + length);
    place_ += length;
  }

  void read_line_start() {
    std::size_t start = place_;
    while (at(start) == ' ' && start < place_ + 3) ++start;
    if (at(start) == '>') {
      std::size_t end = start;
      while (at(end) == '>' || (at(end) == ' ' && (at(end + 1) == '>' || at(end - 1) == '>'))) ++end;
      take(end - place_);
      return;
    }
    if (at(start) == '#') return read_heading(start);
    if (is_rule(start) || text_.substr(start).starts_with("```") || text_.substr(start).starts_with("~~~"))
      take(line_end() - place_);
  }

  void read_heading(std::size_t start) {
    std::size_t end = start;
    while (at(end) == '#' && end < start + 6) ++end;
    if (at(end) != ' ') return;
    std::size_t tail = line_end();
    while (tail > end && (is_blank(text_[tail - 1]) || text_[tail - 1] == '#')) --tail;
    if (text_.substr(tail, line_end() - tail).find('#') != std::string_view::npos) closing_hashes_ = {tail, line_end()};
    take(end + 1 - place_);
  }

  // "---", "* * *", "===": a row of one sign
  bool is_rule(std::size_t start) const {
    const std::string_view line = text_.substr(start, std::min(text_.find('\n', start), text_.size()) - start);
    const char sign = at(start);
    if (sign != '-' && sign != '*' && sign != '_' && sign != '=') return false;
    const auto signs = static_cast<std::size_t>(std::count(line.begin(), line.end(), sign));
    const auto blanks = static_cast<std::size_t>(std::count_if(line.begin(), line.end(), is_blank));
    return signs >= 3 && signs + blanks == line.size();
  }

  void read_inline() {
    if (place_ == closing_hashes_.start && closing_hashes_.end > place_) return take(closing_hashes_.end - place_);
    const char c = text_[place_];
    const bool done =
        (c == '<' && read_tag()) || (c == '\\' && read_escape()) || (c == '*' && read_emphasis()) ||
        (kind_ == MarkupKind::markdown && ((c == '_' && read_emphasis()) || (c == '`' && read_code()) ||
                                           ((c == '[' || c == '!') && read_link()) || (c == ']' && read_link_end())));
    if (!done) ++place_;
  }

  bool read_tag() {
    if (rest().starts_with("<!--")) return take_to("-->");
    if (kind_ != MarkupKind::markdown) return false;
    const char next = at(place_ + 1);
    const bool tag = next == '/' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    return tag && take_to(">");
  }

  bool take_to(std::string_view closing) {
    const std::size_t end = text_.substr(place_, longest_tag).find(closing);
    if (end == std::string_view::npos) return false;
    take(end + closing.size());
    return true;
  }

  bool read_escape() {
    if (escapable.find(at(place_ + 1)) == std::string_view::npos) return false;
    if (kind_ != MarkupKind::markdown && at(place_ + 1) != '#' && at(place_ + 1) != '*') return false;
    take(1);
    ++place_; // the sign itself stays
    return true;
  }

  // A row of one to three "*" or "_" that opens before a word; its partner closes behind one in the same paragraph.
  bool read_emphasis() {
    const char sign = text_[place_];
    std::size_t length = 1;
    while (length < 3 && at(place_ + length) == sign) ++length;
    if (kind_ != MarkupKind::markdown && length < 2) return false;
    const std::size_t inside = place_ + length;
    while (!partners_.empty() && partners_.back() < place_) partners_.pop_back();
    if (!partners_.empty() && partners_.back() == place_) {
      partners_.pop_back();
      place_ += length;
      return true;
    }
    const bool opens = inside < text_.size() && !is_blank(text_[inside]) && text_[inside] != sign &&
                       (place_ == 0 || !is_word(text_[place_ - 1]));
    if (!opens) {
      place_ += length;
      return true;
    }
    const std::size_t close = find_partner(inside, sign, length);
    const bool crosses = !partners_.empty() && close > partners_.back();
    if (close == std::string_view::npos || crosses) {
      place_ += length;
      return true;
    }
    take(length);
    mark(close, close + length);
    partners_.push_back(close);
    return true;
  }

  std::size_t find_partner(std::size_t inside, char sign, std::size_t length) const {
    const std::string_view part = text_.substr(inside, longest_emphasis);
    const std::size_t paragraph = std::min(part.find("\n\n"), part.size());
    for (std::size_t at_sign = part.find(sign); at_sign < paragraph; at_sign = part.find(sign, at_sign + 1)) {
      std::size_t row = 1;
      while (at_sign + row < part.size() && part[at_sign + row] == sign) ++row;
      const bool closes = at_sign > 0 && !is_blank(part[at_sign - 1]) && part[at_sign - 1] != '\\' && row == length &&
                          !is_word(at(inside + at_sign + row));
      if (closes) return inside + at_sign;
      at_sign += row - 1;
    }
    return std::string_view::npos;
  }

  bool read_code() {
    std::size_t length = 1;
    while (at(place_ + length) == '`') ++length;
    take(length);
    return true;
  }

  // "[" of a link or image whose "](" follows; the end is taken when it is met.
  bool read_link() {
    const std::size_t open = text_[place_] == '!' ? place_ + 1 : place_;
    if (at(open) != '[') return false;
    const std::string_view part = text_.substr(open, longest_tag);
    const std::size_t close = part.find(']');
    if (close == std::string_view::npos || (close + 1 < part.size() ? part[close + 1] : '\n') != '(') return false;
    take(open + 1 - place_);
    return true;
  }

  // "](https://…)"
  bool read_link_end() {
    if (at(place_ + 1) != '(') return false;
    const std::string_view part = text_.substr(place_, longest_tag);
    const std::size_t close = part.find(')');
    if (close == std::string_view::npos || part.substr(0, close).find('\n') != std::string_view::npos) return false;
    take(close + 1);
    return true;
  }

  std::string_view text_;
  MarkupKind kind_;
  std::size_t place_ = 0;
  struct {
    std::size_t start = 0;
    std::size_t end = 0;
  } closing_hashes_;
  std::vector<std::size_t> partners_; // where the emphases that are open close, the inner ones last
  std::vector<ByteSpan> found_;
};

} // namespace

std::vector<ByteSpan> find_markup(std::string_view source, MarkupKind kind) { return Finder(source, kind).run(); }

} // namespace stemma::text
