#include "query/sparql_token.hpp"

#include "model/error.hpp"
#include "model/utf8.hpp"

#include <algorithm>

namespace stemma::query {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// The code point at `at` of valid UTF-8, and its length in bytes.
struct CodePoint {
  char32_t value;
  std::size_t length;
};
CodePoint decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  char32_t value = static_cast<char32_t>(lead) & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) value = (value << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
  return {value, length};
}

// The characters above ASCII of SPARQL's PN_CHARS: those of PN_CHARS_BASE, and the three further ranges.
bool is_name_character(char32_t c) {
  struct Range {
    char32_t first, last;
  };
  static constexpr Range ranges[] = {{0xB7, 0xB7},      {0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x37D},
                                     {0x37F, 0x1FFF},   {0x200C, 0x200D}, {0x203F, 0x2040}, {0x2070, 0x218F},
                                     {0x2C00, 0x2FEF},  {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD},
                                     {0x10000, 0xEFFFF}};
  return std::any_of(std::begin(ranges), std::end(ranges), [c](Range r) { return r.first <= c && c <= r.last; });
}

class Scanner {
public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<Token> scan() {
    while (skip_blanks_and_comments()) next();
    return std::move(tokens_);
  }

private:
  char at(std::size_t place) const { return place < text_.size() ? text_[place] : '\0'; }

  bool skip_blanks_and_comments() {
    while (place_ < text_.size()) {
      if (is_blank(text_[place_])) {
        ++place_;
      } else if (text_[place_] == '#') {
        while (place_ < text_.size() && !is_line_end(text_[place_])) ++place_;
      } else {
        return true;
      }
    }
    return false;
  }

  void next() {
    const char c = text_[place_];
    if ((c == '?' || c == '$') && name_end(place_ + 1) > place_ + 1)
      return take(TokenKind::variable, name_end(place_ + 1));
    if (c == '<' && iri_end() > place_) return take(TokenKind::iri, iri_end());
    if (c == '"' || c == '\'') return take(TokenKind::string, string_end(c));
    if (c == '^' && at(place_ + 1) == '^') return take(TokenKind::sign, place_ + 2);
    const std::size_t end = word_end();
    if (end > place_) return take(TokenKind::word, end);
    take(TokenKind::sign, place_ + decode(text_, place_).length);
  }

  void take(TokenKind kind, std::size_t end) {
    tokens_.push_back({kind, text_.substr(place_, end - place_)});
    place_ = end;
  }

  std::size_t name_end(std::size_t from) const {
    while (from < text_.size()) {
      const CodePoint c = decode(text_, from);
      if (c.value < 0x80 ? !is_letter_or_digit(text_[from]) : !is_name_character(c.value)) break;
      from += c.length;
    }
    return from;
  }

  // IRIREF of the grammar; where '<' is not the beginning of one, it is an operator.
  std::size_t iri_end() const {
    for (std::size_t i = place_ + 1; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == '>') return i + 1;
      if (static_cast<unsigned char>(c) <= 0x20 || std::string_view("<\"{}|^`").find(c) != std::string_view::npos)
        break;
      if (c == '\\' && at(i + 1) != 'u' && at(i + 1) != 'U') break;
    }
    return place_;
  }

  std::size_t string_end(char quote) const {
    const bool is_long = at(place_ + 1) == quote && at(place_ + 2) == quote;
    for (std::size_t i = place_ + (is_long ? 3 : 1); i < text_.size(); ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == quote) {
        if (!is_long) return i + 1;
        if (at(i + 1) == quote && at(i + 2) == quote) return i + 3;
      } else if (!is_long && is_line_end(text_[i])) {
        break;
      }
    }
    const auto [line, column] = find_place(text_, place_);
    throw Error("this string does not end", "close it with the quotes it began with", Place{{}, line, column});
  }

  // A run of name characters with the ':', '.', '-', '%' and '\' of prefixed names. '@' begins a language tag.
  std::size_t word_end() const {
    std::size_t i = place_;
    while (i < text_.size()) {
      const char c = text_[i];
      if (c == '\\' && i + 1 < text_.size()) {
        i += 1 + decode(text_, i + 1).length;
      } else if (c == ':' || c == '@' || (i > place_ && (c == '-' || c == '.' || c == '%'))) {
        ++i;
      } else if (const std::size_t end = name_end(i); end > i) {
        i = end;
      } else {
        break;
      }
    }
    return i;
  }

  std::string_view text_;
  std::size_t place_ = 0;
  std::vector<Token> tokens_;
};

} // namespace

std::vector<Token> scan_sparql(std::string_view query) {
  if (!is_valid_utf8(query)) throw Error("the query is not valid UTF-8");
  return Scanner(query).scan();
}

std::size_t nesting_depth(const std::vector<Token>& tokens) {
  std::size_t depth = 0, deepest = 0;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::sign) continue;
    const char c = token.text.front();
    if (c == '{' || c == '(' || c == '[') deepest = std::max(deepest, ++depth);
    if ((c == '}' || c == ')' || c == ']') && depth > 0) --depth;
  }
  return deepest;
}

LineAndColumn find_place(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte);
  const auto line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
          count_code_points(before.substr(line_start)) + 1};
}

} // namespace stemma::query
