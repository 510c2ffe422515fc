#include "statements/ontology.hpp"

#include "model/error.hpp"
#include "pack/source_files.hpp"
#include "pack/statements.hpp"
#include "rdf/quad_order.hpp"
#include "rdf/reader.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <charconv>

namespace stemma::statements {

namespace fs = std::filesystem;

Ontology Ontology::read(const fs::path& pack, const fs::path& installed) {
  const pack::SourceFiles files = pack::require_source_files(pack, installed);
  Ontology ontology;
  for (const auto& file : files.terms)
    rdf::read_file(file, {}, [&](const rdf::Quad& quad, std::uint64_t) { ontology.note(quad); });
  for (auto& [term, entry] : ontology.terms_) {
    std::sort(entry.above.begin(), entry.above.end());
    if (!term.starts_with(rdf::stm::base)) ontology.by_local_name_.emplace(pack::local_name(term), term);
  }
  for (const auto& file : files.credits)
    rdf::read_file(file, {}, [&](const rdf::Quad& quad, std::uint64_t) { ontology.credits_.push_back(quad); });
  rdf::sort_for_writing(ontology.credits_);
  return ontology;
}

void Ontology::note(const rdf::Quad& quad) {
  if (quad.subject.kind != rdf::TermKind::iri) return;
  const std::string& property = quad.predicate.value;
  const std::string& value = quad.object.value;
  TermEntry& entry = terms_[quad.subject.value];
  if (property == rdf::rdfs::label || property == rdf::skos::prefLabel) {
    if (entry.label.empty() || quad.object.language == "en") entry.label = value;
  } else if (property == rdf::rdfs::subClassOf && quad.object.kind == rdf::TermKind::iri) {
    entry.above.push_back(value);
  } else if (property == rdf::rdf::type && value == rdf::owl::DatatypeProperty) {
    entry.holds_words = true;
  } else if (property == rdf::stm::labelPattern) {
    entry.label_pattern = value;
  } else if (property == rdf::stm::actsForState) {
    entry.acts_for_state = value == "true";
  } else if (property == rdf::stm::toldWithin) {
    int days = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), days);
    if (read.ec == std::errc() && days >= 0) entry.told_within = days;
  } else if (property == rdf::stm::recordTerm) {
    record_terms_.emplace(value, quad.subject.value);
  }
}

std::vector<Iri> Ontology::classes(std::string_view local_name) const {
  Iri own = std::string(rdf::stm::base) + std::string(local_name);
  if (!terms_.contains(own))
    if (const auto other = by_local_name_.find(local_name); other != by_local_name_.end()) own = other->second;
  return classes_of(own);
}

std::vector<Iri> Ontology::classes_of(const Iri& type) const {
  std::vector<Iri> found{type};
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto entry = terms_.find(found[i]);
    if (entry == terms_.end()) continue;
    for (const Iri& above : entry->second.above)
      if (std::find(found.begin(), found.end(), above) == found.end()) found.push_back(above);
  }
  return found;
}

bool Ontology::holds_words(const Iri& property) const {
  const auto entry = terms_.find(property);
  return entry != terms_.end() && entry->second.holds_words;
}

const Iri& Ontology::require_record_term(std::string_view word) const {
  const auto found = record_terms_.find(word);
  if (found == record_terms_.end())
    throw Error("the domain pack has no class or property for '" + std::string(word) + "'",
                "give one the stm:recordTerm \"" + std::string(word) + "\" in the pack's Turtle");
  return found->second;
}

std::vector<std::pair<Iri, std::string>> Ontology::labels() const {
  std::vector<std::pair<Iri, std::string>> all;
  for (const auto& [term, entry] : terms_)
    if (!entry.label.empty()) all.emplace_back(term, entry.label);
  return all;
}

std::string_view Ontology::label(const Iri& term) const {
  const auto entry = terms_.find(term);
  return entry == terms_.end() ? std::string_view() : entry->second.label;
}

std::string_view Ontology::label_pattern(const Iri& type) const {
  const auto entry = terms_.find(type);
  return entry == terms_.end() ? std::string_view() : entry->second.label_pattern;
}

bool Ontology::acts_for_state(std::string_view local_name) const {
  const auto above = classes(local_name);
  return std::any_of(above.begin(), above.end(), [&](const Iri& type) {
    const auto entry = terms_.find(type);
    return entry != terms_.end() && entry->second.acts_for_state;
  });
}

std::optional<int> Ontology::told_within(std::string_view word) const {
  const auto type = record_terms_.find(word);
  const auto entry = type == record_terms_.end() ? terms_.end() : terms_.find(type->second);
  return entry == terms_.end() ? std::nullopt : entry->second.told_within;
}

} // namespace stemma::statements
