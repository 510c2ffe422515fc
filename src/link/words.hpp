#pragma once
// The words of a prepared text as the linker reads them: shape, classes, sentence, place in the parse.

#include "language/analysis.hpp"
#include "link/vocabulary.hpp"
#include "link/word_map.hpp"
#include "text/prepared_text.hpp"
#include "text/word_texts.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace stemma::link {

enum class Shape : std::uint8_t { other, lower, capitalised, capitals, number };

struct Word {
  std::string_view text; // without the possessive ending
  Classes classes = 0;
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

  Index size() const { return static_cast<Index>(traits_.size()); }
  Word operator[](Index i) const {
    const Traits traits = traits_[i];
    const text::Word& word = text_.words[i];
    return {{clean_ + word.clean.start.value, word.clean.length() - (traits.ending ? ending_size : 0u)},
            traits.classes,
            token_of_word_.empty() ? none : token_of_word_[i],
            static_cast<Shape>(traits.shape),
            glued(i),
            traits.possessive != 0,
            traits.mark != 0};
  }
  bool is(Index i, Classes classes) const { return i < size() && (traits_[i].classes & classes) != 0; }
  bool glued(Index i) const { return i > 0 && i < size() && !text_.words[i].space_before; } // no white space before it
  Shape shape(Index i) const { return static_cast<Shape>(traits_[i].shape); }
  bool name_like(Index i) const { // capitalised or in capitals
    return i < size() && (shape(i) == Shape::capitalised || shape(i) == Shape::capitals);
  }
  text::WordTexts verbatim() const { return {text_.clean, text_.words}; } // for the trie

  std::size_t sentence_index(Index i) const; // in PreparedText::sentences
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
  // Of a word, in four bytes: a text may have a hundred million.
  struct Traits {
    Classes classes : word_class::bits;
    Classes shape : 3;
    Classes possessive : 1;
    Classes mark : 1;
    Classes ending : 1; // the possessive ending is in the word itself
  };
  static_assert(sizeof(Traits) == sizeof(Classes));
  static constexpr std::uint32_t ending_size = 2;    // "'s"
  static constexpr std::size_t words_of_a_step = 64; // between two entries of first_sentences_

  std::string_view verbatim(Index i) const {
    const ByteSpan span = text_.words[i].clean;
    return {clean_ + span.start.value, span.length()};
  }
  Traits read_word(std::string_view verbatim, const Vocabulary& vocabulary) const;
  void read_words(const Vocabulary& vocabulary);
  void mark_possessives();
  void mark_headlines();
  void mark_credits();
  bool says_credit(const text::Sentence& sentence) const;
  bool may_start_credit(Index i) const;
  void align_tokens();

  const text::PreparedText& text_;
  const char* clean_;
  const language::Analysis* analysis_;
  std::vector<Traits> traits_;                 // by word
  std::vector<std::uint32_t> first_sentences_; // of every 64th word
  std::vector<bool> headline_;                 // by sentence
  std::vector<bool> credit_;                   // by sentence
  std::vector<std::uint32_t> token_of_word_;   // empty without an analysis
  std::vector<Index> word_of_token_;
};

} // namespace stemma::link
