#include "pipeline/tally.hpp"

#include <algorithm>

namespace stemma::pipeline {

void Tally::add(const Record& record) {
  ++documents;
  for (const Diagnostic& note : record.notes) add(note);
  sentences += record.sentences.size();
  events += record.events.size();
  abstained += record.abstained.size();
  for (const Abstention& abstention : record.abstained) ++reasons_[abstention.reason];
  const Date& published = record.document.published;
  if (published.empty()) {
    ++undated;
  } else {
    if (earliest.empty() || published < earliest) earliest = published;
    if (latest < published) latest = published;
  }
  for (const Entity& entity : record.entities) {
    Counts& counts = entity.linked ? linked_ : unlinked_;
    Named& named = counts[{entity.kind, entity.linked ? entity.id : entity.label}];
    named.label = entity.label;
    named.kind = entity.kind;
    ++named.documents;
    named.mentions += entity.mentions.size();
    mentions += entity.mentions.size();
  }
}

void Tally::add(const Diagnostic& diagnostic) {
  constexpr std::size_t shown = 20;
  Trouble& trouble = troubles_[diagnostic.code];
  ++trouble.count;
  trouble.severity = std::max(trouble.severity, diagnostic.severity);
  if (!diagnostic.hint.empty() && (trouble.hint.empty() || diagnostic.hint < trouble.hint))
    trouble.hint = diagnostic.hint;
  if (diagnostic.code.starts_with("link.")) {
    ++decisions_[diagnostic.code][diagnostic.message];
    return; // told there with its count
  }
  trouble.first.emplace(diagnostic.place.file, diagnostic.place.line, diagnostic.place.column, diagnostic.message);
  if (trouble.first.size() > shown) trouble.first.erase(std::prev(trouble.first.end()));
}

std::vector<Tally::Named> Tally::sorted(const Counts& counts) {
  std::vector<Named> out;
  out.reserve(counts.size());
  for (const auto& [key, named] : counts) out.push_back(named);
  std::stable_sort(out.begin(), out.end(), [](const Named& a, const Named& b) {
    return std::tie(b.documents, b.mentions, a.label) < std::tie(a.documents, a.mentions, b.label);
  });
  return out;
}

namespace {

std::vector<std::pair<std::string, std::uint64_t>>
most_often_first(const std::map<std::string, std::uint64_t>& counts) {
  std::vector<std::pair<std::string, std::uint64_t>> out(counts.begin(), counts.end());
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

} // namespace

std::vector<std::pair<std::string, std::uint64_t>> Tally::decisions(const std::string& code) const {
  const auto found = decisions_.find(code);
  return found == decisions_.end() ? most_often_first({}) : most_often_first(found->second);
}

std::vector<std::pair<std::string, std::uint64_t>> Tally::reasons() const { return most_often_first(reasons_); }

} // namespace stemma::pipeline
