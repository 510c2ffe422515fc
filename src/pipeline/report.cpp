#include "pipeline/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>

namespace stemma::pipeline {

namespace {

constexpr std::size_t rows_shown = 25;

constexpr std::array<std::pair<EntityKind, const char*>, 5> kinds{{{EntityKind::country, "Countries"},
                                                                   {EntityKind::org, "Organisations"},
                                                                   {EntityKind::person, "People"},
                                                                   {EntityKind::munition, "Munitions"},
                                                                   {EntityKind::place, "Places"}}};

// Text of the news inside a table of Markdown: no sign of it may end a cell or start a tag.
std::string cell(std::string_view text) {
  constexpr std::size_t longest = 160;
  std::string out;
  for (const char c : text) {
    if (out.size() >= longest && (c & 0xc0) != 0x80) {
      out += "…";
      break;
    }
    if (static_cast<unsigned char>(c) < 0x20)
      out += ' ';
    else {
      if (std::string_view("|\\`*_<>[]").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

std::string dashed(const std::string& text) { return text.empty() ? "–" : text; }

class Report {
public:
  explicit Report(const Tally& tally) : tally_(tally) {}

  template <class... Arguments>
  void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(text), format, std::forward<Arguments>(arguments)...);
    text += '\n';
  }

  void counts(const Made& made, const std::string& base) {
    line("# What was built\n");
    line("| | |\n|---|---:|");
    line("| documents | {} |", grouped(tally_.documents));
    if (tally_.failed > tally_.unwritable)
      line("| documents that could not be read | {} |", grouped(tally_.failed - tally_.unwritable));
    if (tally_.unwritable) line("| documents whose record could not be written | {} |", grouped(tally_.unwritable));
    if (tally_.repeated) line("| documents found more than once | {} |", grouped(tally_.repeated));
    line("| published | {} to {} |", dashed(tally_.earliest), dashed(tally_.latest));
    if (tally_.undated) line("| documents without a date | {} |", grouped(tally_.undated));
    line("| sentences | {} |", grouped(tally_.sentences));
    line("| mentions | {} |", grouped(tally_.mentions));
    line("| events, as the documents have them | {} |", grouped(tally_.events));
    line("| entities of the lexicon | {} |", grouped(tally_.linked().size()));
    line("| names not in the lexicon | {} |", grouped(tally_.unlinked().size()));
    line("\nMade by {}, domain pack {}, ICU {}.", made.program, made.pack.substr(0, 16), made.icu);
    if (made.model.empty())
      line("No language model was used: people and organisations that the lexicon does not know were found by the\n"
           "shape of their names and by their titles alone.");
    else
      line("Language model: {}.", made.model);
    line("IRIs are below <{}>.\n", base);
  }

  void events(const std::vector<EventLine>& all) {
    line("## What is told\n");
    if (all.empty()) return line("No events were found.\n");
    line("Events of all documents together. An origin is one source on one occasion, however many carry its words.\n");
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> kinds_told; // type → happened, not
    for (const EventLine& event : all)
      ++(event.happened ? kinds_told[event.type].first : kinds_told[event.type].second);
    line("| | said to have happened | planned, wanted, possible, failed, cancelled, denied |\n|---|---:|---:|");
    for (const auto& [type, told] : kinds_told)
      line("| {} | {} | {} |", type, grouped(told.first), grouped(told.second));
    line("\n| told most often | reports | wires | origins | denied by |\n|---|---:|---:|---:|---:|");
    std::vector<EventLine> sorted(all);
    std::stable_sort(sorted.begin(), sorted.end(), [](const EventLine& a, const EventLine& b) {
      return std::tie(a.documents, a.origins) > std::tie(b.documents, b.origins);
    });
    rows(sorted, [&](const EventLine& event) {
      line("| {} | {} | {} | {} | {} |", cell(event.label), grouped(event.documents), grouped(event.wires),
           grouped(event.origins), grouped(event.denying_origins));
    });
  }

  void abstentions() {
    if (tally_.abstained == 0) return;
    line("## Sentences from which no event was made\n");
    line("They have the word of an event and somebody or something named; `abstained.ndjson` lists all {}.\n",
         grouped(tally_.abstained));
    line("| reason | sentences |\n|---|---:|");
    rows(tally_.reasons(),
         [&](const auto& reason) { line("| {} | {} |", cell(reason.first), grouped(reason.second)); });
  }

  void linked() {
    line("## Who and what is named\n");
    const auto all = tally_.linked();
    for (const auto& [kind, title] : kinds) table(all, kind, title);
    if (all.empty()) line("Nothing that the lexicon knows was named.\n");
  }

  void unlinked() {
    const auto all = tally_.unlinked();
    line("## Names that were left unlinked\n");
    if (all.empty()) return line("None.\n");
    line("They stand in the claims graph of their document; the same name in two documents is two entities. The label\n"
         "is the fullest form found.\n");
    line("| name | kind | documents | mentions |\n|---|---|---:|---:|");
    rows(all, [&](const Tally::Named& named) {
      line("| {} | {} | {} | {} |", cell(named.label), kind_word(named.kind), grouped(named.documents),
           grouped(named.mentions));
    });
  }

  void decisions() {
    line("## How ambiguous names were decided\n");
    const auto decided = tally_.decisions("link.ambiguous"), open = tally_.decisions("link.undecided");
    if (decided.empty() && open.empty()) return line("There were none.\n");
    if (!decided.empty()) decision_table("decided by context", decided);
    if (!open.empty()) decision_table("left open", open);
  }

  void troubles() {
    line("## Diagnostics\n");
    bool any = false;
    for (const auto& [code, trouble] : tally_.troubles()) {
      if (code.starts_with("link.")) continue;
      if (!any) line("| | code | times | where and what |\n|---|---|---:|---|");
      any = true;
      bool first = true;
      for (const auto& [file, at_line, column, message] : trouble.first) {
        line("| {} | {} | {} | {}{}: {} |", first ? severity_word(trouble.severity) : "", first ? code : "",
             first ? grouped(trouble.count) : "", cell(file), at_line ? fmt::format(":{}", at_line) : "",
             cell(message));
        first = false;
      }
      if (trouble.count > trouble.first.size())
        line("| | | | … and {} more |", grouped(trouble.count - trouble.first.size()));
    }
    line("{}", any ? "" : "None.\n");
  }

  void files(const std::vector<ManifestFile>& files) {
    line("## Files\n");
    line("| file | holds | bytes |\n|---|---|---:|");
    for (const ManifestFile& file : files)
      line("| `{}` | {} | {} |", file.name, content_of(file.name), grouped(file.bytes));
    line("| `report.md` | this report | |");
    line("| `manifest.json` | what made the files, their sizes and SHA-256 digests | |");
  }

  std::string text;

private:
  void table(const std::vector<Tally::Named>& all, EntityKind kind, const char* title) {
    std::vector<Tally::Named> of_kind;
    for (const Tally::Named& named : all)
      if (named.kind == kind) of_kind.push_back(named);
    if (of_kind.empty()) return;
    line("### {}\n", title);
    line("| name | documents | mentions |\n|---|---:|---:|");
    rows(of_kind, [&](const Tally::Named& named) {
      line("| {} | {} | {} |", cell(named.label), grouped(named.documents), grouped(named.mentions));
    });
  }

  void decision_table(const char* title, const std::vector<std::pair<std::string, std::uint64_t>>& all) {
    line("| {} | times |\n|---|---:|", title);
    rows(all, [&](const auto& decision) { line("| {} | {} |", cell(decision.first), grouped(decision.second)); });
  }

  template <class Row, class Print>
  void rows(const std::vector<Row>& all, Print print) {
    for (std::size_t i = 0; i < all.size() && i < rows_shown; ++i) print(all[i]);
    line("");
    if (all.size() > rows_shown) line("… and {} more.\n", grouped(all.size() - rows_shown));
  }

  static const char* kind_word(EntityKind kind) {
    switch (kind) {
    case EntityKind::country: return "country";
    case EntityKind::person: return "person";
    case EntityKind::org: return "organisation";
    case EntityKind::munition: return "munition";
    case EntityKind::place: return "place";
    case EntityKind::anonymous: return "unnamed speaker";
    }
    return "";
  }

  static const char* severity_word(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
  }

  static const char* content_of(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, const char*>, 6> contents{
        {{"graph.ttl", "the facts graph"},
         {"reported.ttl", "events that nobody says happened"},
         {"dataset.trig", "all named graphs: facts, reported, one claims graph per document, meta"},
         {"dataset.nq", "the same as N-Quads"},
         {"records.ndjson", "one record per document"},
         {"abstained.ndjson", "candidate events that were not asserted, with the reason"}}};
    for (const auto& [file, content] : contents)
      if (file == name) return content;
    return "";
  }

  const Tally& tally_;
};

} // namespace

std::string report_markdown(const Tally& tally, const Made& made, const std::string& base,
                            const std::vector<EventLine>& events, const std::vector<ManifestFile>& files) {
  Report report(tally);
  report.counts(made, base);
  report.events(events);
  report.abstentions();
  report.linked();
  report.unlinked();
  report.decisions();
  report.troubles();
  report.files(files);
  return std::move(report.text);
}

} // namespace stemma::pipeline
