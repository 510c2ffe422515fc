#include "text/clean.hpp"
#include "text/decode.hpp"
#include "text/header.hpp"
#include "text/line_wrapping.hpp"
#include "text/markup.hpp"
#include "text/prepared_text.hpp"
#include "text/sentences.hpp"
#include "text/space_collapsing.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace stemma::text {
namespace {

void point_map_at(PreparedText& text) {
  text.map.clean = text.clean;
  text.map.source = text.source;
}

// False: nothing can be read; the diagnostics say why.
bool take_source(PreparedText& out, std::string_view bytes, const std::string& path, InputForm form) {
  if (form == InputForm::decoded_field && find_invalid_utf8(bytes) == bytes.size() &&
      bytes.size() < std::numeric_limits<std::uint32_t>::max()) {
    out.source = bytes;
    return true;
  }
  Decoded decoded = decode(bytes, path);
  out.source = std::move(decoded.source);
  out.charset = std::move(decoded.charset);
  out.diagnostics = std::move(decoded.diagnostics);
  return std::none_of(out.diagnostics.begin(), out.diagnostics.end(),
                      [](const Diagnostic& d) { return d.severity == Severity::error; });
}

bool take_clean(PreparedText& out, const std::string& path, InputForm form) {
  const MarkupKind kind = form == InputForm::markdown_file ? MarkupKind::markdown : MarkupKind::leftovers;
  Cleaned cleaned = clean(out.source, find_markup(out.source, kind));
  if (cleaned.text.size() >= std::numeric_limits<std::uint32_t>::max()) {
    out.diagnostics.push_back(
        {Severity::error, "text.too-large", "the text grows to 4 GiB when normalised", {path, 0, 0}});
    out.source.clear();
    cleaned = clean({});
  }
  if (cleaned.dropped_marks > 0)
    out.diagnostics.push_back(
        {Severity::warning,
         "text.combining-marks",
         fmt::format("{} combining mark(s) past the 30th on one letter were dropped", cleaned.dropped_marks),
         {path, 0, 0}});
  out.clean = std::move(cleaned.text);
  out.map.runs = std::move(cleaned.runs);
  return !out.clean.empty();
}

// A title is shown as it is written: "$2bn", which the clean text writes out.
std::string with_letters(const PreparedText& text, ByteSpan title) {
  std::string out;
  const auto& runs = text.map.runs;
  for (std::size_t i = 0; i + 1 < runs.size() && runs[i].clean < title.end; ++i) {
    const auto start = std::max(runs[i].clean.value, title.start.value);
    const auto end = std::min(runs[i + 1].clean.value, title.end.value);
    if (start >= end) continue;
    const auto written = runs[i].source_byte.value;
    const std::string_view source(text.source.data() + written, runs[i + 1].source_byte.value - written);
    const auto clean = std::string_view(text.clean).substr(start, end - start);
    out += runs[i].kind == OffsetMap::RunKind::replaced && is_scale_letter(source) ? source : clean;
  }
  return out;
}

void prefer_known(Header& header, const KnownHeader& known) {
  if (!known.title.empty() && known.title != header.title) {
    header.title = known.title;
    header.title_clean = {};
  }
  if (!known.published.empty()) header.published = known.published;
  if (!known.publisher.empty()) header.publisher = known.publisher;
  if (!known.authors.empty()) header.authors = known.authors;
}

HeaderReading read_header(PreparedText& out, const KnownHeader& known) {
  HeaderReading reading = read_fields(out.clean);
  unwrap_lines(out.clean, reading.header.body.value);
  Cleaned cleaned{std::move(out.clean), std::move(out.map.runs), 0};
  collapse_spaces(cleaned, reading.header.body.value);
  out.clean = std::move(cleaned.text);
  out.map.runs = std::move(cleaned.runs);
  if (!known.published.empty()) reading.header.published = known.published; // the dateline's year comes from it
  read_head_and_tail(out.clean, reading);
  if (!reading.header.title_clean.empty()) reading.header.title = with_letters(out, reading.header.title_clean);
  prefer_known(reading.header, known);
  return reading;
}

void cut_words_between(PreparedText& out, const std::vector<ByteSpan>& left_out) {
  out.words.reserve(out.clean.size() / 4); // more than most texts have: growing would hold two lists of a large one
  ByteOffset start;
  for (const ByteSpan& span : left_out) {
    cut_words(out.clean, {start, span.start}, out.words);
    start = span.end;
  }
  cut_words(out.clean, {start, {static_cast<std::uint32_t>(out.clean.size())}}, out.words);
}

std::vector<ByteOffset> places_to_cut(const HeaderReading& reading) {
  std::vector<ByteOffset> cuts;
  for (const auto* spans : {&reading.left_out, &reading.furniture})
    for (const ByteSpan& span : *spans) cuts.insert(cuts.end(), {span.start, span.end});
  if (!reading.header.title_clean.empty())
    cuts.insert(cuts.end(), {reading.header.title_clean.start, reading.header.title_clean.end});
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

std::vector<ByteSpan> all_furniture(const HeaderReading& reading) {
  std::vector<ByteSpan> out = reading.left_out;
  out.insert(out.end(), reading.furniture.begin(), reading.furniture.end());
  std::sort(out.begin(), out.end(), [](const ByteSpan& a, const ByteSpan& b) { return a.start < b.start; });
  ByteOffset end;
  std::erase_if(out, [&](const ByteSpan& span) {
    if (span.start < end) return true;
    end = span.end;
    return false;
  });
  return out;
}

void mark_sentences(std::vector<Sentence>& sentences, const HeaderReading& reading) {
  for (Sentence& sentence : sentences) {
    if (!reading.header.title_clean.empty() && reading.header.title_clean.contains(sentence.clean))
      sentence.title = true;
    sentence.furniture = std::any_of(reading.furniture.begin(), reading.furniture.end(),
                                     [&](const ByteSpan& span) { return span.contains(sentence.clean); });
    if (sentence.furniture) sentence.title = false;
  }
  // A line alone stands over nothing: it is the text, whatever its shape.
  if (sentences.size() == 1 && reading.header.title.empty()) sentences.front().title = false;
}

} // namespace

PreparedText::PreparedText(PreparedText&& other) noexcept { *this = std::move(other); }

// Short strings move with their object, so that the map's views must follow.
PreparedText& PreparedText::operator=(PreparedText&& other) noexcept {
  if (this == &other) return *this;
  source = std::move(other.source);
  clean = std::move(other.clean);
  map = std::move(other.map);
  charset = std::move(other.charset);
  header = std::move(other.header);
  words = std::move(other.words);
  sentences = std::move(other.sentences);
  furniture = std::move(other.furniture);
  diagnostics = std::move(other.diagnostics);
  point_map_at(*this);
  other.map = {};
  return *this;
}

std::string PreparedText::source_text_of(CodePointSpan span) const {
  // The run that holds the place is found by its code points; inside it one counts.
  const auto byte_at = [&](CodePointOffset place) {
    const auto after =
        std::upper_bound(map.runs.begin(), map.runs.end(), place,
                         [](CodePointOffset wanted, const OffsetMap::Run& run) { return wanted < run.source; });
    if (after == map.runs.begin()) return std::size_t{0};
    const OffsetMap::Run& run = *std::prev(after);
    std::size_t byte = run.source_byte.value;
    std::uint32_t left = place.value - run.source.value;
    if (run.kind == OffsetMap::RunKind::ascii) return std::min(byte + left, source.size());
    for (; left > 0 && byte < source.size(); --left) byte += utf8::length_of(source[byte]);
    return byte;
  };
  const std::size_t start = byte_at(span.start);
  return span.empty() ? std::string{} : source.substr(start, byte_at(span.end) - start);
}

PreparedText prepare(std::string_view bytes, const KnownHeader& known, const std::string& path, InputForm form) {
  PreparedText out;
  const bool readable = take_source(out, bytes, path, form);
  if (!readable) out.source.clear();
  if (!take_clean(out, path, form)) {
    prefer_known(out.header, known);
    point_map_at(out);
    return out;
  }
  const HeaderReading reading = read_header(out, known);
  out.header = reading.header;
  cut_words_between(out, reading.left_out);
  out.sentences = cut_sentences(out.clean, out.words, places_to_cut(reading));
  mark_sentences(out.sentences, reading);
  out.furniture = all_furniture(reading);
  point_map_at(out);
  return out;
}

} // namespace stemma::text
