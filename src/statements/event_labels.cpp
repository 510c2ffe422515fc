#include "statements/event_labels.hpp"

#include "rdf/vocabulary.hpp"

#include <fmt/format.h>

namespace stemma::statements {

EventLabels::EventLabels(const Record& record, const Ontology& ontology) : ontology_(ontology) {
  for (const Entity& entity : record.entities) entities_.emplace(entity.id, entity.label);
}

// What is no entity (the kind of an assistance) is words already; events that are parts of others have no name.
std::string EventLabels::named(const std::vector<std::string>& values) const {
  constexpr std::size_t most = 3;
  std::string names;
  std::size_t shown = 0, more = 0;
  for (const std::string& value : values) {
    const auto entity = entities_.find(value);
    if (entity == entities_.end() && value.find("://") != std::string::npos) continue;
    if (shown == most) {
      ++more;
      continue;
    }
    names += fmt::format("{}{}", shown++ ? ", " : "", entity == entities_.end() ? value : entity->second);
  }
  return more ? fmt::format("{} and {} more", names, more) : names;
}

std::string EventLabels::matter(const Event& event) const {
  std::string label(ontology_.label(ontology_.require_record_term(event.type)));
  std::string_view sign = ": ";
  for (const auto& [role, values] : event.roles) {
    const std::string names = named(values);
    if (names.empty()) continue;
    label += fmt::format("{}{} {}", sign, ontology_.label(ontology_.require_record_term(role)), names);
    sign = "; ";
  }
  return label;
}

std::string EventLabels::event(const Event& event) const {
  const Iri status = std::string(rdf::stm::base) + event.status;
  return fmt::format("{} ({})", matter(event), ontology_.knows(status) ? ontology_.label(status) : event.status);
}

std::string EventLabels::claim(const Event& event, const std::vector<Iri>& speakers) const {
  std::string said_by;
  for (const Iri& speaker : speakers)
    if (const auto entity = entities_.find(speaker); entity != entities_.end())
      said_by += fmt::format("{}{}", said_by.empty() ? "" : ", citing ", entity->second);
  return (said_by.empty() ? "claim" : said_by) + ": " + this->event(event);
}

} // namespace stemma::statements
