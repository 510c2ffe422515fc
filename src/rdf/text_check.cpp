#include "rdf/text_check.hpp"

#include "model/error.hpp"
#include "rdf/utf8.hpp"

#include <algorithm>

namespace stemma::rdf {

namespace {

[[noreturn]] void refuse(std::string_view text, std::size_t at, const std::string& name, const std::string& fault) {
  const std::string_view before = text.substr(0, at);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const auto last_break = before.rfind('\n');
  const std::size_t column = last_break == std::string_view::npos ? at + 1 : at - last_break;
  throw Error(fault, {}, {name, static_cast<std::uint64_t>(line), column});
}

// Just enough of Turtle's tokens to know which brackets are brackets.
class NestingScan {
public:
  explicit NestingScan(std::string_view text) : text_(text) {}

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
    case '\\': at_ += 2; return; // an escape in a local name
    default: ++at_;
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

void require_readable(std::string_view text, Syntax syntax, const std::string& name) {
  if (const auto at = find_bad_utf8(text); at != std::string_view::npos) refuse(text, at, name, "not UTF-8");
  if (const auto at = text.find('\0'); at != std::string_view::npos) refuse(text, at, name, "a NUL character");
  if (!has_prefixes(syntax)) return; // no brackets in N-Triples and N-Quads
  if (const auto at = NestingScan(text).find_too_deep(); at != std::string_view::npos)
    refuse(text, at, name, "brackets nested deeper than " + std::to_string(deepest_nesting));
}

} // namespace stemma::rdf
