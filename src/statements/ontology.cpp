#include "statements/ontology.hpp"

#include "model/error.hpp"
#include "rdf/quad_order.hpp"
#include "rdf/reader.hpp"
#include "rdf/vocabulary.hpp"

#include <algorithm>

namespace stemma::statements {

namespace fs = std::filesystem;

Ontology Ontology::read(const fs::path& pack) {
  Ontology ontology;
  rdf::read_file(pack / "stemma.ttl", {}, [&](const rdf::Quad& quad, std::uint64_t) {
    if (quad.subject.kind != rdf::TermKind::iri) return;
    TermEntry& entry = ontology.terms_[quad.subject.value];
    if (quad.predicate.value == rdf::rdfs::label || quad.predicate.value == rdf::skos::prefLabel) {
      if (entry.label.empty() || quad.object.language == "en") entry.label = quad.object.value;
    } else if (quad.predicate.value == rdf::rdfs::subClassOf && quad.object.kind == rdf::TermKind::iri) {
      entry.above.push_back(quad.object.value);
    } else if (quad.predicate.value == rdf::stm::labelPattern) {
      entry.label_pattern = quad.object.value;
    } else if (quad.predicate.value == rdf::stm::actsForState) {
      entry.acts_for_state = quad.object.value == "true";
    } else if (quad.predicate.value == rdf::stm::recordTerm) {
      ontology.record_terms_.emplace(quad.object.value, quad.subject.value);
    }
  });
  for (auto& [term, entry] : ontology.terms_) std::sort(entry.above.begin(), entry.above.end());
  if (const fs::path credits = pack / "credits.ttl"; fs::exists(credits)) {
    rdf::read_file(credits, {}, [&](const rdf::Quad& quad, std::uint64_t) { ontology.credits_.push_back(quad); });
    rdf::sort_for_writing(ontology.credits_);
  }
  return ontology;
}

std::vector<Iri> Ontology::classes(std::string_view local_name) const {
  std::vector<Iri> found{std::string(rdf::stm::base) + std::string(local_name)};
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto entry = terms_.find(found[i]);
    if (entry == terms_.end()) continue;
    for (const Iri& above : entry->second.above)
      if (std::find(found.begin(), found.end(), above) == found.end()) found.push_back(above);
  }
  return found;
}

const Iri& Ontology::require_record_term(std::string_view word) const {
  const auto found = record_terms_.find(word);
  if (found == record_terms_.end())
    throw Error("the domain pack has no class or property for '" + std::string(word) + "'",
                "give one the stm:recordTerm \"" + std::string(word) + "\" in stemma.ttl");
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

} // namespace stemma::statements
