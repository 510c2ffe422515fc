#include "pipeline/knowledge.hpp"

#include "statements/news_agency.hpp"

namespace stemma::pipeline {

fuse::Knowledge knowledge_of(const Resources& resources) {
  fuse::Knowledge knowledge;
  knowledge.sides = [&resources](const std::string& type) -> fuse::Knowledge::Sides {
    const pack::EventKind* kind = resources.frames ? resources.frames->find_kind(type) : nullptr;
    return kind ? fuse::Knowledge::Sides{kind->first, kind->second} : fuse::Knowledge::Sides{};
  };
  knowledge.acts_for_state = [&resources](const std::string& type) { return resources.ontology.acts_for_state(type); };
  knowledge.told_within = [&resources](const std::string& type) { return resources.ontology.told_within(type); };
  knowledge.news_agency = [&resources](const std::string& name) {
    const pack::ConceptId agency = statements::find_news_agency(name, *resources.pack);
    return agency == pack::no_concept ? std::string() : resources.pack->entry(agency).label;
  };
  knowledge.broader = [&resources](const Iri& iri) {
    std::vector<Iri> above;
    if (const auto id = resources.pack->find(iri))
      for (const pack::ConceptId broader : resources.pack->entry(*id).broader)
        above.push_back(resources.pack->entry(broader).iri);
    return above;
  };
  return knowledge;
}

} // namespace stemma::pipeline
