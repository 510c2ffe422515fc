#include "language/vocabulary.hpp"

#include "language/code_points.hpp"

#include <algorithm>

namespace stemma::language {

namespace {

constexpr std::size_t longest_cached_chunk = 40; // longer ones seldom come twice
constexpr std::size_t most_bytes = 4U << 20U;
constexpr std::size_t lexeme_overhead = 400; // of the structs and table entries that come with a form

struct SpecialMatch {
  std::uint32_t begin;
  std::uint32_t end;
};

// Every occurrence of an exception's tokens, every start and every length.
std::vector<SpecialMatch> find_specials(const Tokenizer& tokenizer, const Document& document) {
  std::vector<SpecialMatch> found;
  for (std::uint32_t begin = 0; begin < document.size(); ++begin) {
    std::uint32_t node = 0;
    for (std::uint32_t at = begin; at < document.size(); ++at) {
      const std::uint32_t symbol = document[at].lexeme->special_symbol;
      const auto next = symbol == 0 ? std::nullopt : tokenizer.next_special(node, symbol);
      if (!next) break;
      node = *next;
      if (tokenizer.ends_special(node)) found.push_back({begin, at + 1});
    }
  }
  return found;
}

// Longest first, then leftmost; a match whose first or last token is taken is dropped, and still takes its tokens.
std::vector<SpecialMatch> without_overlaps(std::vector<SpecialMatch> matches, std::size_t tokens) {
  std::sort(matches.begin(), matches.end(), [](const SpecialMatch& a, const SpecialMatch& b) {
    const auto length_a = a.end - a.begin;
    const auto length_b = b.end - b.begin;
    return length_a != length_b ? length_a > length_b : a.begin < b.begin;
  });
  std::vector<bool> taken(tokens, false);
  std::vector<SpecialMatch> kept;
  for (const SpecialMatch& match : matches) {
    if (!taken[match.begin] && !taken[match.end - 1]) kept.push_back(match);
    std::fill(taken.begin() + match.begin, taken.begin() + match.end, true);
  }
  std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  return kept;
}

} // namespace

const Lexeme* Vocabulary::find_or_add(const Form& form) {
  auto& known = by_text_[form.text]; // the first has the text's own norm
  if (known.empty()) known.push_back(add(form.text, lexical_attributes(form.text, norms_)));
  if (form.norm == 0) return known.front();
  for (const Lexeme* lexeme : known)
    if (lexeme->attributes.norm == form.norm) return lexeme;
  LexicalAttributes attributes = known.front()->attributes;
  attributes.norm = form.norm;
  known.push_back(add(form.text, std::move(attributes)));
  return known.back();
}

const Lexeme* Vocabulary::add(const std::string& text, LexicalAttributes attributes) {
  Lexeme& lexeme = lexemes_.emplace_back();
  lexeme.text = text;
  lexeme.code_points = static_cast<std::uint32_t>(decode_utf8(text).size());
  lexeme.special_symbol = tokenizer_.find_special_symbol(text);
  lexeme.rules = ruler_.alternatives_for(attributes);
  lexeme.attributes = std::move(attributes);
  bytes_ += lexeme_overhead + 4 * text.size();
  return &lexeme;
}

const std::vector<const Lexeme*>& Vocabulary::lexemes_of(std::string_view chunk) {
  const auto found = by_chunk_.find(chunk);
  if (found != by_chunk_.end()) return found->second;
  uncached_.clear();
  for (const Form& form : tokenizer_.cut(chunk)) uncached_.push_back(find_or_add(form));
  if (chunk.size() > longest_cached_chunk) return uncached_;
  bytes_ += lexeme_overhead / 2 + chunk.size();
  return by_chunk_.emplace(chunk, uncached_).first->second;
}

void Vocabulary::append(const std::vector<const Lexeme*>& lexemes, Document& document) const {
  for (const Lexeme* lexeme : lexemes) {
    DocumentToken token;
    token.lexeme = lexeme;
    document.push_back(token);
  }
}

void Vocabulary::tokenize(std::string_view text, Document& document) {
  document.clear();
  for (const Chunk& chunk : split_chunks(text)) {
    append(lexemes_of(text.substr(chunk.begin, chunk.end - chunk.begin)), document);
    document.back().space_after = chunk.space_after;
  }
  std::uint32_t bytes = 0;
  for (DocumentToken& token : document) {
    token.byte_start = bytes;
    bytes = token.byte_end() + (token.space_after ? 1 : 0);
  }
  join_specials(text, document);
  std::uint32_t code_points = 0;
  for (DocumentToken& token : document) {
    token.code_point_start = code_points;
    code_points += token.lexeme->code_points + (token.space_after ? 1 : 0);
  }
}

void Vocabulary::join_specials(std::string_view text, Document& document) {
  auto matches = find_specials(tokenizer_, document);
  if (matches.empty()) return;
  Document joined;
  std::size_t done = 0;
  const auto copy_until = [&](std::size_t end) {
    joined.insert(joined.end(), document.begin() + static_cast<std::ptrdiff_t>(done),
                  document.begin() + static_cast<std::ptrdiff_t>(end));
    done = end;
  };
  for (const SpecialMatch& match : without_overlaps(std::move(matches), document.size())) {
    const std::uint32_t start = document[match.begin].byte_start;
    const DocumentToken& last = document[match.end - 1];
    const auto* forms = tokenizer_.find_exception(text.substr(start, last.byte_end() - start));
    if (!forms) continue; // the blanks between the tokens are others than the exception's
    copy_until(match.begin);
    std::uint32_t at = start;
    for (const Form& form : *forms) {
      DocumentToken token;
      token.lexeme = find_or_add(form);
      token.byte_start = at;
      at = token.byte_end();
      joined.push_back(token);
    }
    joined.back().space_after = last.space_after;
    done = match.end;
  }
  copy_until(document.size());
  document = std::move(joined);
}

bool Vocabulary::forget_if_full() {
  if (bytes_ < most_bytes) return false;
  forget();
  return true;
}

void Vocabulary::forget() {
  by_chunk_.clear();
  by_text_.clear();
  lexemes_.clear();
  bytes_ = 0;
}

} // namespace stemma::language
