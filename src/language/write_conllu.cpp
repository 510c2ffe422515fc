#include "language/write_conllu.hpp"

#include "language/code_points.hpp"

#include <fmt/format.h>

#include <iterator>

namespace stemma::language {

namespace {

bool is_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, length] = decode_code_point(text, at);
    if (!is_python_space(value)) return false;
    at += length;
  }
  return true;
}

// A value for one line or column: white space would end it, and a control character alone would leave it empty.
std::string in_one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, length] = decode_code_point(text, at);
    if (is_python_space(value)) {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else if (is_control(value) || (length == 1 && value > 0x7F)) { // the latter: no UTF-8
      line += "\xEF\xBF\xBD";                                        // U+FFFD
    } else {
      line.append(text, at, length);
    }
    at += length;
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string_view or_blank(std::string_view value) { return value.empty() ? std::string_view("_") : value; }

class Sentence {
public:
  Sentence(std::string_view text, const std::vector<Token>& tokens, std::size_t first, std::size_t last)
      : text_(text), tokens_(tokens), first_(first), numbers_(last - first, 0) {
    unsigned number = 0;
    for (std::size_t i = first; i < last; ++i)
      if (!is_space(text_of(tokens[i]))) numbers_[i - first] = ++number;
    words_ = number;
  }

  void append_to(std::string& out) const {
    if (words_ == 0) return;
    const std::size_t last = first_ + numbers_.size();
    const std::size_t begin = tokens_[first_].bytes.start.value;
    const std::string line = in_one_line(text_.substr(begin, tokens_[last - 1].bytes.end.value - begin));
    out += "# text = " + line + "\n";
    for (std::size_t i = first_; i < last; ++i)
      if (number_of(i) != 0) append_word(out, i);
    out += '\n';
  }

private:
  std::string_view text_of(const Token& token) const {
    return text_.substr(token.bytes.start.value, token.bytes.length());
  }
  bool is_inside(std::size_t token) const { return token >= first_ && token - first_ < numbers_.size(); }
  unsigned number_of(std::size_t token) const { return is_inside(token) ? numbers_[token - first_] : 0; }

  // 0: the word is a root, or all above it is white space.
  unsigned head_of(std::size_t token) const {
    for (std::size_t hops = 0; hops < numbers_.size(); ++hops) {
      const std::size_t head = tokens_[token].head;
      if (head == token) return 0;
      if (number_of(head) != 0) return number_of(head);
      if (!is_inside(head)) return 0;
      token = head;
    }
    return 0;
  }

  void append_word(std::string& out, std::size_t i) const {
    const Token& token = tokens_[i];
    const unsigned head = head_of(i);
    const bool space_after =
        i + 1 == tokens_.size() || token.bytes.end < tokens_[i + 1].bytes.start || is_space(text_of(tokens_[i + 1]));
    fmt::format_to(std::back_inserter(out), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}start={}|end={}", number_of(i),
                   in_one_line(text_of(token)), or_blank(in_one_line(token.lemma)), or_blank(token.pos),
                   or_blank(token.tag), or_blank(token.morph), head, head == 0 ? "root" : or_blank(token.dep),
                   space_after ? "" : "SpaceAfter=No|", token.span.start.value, token.span.end.value);
    if (token.ent_iob != 'O') fmt::format_to(std::back_inserter(out), "|Entity={}-{}", token.ent_iob, token.ent_type);
    out += '\n';
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::size_t first_;
  std::vector<unsigned> numbers_; // of the words, from 1; 0: white space
  unsigned words_ = 0;
};

} // namespace

std::string write_conllu(std::string_view id, std::string_view text, const Analysis& analysis) {
  std::string out = "# newdoc id = " + in_one_line(id) + "\n";
  const auto& tokens = analysis.tokens;
  for (std::size_t first = 0; first < tokens.size();) {
    std::size_t last = first + 1;
    while (last < tokens.size() && !tokens[last].sent_start) ++last;
    Sentence(text, tokens, first, last).append_to(out);
    first = last;
  }
  return out;
}

} // namespace stemma::language
