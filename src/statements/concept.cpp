#include "statements/concept.hpp"

#include "rdf/vocabulary.hpp"

namespace stemma::statements {

using rdf::iri_view;

void write_classes(const Iri& subject, std::string_view type, const Ontology& ontology, const TripleSink& sink) {
  for (const Iri& of : ontology.classes(type)) sink(iri_view(subject), iri_view(rdf::rdf::type), iri_view(of));
}

std::string_view local_name(std::string_view stm_iri) { return stm_iri.substr(rdf::stm::base.size()); }

void write_concept(const pack::Concept& entry, const pack::Pack& pack, const Ontology& ontology,
                   const TripleSink& sink) {
  const auto subject = iri_view(entry.iri);
  write_classes(entry.iri, entry.type, ontology, sink);
  sink(subject, iri_view(rdf::skos::prefLabel), rdf::text_view(entry.label, "en"));
  if (!entry.code.empty()) sink(subject, iri_view(rdf::skos::notation), rdf::literal_view(entry.code));
  if (!entry.alpha3.empty()) sink(subject, iri_view(rdf::stm::alpha3), rdf::literal_view(entry.alpha3));
  if (!entry.category.empty()) sink(subject, iri_view(rdf::stm::category), rdf::literal_view(entry.category));
  if (!entry.sipri.iri.empty()) sink(subject, iri_view(rdf::stm::sipriCategory), iri_view(entry.sipri.iri));
  if (!entry.unroca.iri.empty()) sink(subject, iri_view(rdf::stm::unrocaCategory), iri_view(entry.unroca.iri));
  for (const pack::ConceptId broader : entry.broader)
    sink(subject, iri_view(rdf::skos::broader), iri_view(pack.entry(broader).iri));
  if (entry.country != pack::no_concept)
    sink(subject, iri_view(rdf::stm::country), iri_view(pack.entry(entry.country).iri));
  for (const Iri& same : entry.same_as) sink(subject, iri_view(rdf::skos::exactMatch), iri_view(same));
}

} // namespace stemma::statements
