#pragma once
// The word forms that one thread has met, and how it cuts a text into them.

#include "language/attribute_ruler.hpp"
#include "language/document.hpp"
#include "language/tokenizer.hpp"

#include <deque>

namespace stemma::language {

class Vocabulary {
public:
  // All three must outlive the vocabulary.
  Vocabulary(const Tokenizer& tokenizer, const NormTable& norms, const AttributeRuler& ruler)
      : tokenizer_(tokenizer), norms_(norms), ruler_(ruler) {}

  // The tokens of the text with their places and forms; nothing else of them is set.
  void tokenize(std::string_view text, Document& document);

  // Forgets everything once much has been met. No document may point here any more; true if it did.
  bool forget_if_full();
  void forget(); // whatever was met

private:
  const Lexeme* find_or_add(const Form& form);
  const Lexeme* add(const std::string& text, LexicalAttributes attributes);
  const std::vector<const Lexeme*>& lexemes_of(std::string_view chunk);
  void append(const std::vector<const Lexeme*>& lexemes, Document& document) const;
  void join_specials(std::string_view text, Document& document);

  const Tokenizer& tokenizer_;
  const NormTable& norms_;
  const AttributeRuler& ruler_;
  std::deque<Lexeme> lexemes_;
  TextMap<std::vector<const Lexeme*>> by_text_; // one for each norm, nearly always one
  TextMap<std::vector<const Lexeme*>> by_chunk_;
  std::vector<const Lexeme*> uncached_;
  std::size_t bytes_ = 0;
};

} // namespace stemma::language
