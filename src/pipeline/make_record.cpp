#include "pipeline/make_record.hpp"

#include "extract/extract.hpp"
#include "model/digest.hpp"
#include "pipeline/fingerprint.hpp"
#include "pipeline/lost_document.hpp"

#include <algorithm>
#include <exception>
#include <iterator>
#include <string_view>
#include <tuple>

namespace stemma::pipeline {

namespace {

bool is_error(const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; }

// Two outlets that carry the same words are two documents; the same words found twice at one outlet are one.
std::string identity(const text::PreparedText& text, const std::string& given_id) {
  return ContentHash()
      .add(text.header.publisher)
      .add(text.header.published)
      .add(given_id)
      .add(sha256_hex(text.source))
      .id();
}

Document describe(const Reading& reading, const text::PreparedText& text, const statements::Names& names) {
  Document document;
  document.id = names.document(identity(text, reading.given_id));
  document.path = reading.path;
  document.field = reading.field;
  document.sha256 = reading.is_page() ? reading.page_sha256 : sha256_hex(reading.bytes);
  if (reading.is_page()) document.text_sha256 = sha256_hex(reading.bytes);
  document.url = reading.url;
  document.retrieved = reading.retrieved;
  document.title = text.header.title;
  document.published = text.header.published;
  document.publisher = text.header.publisher;
  document.wire = text.header.wire;
  document.authors = text.header.authors;
  document.dateline = text.header.dateline;
  return document;
}

std::vector<Sentence> sentences_of(const text::PreparedText& text) {
  std::vector<Sentence> sentences;
  for (const text::Sentence& sentence : text.sentences)
    if (const CodePointSpan span = text.map.to_source(sentence.clean); !span.empty()) sentences.push_back({span});
  return sentences;
}

// The parse takes some hundred bytes for each byte of text. Whoever wrote a report stayed far below this.
constexpr std::size_t longest_analysed = 5'000'000; // bytes of clean text

Diagnostic tell_too_long(const std::string& path) {
  return {Severity::warning, "language.too-long",
          "longer than 5 MB of text: no events are read, and names only as the lexicon has them and by their shape",
          Place{path, 0, 0}, "is this one report? cut it into those that it holds"};
}

// As a reader meets them; of two that begin at one place the shorter name, then the lesser id, comes first.
void sort_by_first_mention(std::vector<Entity>& entities) {
  const auto place = [](const Entity& entity) {
    const CodePointSpan& first = entity.mentions.front().span;
    return std::tuple(first.start, first.end, std::string_view(entity.id));
  };
  std::sort(entities.begin(), entities.end(), [&](const Entity& a, const Entity& b) { return place(a) < place(b); });
}

void move_all(std::vector<Diagnostic>& from, std::vector<Diagnostic>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// Of everything that the record is made from, but the path, which has no influence on what is read.
std::string input_of(const Reading& reading) {
  ContentHash hash;
  if (reading.is_page()) hash.add("page").add(reading.page_sha256);
  for (const std::string& where : {reading.url, reading.retrieved})
    if (!where.empty()) hash.add("web").add(where);
  for (const std::string& author : reading.known.authors) hash.add("author").add(author);
  return hash.add(sha256_hex(reading.bytes))
      .add(reading.form() == text::InputForm::markdown_file ? "markdown" : "plain")
      .add(reading.field)
      .add(reading.given_id)
      .add(reading.known.title)
      .add(reading.known.published)
      .add(reading.known.publisher)
      .id();
}

// False: there is no such record.
bool take_over(DocumentResult& result, const std::string& input, const EarlierRecords& earlier) {
  result.record = earlier.find(input);
  if (!result.record) return false;
  result.record->document.path = result.path;
  for (Diagnostic& note : result.record->notes) note.place.file = result.path;
  result.reused = true;
  return true;
}

void fill(DocumentResult& result, const Pending& pending, const Resources& resources, const EarlierRecords* earlier) {
  StageClock clock(result.times);
  Reading reading = read(pending);
  result.path = reading.path;
  result.given_id = reading.given_id;
  result.bytes = reading.bytes.size();
  move_all(reading.diagnostics, result.diagnostics);
  if (reading.is_page()) result.page_text = reading.bytes;
  const std::string input = input_of(reading);
  const bool known = earlier && take_over(result, input, *earlier);
  clock.ended(Stage::read);
  if (known) return;

  const auto told = static_cast<std::ptrdiff_t>(result.diagnostics.size()); // of the reading
  text::PreparedText text = text::prepare(reading.bytes, reading.known, reading.path, reading.form());
  move_all(text.diagnostics, result.diagnostics);
  if (std::any_of(result.diagnostics.begin(), result.diagnostics.end(), is_error)) return;
  clock.ended(Stage::text);

  std::optional<language::Analysis> analysis;
  if (resources.analyse && text.clean.size() <= longest_analysed)
    analysis = resources.analyse(text);
  else if (resources.analyse)
    result.diagnostics.push_back(tell_too_long(reading.path));
  clock.ended(Stage::language);

  Record record;
  record.document = describe(reading, text, resources.names);
  reading.bytes = std::string(); // the text holds all that is needed of a document that may be very large
  clock.ended(Stage::record);
  link::Linked linked = resources.linker->link(text, record.document, analysis ? &*analysis : nullptr);
  clock.ended(Stage::link);
  record.entities = std::move(linked.entities);
  if (analysis && resources.frames) extract::extract_events(text, *analysis, *resources.frames, record);
  sort_by_first_mention(record.entities);
  clock.ended(Stage::events);
  record.sentences = sentences_of(text);
  record.fingerprints = fingerprints(text);
  record.made = resources.made;
  record.input = input;
  move_all(linked.notes, result.diagnostics);
  record.notes.assign(std::make_move_iterator(result.diagnostics.begin() + told),
                      std::make_move_iterator(result.diagnostics.end()));
  result.diagnostics.erase(result.diagnostics.begin() + told, result.diagnostics.end());
  result.record = std::move(record);
  clock.ended(Stage::record);
}

} // namespace

DocumentResult make_record(const Pending& pending, const Resources& resources, const EarlierRecords* earlier) {
  DocumentResult result;
  result.path = result.file = pending.path;
  result.line = pending.line;
  try {
    fill(result, pending, resources, earlier);
    return result;
  } catch (const std::exception&) {
    result.diagnostics.push_back(diagnose_loss(pending));
  }
  result.record.reset();
  return result;
}

} // namespace stemma::pipeline
