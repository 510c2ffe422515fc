#pragma once
// From bytes to a text that can be read: decoded, cleaned, cut into header, sentences and words.
//
// Three texts are told apart:
//   bytes     what the file holds;
//   source    the decoded file as WHATWG decodes it: no BOM, CRLF stays two characters, each bad sequence one
//             U+FFFD. Every offset that leaves the program counts code points of this text;
//   clean     what the rest of the program reads: NFC, plain quotes and dashes, no soft hyphens, zero-width or
//             control characters, no-break spaces as spaces, "\n" as the only line end and only where a line really
//             ends (hard-wrapped lines are joined by a space), "$2bn" written out as "$2 billion". `to_source` leads
//             each of its characters back.
//
// Dashes: U+2014 and its like become "--", with a space on each side that touches a word, because that is how
// parsers of English have learnt them and because a single hyphen would join two words. An en dash inside a word or
// number ("2022–24", "Moscow–Beijing") becomes "-", else "--".

#include "model/diagnostic.hpp"
#include "model/offset.hpp"
#include "model/record.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::text {

// Leads places of the clean text back to the source. Stored as runs, not per character.
class OffsetMap {
public:
  enum class RunKind : std::uint8_t {
    ascii,    // the same ASCII characters (line ends and tabs may differ): bytes are code points
    same,     // byte for byte the same length, with other characters than ASCII; at most `longest_same` bytes
    replaced, // stands for its source as a whole: "…" by "...", a composed letter
    removed   // nothing in the clean text
  };
  static constexpr std::uint32_t longest_same = 256; // bounds the counting of code points in one look-up

  struct Run {
    ByteOffset clean;       // where the run starts in the clean text
    ByteOffset source_byte; // and in the source, in bytes of its UTF-8
    CodePointOffset source; // and in code points; a run ends where the next one starts
    RunKind kind = RunKind::ascii;
  };
  // The source characters that the clean bytes [start, end) came from; replaced runs are taken whole.
  // Removed characters at the edges (a soft hyphen after the last letter) are left out. An empty span leads to an
  // empty span. Ends beyond the text are cut.
  CodePointSpan to_source(ByteSpan clean) const;
  ByteSpan to_source_bytes(ByteSpan clean) const;

  std::vector<Run> runs;  // by place; the first starts at 0; a sentinel stands at the end
  std::string_view clean; // the texts that the runs speak of (owned by PreparedText)
  std::string_view source;

private:
  struct SourcePlace {
    ByteOffset byte;
    CodePointOffset code_point;
  };
  std::size_t run_at(ByteOffset clean_place) const;
  SourcePlace start_in_source(ByteOffset clean_place) const;
  SourcePlace end_in_source(ByteOffset clean_end) const;
  SourcePlace inside(const Run& run, std::uint32_t bytes) const;
};

enum class WordKind : std::uint8_t { word, number, punctuation, symbol };

struct Word {
  ByteSpan clean;
  WordKind kind = WordKind::word;
  bool space_before = false; // white space or the start of a line stands before it
};

struct Sentence {
  ByteSpan clean;
  std::uint32_t first_word = 0; // [first_word, last_word) in PreparedText::words
  std::uint32_t last_word = 0;
  bool title = false;     // the document's headline or a heading line: no sentence of running text
  bool furniture = false; // dateline, byline, credit, copyright line: says nothing of the world
};

struct Header {
  std::string title;
  Date published;
  std::string publisher;
  std::string wire; // as written in the dateline or credit: "Yonhap", "AFP"
  std::vector<std::string> authors;
  std::string dateline;           // the place of "SEOUL, Nov. 1 (Yonhap) --", as written
  bool dateline_by_shape = false; // only its shape speaks for it ("Seoul: A rocket …"): ask the lexicon
  Date dateline_date;             // the date of the dateline, its year taken from `published`
  ByteSpan title_clean;           // where the title stands in the clean text; empty: not in the text
  ByteSpan dateline_clean;        // "SEOUL, Nov. 1 (Yonhap) --" as a whole; empty: none
  ByteOffset body;                // where the text after title, byline and field lines begins in the clean text
};

// What is known of a document before it is read (fields of NDJSON or CSV, what a page says of itself); filled fields
// win over the text's own header.
struct KnownHeader {
  std::string title = {};
  Date published = {};
  std::string publisher = {};
  std::vector<std::string> authors = {};
};

enum class InputForm {
  plain_file,    // bytes of a text file: BOM, charset to be found
  markdown_file, // the same, with Markdown's marks taken out of the clean text
  decoded_field  // what a reader has decoded already (a field, the text of a page): UTF-8, a leading U+FEFF is a
                 // character
};

struct PreparedText {
  std::string source;            // UTF-8, always valid
  std::string clean;             // UTF-8, NFC
  OffsetMap map;                 // clean → source
  std::string charset = "UTF-8"; // IANA's name
  Header header;
  // Of the whole clean text, the title's included; field lines ("date 2023-11-01", "publisher: …"), bylines and
  // date lines are left out of words and sentences.
  std::vector<Word> words;
  std::vector<Sentence> sentences;
  std::vector<ByteSpan> furniture;     // clean: field lines, bylines, datelines, credits; by place, no two overlap
  std::vector<Diagnostic> diagnostics; // severity error: nothing was read, all texts are empty

  std::string_view text_of(ByteSpan span) const {
    return std::string_view(clean).substr(span.start.value, span.length());
  }
  std::string_view text_of(const Word& word) const { return text_of(word.clean); }
  std::string source_text_of(CodePointSpan span) const; // verbatim

  PreparedText() = default;
  PreparedText(PreparedText&&) noexcept;
  PreparedText& operator=(PreparedText&&) noexcept;
  PreparedText(const PreparedText&) = delete;
  PreparedText& operator=(const PreparedText&) = delete;
};

// Never throws for what the bytes hold; what was odd is in `diagnostics`. `path` only names the file in them.
// Codes: text.too-large, text.binary (errors: nothing is read); text.charset, text.invalid-utf8, text.bad-sequences,
// text.combining-marks (the run goes on).
PreparedText prepare(std::string_view bytes, const KnownHeader& known = {}, const std::string& path = {},
                     InputForm form = InputForm::plain_file);

} // namespace stemma::text
