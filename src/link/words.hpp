#pragma once
// The words of a prepared text as the linker reads them: shape, classes, sentence, place in the parse.

#include "language/analysis.hpp"
#include "link/vocabulary.hpp"
#include "text/prepared_text.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace stemma::link {

using Index = std::uint32_t; // of a word
inline constexpr Index none = 0xffffffff;

enum class Shape : std::uint8_t { other, lower, capitalised, capitals, number };

struct Word {
  std::string_view text; // without the possessive ending
  Classes classes = 0;
  std::uint32_t sentence = 0;
  std::uint32_t token = none; // of the analysis
  Shape shape = Shape::other;
  bool glued = false;      // no white space before it
  bool possessive = false; // "Korea's", or "Korea" before "'s"
  bool mark = false;       // the possessive ending itself
};

struct Range { // of words, half open
  Index first = 0;
  Index last = 0;
  bool contains(Range other) const { return first <= other.first && other.last <= last; }
  bool overlaps(Range other) const { return first < other.last && other.first < last; }
  Index size() const { return last - first; }
  friend bool operator==(Range, Range) = default;
};

class Words {
public:
  Words(const text::PreparedText& text, const language::Analysis* analysis, const Vocabulary& vocabulary);

  Index size() const { return static_cast<Index>(words_.size()); }
  const Word& operator[](Index i) const { return words_[i]; }
  bool is(Index i, Classes classes) const { return i < size() && (words_[i].classes & classes) != 0; }
  bool name_like(Index i) const;                                           // capitalised or in capitals
  std::span<const std::string_view> verbatim() const { return verbatim_; } // for the trie

  Range sentence_of(Index i) const;
  bool starts_sentence(Index i) const { return sentence_of(i).first == i; }
  bool credit(Index i) const;   // in a line that only credits: "Reporting by …", "Photo: …"
  bool headline(Index i) const; // in a title, a heading or a line where nearly every word is capitalised
  // Neighbours inside the sentence, possessive endings skipped; `none` outside.
  Index before(Index i) const;
  Index after(Index i) const;
  bool lower_is(Index i, std::string_view lower) const; // false for `none`

  ByteSpan bytes(Range range) const; // without a possessive ending
  std::string_view text(Range range) const;
  const language::Token* token(Index i) const;
  const language::Analysis* analysis() const { return analysis_; }
  // The words of tokens [first, last); empty when they hold none.
  Range of_tokens(std::uint32_t first, std::uint32_t last) const;

private:
  void read_words(const Vocabulary& vocabulary);
  void mark_possessives();
  void mark_headlines();
  void mark_credits();
  bool says_credit(const text::Sentence& sentence) const;
  void align_tokens();

  const text::PreparedText& text_;
  const language::Analysis* analysis_;
  std::vector<Word> words_;
  std::vector<std::string_view> verbatim_;
  std::vector<bool> headline_; // by sentence
  std::vector<bool> credit_;   // by sentence
  std::vector<Index> word_of_token_;
};

} // namespace stemma::link
