#pragma once
// What must hold of every prepared text, whatever its bytes were. Used by the property test and the fuzz target.

#include "text/clean.hpp"
#include "text/decode.hpp"
#include "text/prepared_text.hpp"
#include "text/utf8.hpp"

#include <string>

namespace stemma::text_laws {

inline ByteSpan bytes(std::size_t start, std::size_t end) {
  return {{static_cast<std::uint32_t>(start)}, {static_cast<std::uint32_t>(end)}};
}

// A dash is written by its neighbours, which a word alone has lost.
inline bool is_dash(std::string_view word) { return word.find_first_not_of('-') == std::string_view::npos; }

// The first law that is broken, in words; empty: all hold.
inline std::string broken_by_span(const text::PreparedText& prepared, ByteSpan span) {
  const CodePointSpan in_source = prepared.map.to_source(span);
  const ByteSpan in_bytes = prepared.map.to_source_bytes(span);
  if (in_source.end < in_source.start || in_bytes.end < in_bytes.start)
    return "a span leads to a span that ends before it starts";
  if (in_bytes.end.value > prepared.source.size()) return "a span leads beyond the source";
  if (!span.empty() && in_source.empty()) return "a span of the clean text comes from nothing";
  const std::string verbatim = prepared.source.substr(in_bytes.start.value, in_bytes.length());
  if (text::utf8::count_code_points(verbatim) != in_source.length()) return "bytes and code points of a span disagree";
  if (prepared.source_text_of(in_source) != verbatim) return "source_text_of disagrees with the bytes";
  return {};
}

inline std::string broken_by_places(const text::PreparedText& prepared) {
  CodePointSpan last;
  const std::string_view clean = prepared.clean;
  for (std::size_t place = 0; place < clean.size();) {
    const std::size_t next = place + text::utf8::length_of(clean[place]);
    const std::string broken = broken_by_span(prepared, bytes(place, next));
    if (!broken.empty()) return broken;
    const CodePointSpan here = prepared.map.to_source(bytes(place, next));
    if (here.start < last.start || here.end < last.end) return "the map goes backwards";
    if (here.start < last.end && !(here == last)) return "two characters share a part of the source, but not all";
    last = here;
    place = next;
  }
  return {};
}

inline std::string broken_by_words(const text::PreparedText& prepared) {
  ByteOffset end;
  for (const text::Word& word : prepared.words) {
    if (word.clean.start < end || word.clean.empty()) return "words overlap or are empty";
    end = word.clean.end;
    const std::string broken = broken_by_span(prepared, word.clean);
    if (!broken.empty()) return broken;
    const std::string verbatim = prepared.source_text_of(prepared.map.to_source(word.clean));
    if (verbatim.find_first_of("*_`[]()<>\\#!") != std::string::npos) continue; // marks may stand inside the word
    const std::string again = text::clean(verbatim).text;
    const std::string behind_sum = text::clean("$1" + verbatim).text; // "$2bn" is written out, "bn" alone is not
    const std::string_view shown = prepared.text_of(word);
    if (!is_dash(shown) && again.find(shown) == std::string::npos && behind_sum.find(shown) == std::string::npos)
      return "the source of a word does not clean to the word";
  }
  return {};
}

inline std::string broken_by_sentences(const text::PreparedText& prepared) {
  std::uint32_t word = 0;
  for (const text::Sentence& sentence : prepared.sentences) {
    if (sentence.first_word != word || sentence.last_word <= word) return "sentences do not share out the words";
    word = sentence.last_word;
    if (sentence.clean.start != prepared.words[sentence.first_word].clean.start)
      return "a sentence does not start at its word";
    if (sentence.clean.end != prepared.words[sentence.last_word - 1].clean.end)
      return "a sentence does not end at its word";
  }
  return word == prepared.words.size() ? std::string{} : "words without a sentence";
}

inline std::string broken_law(const text::PreparedText& prepared) {
  if (text::find_invalid_utf8(prepared.source) != prepared.source.size()) return "the source is not UTF-8";
  if (text::find_invalid_utf8(prepared.clean) != prepared.clean.size()) return "the clean text is not UTF-8";
  for (auto check : {broken_by_places, broken_by_words, broken_by_sentences}) {
    const std::string broken = check(prepared);
    if (!broken.empty()) return broken;
  }
  return {};
}

} // namespace stemma::text_laws
