#include "rdf/quad_index.hpp"

#include "rdf/reader.hpp"

#include <algorithm>

namespace stemma::rdf {

namespace {

void add_once(std::vector<TermNumber>& numbers, TermNumber number) {
  if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
}

} // namespace

std::size_t QuadIndex::TermHash::operator()(const Term& term) const {
  const std::hash<std::string_view> hash;
  return hash(term.value) * 31 + hash(term.datatype) * 7 + hash(term.language) + static_cast<std::size_t>(term.kind);
}

QuadIndex QuadIndex::read(const std::filesystem::path& file) {
  QuadIndex index;
  read_file(file, {}, [&](const Quad& quad, std::uint64_t) {
    index.rows_.push_back({index.number_of(quad.subject), index.number_of(quad.predicate), index.number_of(quad.object),
                           index.number_of(quad.graph)});
  });
  index.sort();
  return index;
}

TermNumber QuadIndex::number_of(const Term& term) {
  const auto [found, fresh] = numbers_.try_emplace(term, static_cast<TermNumber>(terms_.size()));
  if (fresh) terms_.push_back(term);
  return found->second;
}

void QuadIndex::sort() {
  std::erase_if(numbers_, [](const auto& entry) { return entry.first.kind != TermKind::iri; });
  by_object_ = rows_;
  std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.subject < b.subject; });
  std::stable_sort(by_object_.begin(), by_object_.end(),
                   [](const Row& a, const Row& b) { return a.object < b.object; });
}

TermNumber QuadIndex::find(std::string_view iri) const {
  const auto found = numbers_.find(make_iri(std::string(iri)));
  return found == numbers_.end() ? no_term : found->second;
}

std::span<const QuadIndex::Row> QuadIndex::about(TermNumber subject) const {
  const auto range = std::ranges::equal_range(rows_, subject, {}, &Row::subject);
  return {range.begin(), range.end()};
}

std::span<const QuadIndex::Row> QuadIndex::pointing_at(TermNumber object) const {
  const auto range = std::ranges::equal_range(by_object_, object, {}, &Row::object);
  return {range.begin(), range.end()};
}

std::vector<TermNumber> QuadIndex::objects(TermNumber subject, std::string_view predicate) const {
  std::vector<TermNumber> found;
  const TermNumber wanted = find(predicate);
  for (const Row& row : about(subject))
    if (row.predicate == wanted) add_once(found, row.object);
  return found;
}

std::vector<TermNumber> QuadIndex::subjects(std::string_view predicate, TermNumber object) const {
  std::vector<TermNumber> found;
  const TermNumber wanted = find(predicate);
  for (const Row& row : pointing_at(object))
    if (row.predicate == wanted && (found.empty() || found.back() != row.subject)) found.push_back(row.subject);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

TermNumber QuadIndex::find_object(TermNumber subject, std::string_view predicate) const {
  const TermNumber wanted = find(predicate);
  for (const Row& row : about(subject))
    if (row.predicate == wanted) return row.object;
  return no_term;
}

bool QuadIndex::contains(TermNumber subject, std::string_view predicate, TermNumber object) const {
  return graph_of(subject, predicate, object) != no_term;
}

TermNumber QuadIndex::graph_of(TermNumber subject, std::string_view predicate, TermNumber object) const {
  const TermNumber wanted = find(predicate);
  for (const Row& row : about(subject))
    if (row.predicate == wanted && row.object == object) return row.graph;
  return no_term;
}

Quad QuadIndex::quad(const Row& row) const {
  return {terms_[row.subject], terms_[row.predicate], terms_[row.object], terms_[row.graph]};
}

} // namespace stemma::rdf
