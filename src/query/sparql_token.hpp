#pragma once
// The tokens of a SPARQL query, as far as the program has to know them: where the strings, the IRIs and the comments
// are, so that nothing inside them is taken for something else.

#include <cstddef>
#include <string_view>
#include <vector>

namespace stemma::query {

enum class TokenKind {
  variable, // ?name, $name
  iri,      // <…>
  string,   // all four kinds of quotes, without the language tag or datatype behind it
  word,     // keyword, prefixed name, blank node, number
  sign      // one character of punctuation, or "^^"
};

struct Token {
  TokenKind kind = TokenKind::sign;
  std::string_view text; // a part of the scanned text
};

// Comments and blanks are left out. Throws Error with line and column where a string does not end and where the text
// is not UTF-8.
std::vector<Token> scan_sparql(std::string_view query);

// How deep '{', '(' and '[' are nested at the deepest place.
std::size_t nesting_depth(const std::vector<Token>& tokens);

struct LineAndColumn {
  std::size_t line = 1;   // 1-based
  std::size_t column = 1; // 1-based, in code points
};
LineAndColumn find_place(std::string_view text, std::size_t byte);

} // namespace stemma::query
