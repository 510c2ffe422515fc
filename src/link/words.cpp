#include "link/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace stemma::link {

namespace {

char32_t first_code_point(std::string_view text) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (text.empty()) return 0;
  if (at(0) < 0x80) return at(0);
  if ((at(0) & 0xe0) == 0xc0 && text.size() > 1) return static_cast<char32_t>((at(0) & 0x1f) << 6 | (at(1) & 0x3f));
  if ((at(0) & 0xf0) == 0xe0 && text.size() > 2)
    return static_cast<char32_t>((at(0) & 0x0f) << 12 | (at(1) & 0x3f) << 6 | (at(2) & 0x3f));
  return 0x10000;
}

// Latin, Greek and Cyrillic capitals; in Latin Extended-A capitals are the even places with a few turns.
bool is_capital(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c >= 0xc0 && c <= 0xde) return c != 0xd7;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e)) return (c & 1) == 1;
  if (c >= 0x100 && c <= 0x17f) return (c & 1) == 0 || c == 0x178;
  if (c >= 0x1e00 && c <= 0x1eff) return (c & 1) == 0;
  return (c >= 0x391 && c <= 0x3a9) || (c >= 0x400 && c <= 0x42f);
}

Shape shape_of(std::string_view text) {
  const char32_t first = first_code_point(text);
  if (first >= '0' && first <= '9') return Shape::number;
  const bool letter = first >= 0x80 || (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
  if (!letter) return Shape::other;
  if (!is_capital(first)) return Shape::lower;
  const bool has_lower = std::any_of(text.begin() + 1, text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return has_lower || text.size() < 2 || first >= 0x80 ? Shape::capitalised : Shape::capitals;
}

bool ends_possessive(std::string_view text) {
  return text.size() > 2 && (text.ends_with("'s") || text.ends_with("'S"));
}

} // namespace

Words::Words(const text::PreparedText& text, const language::Analysis* analysis, const Vocabulary& vocabulary)
    : text_(text), clean_(text.clean.data()), analysis_(analysis) {
  read_words(vocabulary);
  mark_possessives();
  mark_headlines();
  mark_credits();
  if (analysis_) align_tokens();
}

Words::Traits Words::read_word(std::string_view verbatim, const Vocabulary& vocabulary) const {
  const bool ending = ends_possessive(verbatim);
  const std::string_view word = ending ? verbatim.substr(0, verbatim.size() - ending_size) : verbatim;
  const Shape shape = shape_of(word);
  const bool letters = shape != Shape::other && shape != Shape::number;
  const Classes classes = letters ? vocabulary.classes_of(word) : 0;
  return {classes & ((1u << word_class::bits) - 1), static_cast<Classes>(shape) & 7u, ending, 0, ending};
}

void Words::read_words(const Vocabulary& vocabulary) {
  traits_.reserve(text_.words.size());
  for (Index i = 0; i < text_.words.size(); ++i) traits_.push_back(read_word(verbatim(i), vocabulary));
  first_sentences_.assign(traits_.size() / words_of_a_step + 1, 0);
  for (std::size_t s = text_.sentences.size(); s-- > 0;)
    for (std::size_t step = text_.sentences[s].first_word / words_of_a_step;
         step * words_of_a_step < text_.sentences[s].last_word; ++step)
      first_sentences_[step] = static_cast<std::uint32_t>(s);
}

void Words::mark_possessives() {
  for (Index i = 1; i < size(); ++i) {
    if (!glued(i)) continue;
    const std::string_view mark = verbatim(i);
    const bool whole = mark == "'s" || mark == "'S";
    const bool split = mark == "'" && i + 1 < size() && glued(i + 1) && verbatim(i + 1) == "s";
    const bool plural = mark == "'" && (i + 1 >= size() || !glued(i + 1)) && verbatim(i - 1).ends_with('s');
    if (!whole && !split && !plural) continue;
    traits_[i - 1].possessive = 1;
    traits_[i].mark = 1;
    if (split) traits_[i + 1].mark = 1;
  }
}

void Words::mark_headlines() {
  headline_.resize(text_.sentences.size());
  for (std::size_t s = 0; s < headline_.size(); ++s) {
    const text::Sentence& sentence = text_.sentences[s];
    unsigned capital = 0, lower = 0;
    for (Index i = sentence.first_word; i < sentence.last_word; ++i) {
      if ((*this)[i].text.size() < 4) continue;
      capital += name_like(i);
      lower += shape(i) == Shape::lower;
    }
    // A full sentence that happens to hold little but names ends with a full stop; a headline does not.
    const bool stopped = !sentence.title && sentence.last_word > sentence.first_word &&
                         verbatim(sentence.last_word - 1).starts_with('.');
    headline_[s] = capital >= 3 && lower * 3 <= capital && !stopped;
  }
}

// By length and first letter: it is asked for every word.
bool Words::may_start_credit(Index i) const {
  const std::string_view word = verbatim(i);
  if (word.size() < 5 || word.size() > 13) return false;
  const char letter = static_cast<char>(word[0] | 0x20);
  return letter == 'p' || letter == 'r' || letter == 'c' || letter == 'e' || letter == 'w' || letter == 'g';
}

// The words by which papers credit pictures and colleagues; what is named there is not what the report is about.
bool Words::says_credit(const text::Sentence& sentence) const {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> signs = {{{"reporting", "by"},
                                                                                    {"editing", "by"},
                                                                                    {"writing", "by"},
                                                                                    {"contributed", "reporting"},
                                                                                    {"getty", "images"},
                                                                                    {"photo", ":"},
                                                                                    {"photograph", ":"},
                                                                                    {"photo", "/"},
                                                                                    {"photo", "credit"},
                                                                                    {"contributed", "to"}}};
  for (Index i = sentence.first_word; i + 1 < sentence.last_word; ++i) {
    if (!may_start_credit(i)) continue;
    for (const auto& [first, second] : signs)
      if (lower_is(i, first) && lower_is(i + 1, second)) {
        if (first != "contributed" || second != "to") return true;
        for (Index r = i + 2; r < sentence.last_word && r < i + 5; ++r)
          if (lower_is(r, "report") || lower_is(r, "reporting") || lower_is(r, "story") || lower_is(r, "article"))
            return true;
      }
  }
  return false;
}

void Words::mark_credits() {
  credit_.resize(text_.sentences.size());
  for (std::size_t s = 0; s < credit_.size(); ++s) credit_[s] = says_credit(text_.sentences[s]);
}

bool Words::credit(Index i) const { return i < size() && !credit_.empty() && credit_[sentence_index(i)]; }

void Words::align_tokens() {
  const auto& tokens = analysis_->tokens;
  word_of_token_.assign(tokens.size(), none);
  token_of_word_.assign(traits_.size(), none);
  std::size_t t = 0;
  for (Index i = 0; i < size(); ++i) {
    const ByteSpan span = text_.words[i].clean;
    while (t < tokens.size() && tokens[t].bytes.end <= span.start) ++t;
    if (t == tokens.size()) break;
    if (tokens[t].bytes.start < span.end) token_of_word_[i] = static_cast<std::uint32_t>(t);
    for (std::size_t u = t; u < tokens.size() && tokens[u].bytes.start < span.end; ++u)
      if (word_of_token_[u] == none && tokens[u].bytes.end > span.start) word_of_token_[u] = i;
  }
}

std::size_t Words::sentence_index(Index i) const {
  std::size_t s = first_sentences_[i / words_of_a_step];
  while (s + 1 < text_.sentences.size() && text_.sentences[s].last_word <= i) ++s;
  return s;
}

Range Words::sentence_of(Index i) const {
  if (i >= size() || text_.sentences.empty()) return {i, i};
  const text::Sentence& sentence = text_.sentences[sentence_index(i)];
  return {sentence.first_word, sentence.last_word};
}

bool Words::headline(Index i) const { return i < size() && !headline_.empty() && headline_[sentence_index(i)]; }

Index Words::before(Index i) const {
  const Index first = sentence_of(i).first;
  while (i > first && i <= size())
    if (!traits_[--i].mark) return i;
  return none;
}

Index Words::after(Index i) const {
  if (i >= size()) return none;
  for (const Index last = sentence_of(i).last; ++i < last;)
    if (!traits_[i].mark) return i;
  return none;
}

bool Words::lower_is(Index i, std::string_view lower) const {
  if (i >= size()) return false;
  const std::string_view word = (*this)[i].text;
  return word.size() == lower.size() && std::equal(lower.begin(), lower.end(), word.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
         });
}

ByteSpan Words::bytes(Range range) const {
  ByteSpan span{text_.words[range.first].clean.start, text_.words[range.last - 1].clean.end};
  if (traits_[range.last - 1].ending) span.end.value -= ending_size;
  return span;
}

std::string_view Words::text(Range range) const { return text_.text_of(bytes(range)); }

const language::Token* Words::token(Index i) const {
  if (!analysis_ || i >= size() || token_of_word_[i] == none) return nullptr;
  return &analysis_->tokens[token_of_word_[i]];
}

Range Words::of_tokens(std::uint32_t first, std::uint32_t last) const {
  Range range{none, 0};
  for (std::uint32_t t = first; t < last && t < word_of_token_.size(); ++t) {
    if (word_of_token_[t] == none) continue;
    if (range.first == none) range.first = word_of_token_[t];
    range.last = std::max(range.last, word_of_token_[t] + 1);
  }
  if (range.first == none) return {0, 0};
  // A token may end inside a run of words ("U.S." is several).
  const auto end = analysis_->tokens[std::min<std::size_t>(last, word_of_token_.size()) - 1].bytes.end;
  while (range.last < size() && text_.words[range.last].clean.end <= end) ++range.last;
  return range;
}

} // namespace stemma::link
