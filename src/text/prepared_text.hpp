#pragma once
// From bytes to a text that can be read: decoded, cleaned, cut into header, sentences and words.
//
// Three texts are told apart:
//   bytes     what the file holds;
//   source    the decoded file as WHATWG decodes it: no BOM, CRLF stays two characters, each bad sequence one
//             U+FFFD. Every offset that leaves the program counts code points of this text;
//   clean     what the rest of the program reads: NFC, plain quotes and dashes, no soft hyphens, zero-width or
//             control characters, no-break spaces as spaces. `to_source` leads each of its characters back.

#include "model/diagnostic.hpp"
#include "model/offset.hpp"
#include "model/record.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace stemma::text {

// Leads places of the clean text back to the source. Stored as runs, not per character.
class OffsetMap {
public:
  struct Run {
    ByteOffset clean;         // where the run starts in the clean text
    ByteOffset source_byte;   // and in the source, in bytes of its UTF-8
    CodePointOffset source;   // and in code points
    bool one_to_one = true;   // false: the run is replaced as a whole ("…" by "...", a composed letter)
  };
  // The source characters that the clean bytes [start, end) came from; replaced runs are taken whole.
  // Removed characters at the edges (a soft hyphen after the last letter) are left out.
  CodePointSpan to_source(ByteSpan clean) const;
  ByteSpan to_source_bytes(ByteSpan clean) const;

  std::vector<Run> runs;    // by place; the first starts at 0; a sentinel stands at the end
  std::string_view clean;   // the texts that the runs speak of (owned by PreparedText)
  std::string_view source;
};

enum class WordKind { word, number, punctuation, symbol };

struct Word {
  ByteSpan clean;
  WordKind kind = WordKind::word;
  bool space_before = false; // white space or the start of a line stands before it
};

struct Sentence {
  ByteSpan clean;
  std::uint32_t first_word = 0; // [first_word, last_word) in PreparedText::words
  std::uint32_t last_word = 0;
  bool title = false; // the document's headline or a heading line: no sentence of running text
};

struct Header {
  std::string title;
  Date published;
  std::string publisher;
  std::string wire;                 // as written in the dateline or credit: "Yonhap", "AFP"
  std::vector<std::string> authors;
  std::string dateline;             // the place of "SEOUL, Nov. 1 (Yonhap) --", as written
  ByteSpan title_clean;             // where the title stands in the clean text; empty: not in the text
  ByteSpan dateline_clean;          // "SEOUL, Nov. 1 (Yonhap) --" as a whole; empty: none
  ByteOffset body;                  // where running text begins in the clean text
};

// What is known of a document before it is read (NDJSON fields); filled fields win over the text's own header.
struct KnownHeader {
  std::string title;
  Date published;
  std::string publisher;
};

struct PreparedText {
  std::string source; // UTF-8, always valid
  std::string clean;  // UTF-8, NFC
  OffsetMap map;      // clean → source
  std::string charset = "UTF-8";
  Header header;
  std::vector<Word> words;         // of the whole clean text, the title's included, header field names left out
  std::vector<Sentence> sentences; // of the whole clean text likewise
  std::vector<Diagnostic> diagnostics;

  std::string_view text_of(ByteSpan clean_span) const;  // clean
  std::string_view text_of(const Word& word) const { return text_of(word.clean); }
  std::string source_text_of(CodePointSpan span) const; // verbatim

  PreparedText() = default;
  PreparedText(PreparedText&&) noexcept;
  PreparedText& operator=(PreparedText&&) noexcept;
  PreparedText(const PreparedText&) = delete;
  PreparedText& operator=(const PreparedText&) = delete;
};

// Never throws for what the bytes hold; what was odd is in `diagnostics`. `path` only names the file in them.
PreparedText prepare(std::string_view bytes, const KnownHeader& known = {}, const std::string& path = {});

} // namespace stemma::text
