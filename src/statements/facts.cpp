#include "statements/facts.hpp"

#include "rdf/vocabulary.hpp"
#include "statements/concept.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace stemma::statements {

void Facts::add(const Record& record) {
  for (const Entity& entity : record.entities) {
    add_classes_of(entity.type);
    if (!entity.linked) continue;
    if (const auto id = pack_.find(entity.id)) add_concept(*id);
    if (const auto id = pack_.find(entity.country)) add_concept(*id);
  }
}

void Facts::add_classes_of(std::string_view local_name) {
  if (!types_.contains(local_name)) types_.emplace(local_name);
}

void Facts::add_concept(pack::ConceptId id) {
  std::vector<pack::ConceptId> open{id};
  while (!open.empty()) {
    const pack::ConceptId next = open.back();
    open.pop_back();
    if (!concepts_.insert(next).second) continue;
    const pack::Concept& entry = pack_.entry(next);
    add_classes_of(entry.type);
    open.insert(open.end(), entry.broader.begin(), entry.broader.end());
    if (entry.country != pack::no_concept) open.push_back(entry.country);
  }
}

void Facts::write(const TripleSink& sink) const {
  std::vector<const pack::Concept*> entries;
  for (const pack::ConceptId id : concepts_) entries.push_back(&pack_.entry(id));
  std::sort(entries.begin(), entries.end(), [](const auto* a, const auto* b) { return a->iri < b->iri; });
  for (const pack::Concept* entry : entries) write_concept(*entry, pack_, ontology_, sink);
  std::map<Iri, std::string> categories; // of registers, with their labels
  for (const pack::Concept* entry : entries)
    for (const pack::RegisterCategory* category : {&entry->sipri, &entry->unroca})
      if (!category->iri.empty()) categories.emplace(category->iri, category->label);
  const std::string category_class(local_name(rdf::stm::RegisterCategory));
  for (const auto& [iri, label] : categories) {
    write_classes(iri, category_class, ontology_, sink);
    sink(rdf::iri_view(iri), rdf::iri_view(rdf::skos::prefLabel), rdf::text_view(label, "en"));
  }

  std::set<Iri> classes;
  const auto add_classes = [&](const std::string& type) {
    for (const Iri& above : ontology_.classes(type)) classes.insert(above);
  };
  for (const std::string& type : types_) add_classes(type);
  if (!categories.empty()) add_classes(category_class);
  for (const Iri& type : classes)
    if (const auto label = ontology_.label(type); !label.empty())
      sink(rdf::iri_view(type), rdf::iri_view(rdf::rdfs::label), rdf::text_view(label, "en"));
}

} // namespace stemma::statements
