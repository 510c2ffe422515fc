#include "rdf/text_check.hpp"

#include "model/error.hpp"
#include "rdf/utf8.hpp"

#include <algorithm>
#include <utility>

namespace stemma::rdf {

namespace {

[[noreturn]] void refuse(std::string_view text, std::size_t at, const std::string& name, const std::string& fault) {
  const std::string_view before = text.substr(0, at);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const auto last_break = before.rfind('\n');
  const std::size_t column = last_break == std::string_view::npos ? at + 1 : at - last_break;
  throw Error(fault, {}, {name, static_cast<std::uint64_t>(line), column});
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

// Just enough of Turtle's tokens to know which brackets are brackets and which labels are labels.
class TokenScan {
public:
  explicit TokenScan(std::string_view text) : text_(text) {}

  std::vector<std::size_t> labels; // offsets of the labels of blank nodes passed so far

  // Offset of the first bracket that is too deep; npos: none.
  std::size_t find_too_deep() {
    int depth = 0;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '[' || c == '(') {
        if (++depth > deepest_nesting) return at_;
        ++at_;
      } else if (c == ']' || c == ')') {
        depth = std::max(depth - 1, 0);
        ++at_;
      } else {
        skip_token(c);
      }
    }
    return std::string_view::npos;
  }

private:
  void skip_token(char first) {
    switch (first) {
    case '#': return skip_behind("\n");
    case '<': return skip_behind(">");
    case '"':
    case '\'': return skip_string(first);
    case '@': ++at_; return skip_language();
    default: break;
    }
    if (text_.substr(at_).starts_with("_:")) {
      at_ += 2;
      labels.push_back(at_);
      while (at_ < text_.size() && is_name_byte(text_[at_])) ++at_;
    } else if (first == ':' || first == '\\' || (is_name_byte(first) && !is_number_byte(first))) {
      skip_name();
    } else {
      ++at_;
    }
  }

  // So that "1._:a" and "x"@en._:a are two tokens, but e:o._:a is one: the longest match counts.
  static bool is_number_byte(char c) { return (c >= '0' && c <= '9') || c == '-' || c == '.'; }

  void skip_language() {
    while (at_ < text_.size() && text_[at_] != '.' && is_name_byte(text_[at_])) ++at_;
  }

  void skip_name() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\')
        at_ += 2; // what stands behind it is no bracket and no quote
      else if (is_name_byte(c) || c == ':' || c == '%')
        ++at_;
      else
        return;
    }
  }

  void skip_behind(std::string_view end) {
    const auto found = text_.find(end, at_ + 1);
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
  }

  void skip_string(char quote) {
    const std::string long_quote(3, quote);
    const bool is_long = text_.substr(at_).starts_with(long_quote);
    const std::string_view end = is_long ? std::string_view(long_quote) : std::string_view(long_quote).substr(2);
    at_ += end.size();
    while (at_ < text_.size() && !text_.substr(at_).starts_with(end)) {
      if (!is_long && text_[at_] == '\n') return; // a broken string: the reader will stop here
      at_ += text_[at_] == '\\' ? 2 : 1;
    }
    at_ += end.size();
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

} // namespace

std::vector<std::size_t> require_readable(std::string_view text, Syntax syntax, const std::string& name) {
  if (const auto at = find_bad_utf8(text); at != std::string_view::npos) refuse(text, at, name, "not UTF-8");
  if (const auto at = text.find('\0'); at != std::string_view::npos) refuse(text, at, name, "a NUL character");
  if (!has_prefixes(syntax)) return {}; // no brackets in N-Triples and N-Quads
  TokenScan scan(text);
  if (const auto at = scan.find_too_deep(); at != std::string_view::npos)
    refuse(text, at, name, "brackets nested deeper than " + std::to_string(deepest_nesting));
  return std::move(scan.labels);
}

} // namespace stemma::rdf
