#include "pipeline/require_sound.hpp"

#include "model/date.hpp"
#include "model/error.hpp"
#include "rdf/term_check.hpp"

namespace stemma::pipeline {

namespace {

void require_iri(const Iri& iri, const char* role) { rdf::require_valid(rdf::iri_view(iri), role); }

void require_iris(const std::vector<Iri>& iris, const char* role) {
  for (const Iri& iri : iris) require_iri(iri, role);
}

void require_sound_entity(const Entity& entity, const statements::Ontology& ontology) {
  require_iri(entity.id, "entity");
  if (!entity.country.empty()) require_iri(entity.country, "\"country\" of an entity");
  require_iris(entity.same_as, "\"sameAs\" of an entity");
  require_iris(ontology.classes(entity.type), "\"type\" of an entity");
}

void require_sound_event(const Event& event, const statements::Ontology& ontology) {
  require_iri(event.id, "event");
  require_iri(event.frame, "\"frame\" of an event");
  require_iris(event.places, "\"places\" of an event");
  for (const auto& chain : event.attribution) require_iris(chain, "\"attribution\" of an event");
  for (const EventQuantity& quantity : event.quantities)
    if (!quantity.of.empty()) require_iri(quantity.of, "\"of\" of a quantity");
  for (const auto& [role, values] : event.roles)
    if (!ontology.holds_words(ontology.require_record_term(role))) require_iris(values, "role of an event");
}

} // namespace

void require_sound(const Record& record, const statements::Ontology& ontology) {
  require_iri(record.document.id, "document");
  if (!record.document.url.empty()) require_iri(record.document.url, "\"url\" of a document");
  for (const auto& [name, date] :
       {std::pair("published", record.document.published), {"retrieved", record.document.retrieved}})
    if (!date.empty() && !is_date(date))
      throw Error(std::string("\"") + name + "\" is no date like 2023-11-01: " + date);
  rdf::require_valid(rdf::text_view("", record.document.language), "language");
  const Made& made = record.made;
  for (const std::string& words :
       {record.document.field, record.document.sha256, record.document.text_sha256, record.document.language,
        made.program, made.pack, made.model, made.icu, made.model_hash, made.model_licence})
    rdf::require_valid(rdf::literal_view(words), "text");
  for (const Entity& entity : record.entities) require_sound_entity(entity, ontology);
  for (const Event& event : record.events) require_sound_event(event, ontology);
}

} // namespace stemma::pipeline
