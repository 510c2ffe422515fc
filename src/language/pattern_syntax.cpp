#include "language/pattern_syntax.hpp"

#include "language/code_points.hpp"

#include <fmt/format.h>

#include <optional>

namespace stemma::language {

namespace {

constexpr unsigned deepest_group = 50;
constexpr unsigned most_repeats = 1000;

class Parser {
public:
  Parser(const ModelFile& file, std::string_view field, std::u32string text)
      : file_(file), field_(field), text_(std::move(text)) {}

  PatternNode parse() {
    if (text_.starts_with(U"(?u)")) at_ = 4; // the default of Python 3
    PatternNode node = choice();
    if (at_ != text_.size()) fail("a ) without its (");
    return node;
  }

private:
  [[noreturn]] void fail(const std::string& what) const {
    file_.fail(field_, fmt::format("pattern, character {}: {}", at_, what));
  }

  bool at_end() const { return at_ == text_.size(); }
  bool take(std::u32string_view expected) {
    if (std::u32string_view(text_).substr(at_, expected.size()) != expected) return false;
    at_ += expected.size();
    return true;
  }
  char32_t next() {
    if (at_end()) fail("ends too early");
    return text_[at_++];
  }

  PatternNode choice() {
    if (++depth_ > deepest_group) fail("groups are nested too deeply");
    PatternNode node;
    node.kind = PatternNode::Kind::choice;
    do node.children.push_back(sequence());
    while (take(U"|"));
    --depth_;
    if (node.children.size() == 1) return PatternNode(std::move(node.children.front()));
    return node;
  }

  PatternNode sequence() {
    PatternNode node;
    while (!at_end() && text_[at_] != U'|' && text_[at_] != U')') node.children.push_back(repeated(atom()));
    return node;
  }

  PatternNode atom() {
    if (take(U"(")) return group();
    if (take(U"[")) return char_class();
    if (take(U"\\")) return escaped();
    if (take(U"^")) return assertion(PatternNode::Kind::begin);
    if (take(U"$")) return assertion(PatternNode::Kind::end);
    const char32_t c = next();
    if (c == U'.' || c == U'?' || c == U'*' || c == U'+') fail("this is not supported here");
    return literal(c);
  }

  static PatternNode assertion(PatternNode::Kind kind) {
    PatternNode node;
    node.kind = kind;
    return node;
  }

  static PatternNode of_set(CharSet set) {
    set.finish();
    PatternNode node;
    node.kind = PatternNode::Kind::set;
    node.set = std::make_shared<const CharSet>(std::move(set));
    return node;
  }

  static PatternNode literal(char32_t c) {
    CharSet set;
    set.add(c, c);
    return of_set(std::move(set));
  }

  PatternNode group() {
    PatternNode look;
    look.kind = PatternNode::Kind::look;
    if (take(U"?:")) {
      look.kind = PatternNode::Kind::sequence;
    } else if (take(U"?=")) {
    } else if (take(U"?!")) {
      look.negative = true;
    } else if (take(U"?<=")) {
      look.behind = true;
    } else if (take(U"?<!")) {
      look.behind = look.negative = true;
    } else if (take(U"?")) {
      fail("this kind of group is not supported");
    } else {
      look.kind = PatternNode::Kind::sequence;
    }
    look.children.push_back(choice());
    if (!take(U")")) fail("a ( without its )");
    return look;
  }

  char32_t hexadecimal(unsigned digits) {
    char32_t value = 0;
    for (unsigned i = 0; i < digits; ++i) {
      const char32_t c = next();
      if (c >= U'0' && c <= U'9')
        value = value * 16 + (c - U'0');
      else if (c >= U'a' && c <= U'f')
        value = value * 16 + (c - U'a' + 10);
      else if (c >= U'A' && c <= U'F')
        value = value * 16 + (c - U'A' + 10);
      else
        fail("a hexadecimal digit is missing");
    }
    if (value > 0x10FFFF) fail("this is no code point");
    return value;
  }

  static std::optional<CharSet::Property> property_of(char32_t c) {
    switch (c) {
    case U'w': return CharSet::Property::word;
    case U'd': return CharSet::Property::digit;
    case U's': return CharSet::Property::space;
    case U'W': return CharSet::Property::not_word;
    case U'D': return CharSet::Property::not_digit;
    case U'S': return CharSet::Property::not_space;
    default: return std::nullopt;
    }
  }

  // The character that an escape stands for, its backslash being taken already.
  char32_t escaped_character() {
    const char32_t c = next();
    switch (c) {
    case U'u': return hexadecimal(4);
    case U'U': return hexadecimal(8);
    case U'x': return hexadecimal(2);
    case U'n': return U'\n';
    case U't': return U'\t';
    case U'r': return U'\r';
    default: break;
    }
    if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9'))
      fail("this escape is not supported");
    return c;
  }

  PatternNode escaped() {
    if (!at_end())
      if (const auto property = property_of(text_[at_])) {
        ++at_;
        CharSet set;
        set.add(*property);
        return of_set(std::move(set));
      }
    return literal(escaped_character());
  }

  PatternNode char_class() {
    CharSet set;
    if (take(U"^")) set.negate();
    for (bool first = true; first || at_end() || text_[at_] != U']'; first = false) {
      char32_t low = next();
      if (low == U'\\') {
        if (!at_end())
          if (const auto property = property_of(text_[at_])) {
            ++at_;
            set.add(*property);
            continue;
          }
        low = escaped_character();
      }
      char32_t high = low;
      if (at_ + 1 < text_.size() && text_[at_] == U'-' && text_[at_ + 1] != U']') {
        ++at_;
        high = next();
        if (high == U'\\') high = escaped_character();
        if (high < low) fail("a range whose end comes before its start");
      }
      set.add(low, high);
    }
    ++at_;
    return of_set(std::move(set));
  }

  std::optional<unsigned> number() {
    std::optional<unsigned> value;
    while (!at_end() && text_[at_] >= U'0' && text_[at_] <= U'9') {
      value = value.value_or(0) * 10 + (text_[at_++] - U'0');
      if (*value > most_repeats) fail("repeated too often");
    }
    return value;
  }

  // {m}, {m,}, {,n} or {m,n}; a { that starts none of them is a literal, as in Python.
  bool counts(PatternNode& repeat) {
    const std::size_t start = at_;
    if (!take(U"{")) return false;
    const auto least = number();
    auto most = least;
    const bool comma = take(U",");
    if (comma) most = number();
    if (!take(U"}") || (!least && !most)) {
      at_ = start;
      return false;
    }
    repeat.least = least.value_or(0);
    repeat.most = most.value_or(PatternNode::unbounded);
    if (repeat.most < repeat.least) fail("a repetition whose most is less than its least");
    return true;
  }

  PatternNode repeated(PatternNode node) {
    PatternNode repeat;
    repeat.kind = PatternNode::Kind::repeat;
    repeat.most = PatternNode::unbounded;
    if (take(U"?"))
      repeat.most = 1;
    else if (take(U"*"))
      repeat.least = 0;
    else if (take(U"+"))
      repeat.least = 1;
    else if (!counts(repeat))
      return node;
    if (!at_end() && (text_[at_] == U'?' || text_[at_] == U'+' || text_[at_] == U'*'))
      fail("lazy and possessive repetitions are not supported");
    repeat.children.push_back(std::move(node));
    return repeat;
  }

  const ModelFile& file_;
  std::string_view field_;
  std::u32string text_;
  std::size_t at_ = 0;
  unsigned depth_ = 0;
};

bool has_ascii_letter(const CharSet& set) {
  for (char32_t c = U'A'; c <= U'z'; ++c)
    if ((c <= U'Z' || c >= U'a') && set.contains(c)) return true;
  return false;
}

// Adds the sets that a match of `node` may start with; true if every match of it consumes a character.
bool add_edge(const PatternNode& node, bool backward, EdgeSet& edge) {
  using Kind = PatternNode::Kind;
  switch (node.kind) {
  case Kind::set: edge.sets.push_back(node.set); return true;
  case Kind::begin:
  case Kind::end:
  case Kind::look: return false;
  case Kind::repeat: return add_edge(node.children.front(), backward, edge) && node.least > 0;
  case Kind::choice: {
    bool all = true;
    for (const PatternNode& child : node.children) all = add_edge(child, backward, edge) && all;
    return all;
  }
  case Kind::sequence: break;
  }
  for (std::size_t i = 0; i < node.children.size(); ++i)
    if (add_edge(node.children[backward ? node.children.size() - 1 - i : i], backward, edge)) return true;
  return false;
}

} // namespace

PatternNode parse_pattern(const ModelFile& file, std::string_view field, std::string_view text) {
  return Parser(file, field, decode_utf8(text)).parse();
}

bool can_match_letters(const PatternNode& node) {
  using Kind = PatternNode::Kind;
  switch (node.kind) {
  case Kind::set: return has_ascii_letter(*node.set);
  case Kind::begin:
  case Kind::end: return true;
  case Kind::look: return node.negative || can_match_letters(node.children.front());
  case Kind::repeat: return node.least == 0 || can_match_letters(node.children.front());
  case Kind::choice:
    for (const PatternNode& child : node.children)
      if (can_match_letters(child)) return true;
    return false;
  case Kind::sequence: break;
  }
  for (const PatternNode& child : node.children)
    if (!can_match_letters(child)) return false;
  return true;
}

EdgeSet edge_of(const PatternNode& node, bool backward) {
  EdgeSet edge;
  edge.certain = add_edge(node, backward, edge);
  return edge;
}

} // namespace stemma::language
