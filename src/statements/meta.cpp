#include "statements/meta.hpp"

#include "model/digest.hpp"
#include "rdf/vocabulary.hpp"
#include "statements/concept.hpp"
#include "statements/news_agency.hpp"

#include <string_view>

namespace stemma::statements {

namespace {

using rdf::iri_view;

} // namespace

Iri Meta::wire(const std::string& name) {
  const auto [known, fresh] = wires_.try_emplace(name);
  if (!fresh) return known->second;
  const pack::ConceptId agency = find_news_agency(name, pack_);
  if (agency != pack::no_concept) {
    known->second = pack_.entry(agency).iri;
    known_agencies_[known->second] = agency;
  } else {
    known->second = names_.agency(name);
    agencies_[known->second] = name;
  }
  return known->second;
}

void Meta::write_document(const Document& document, const Made& made, const TripleSink& sink) {
  const auto subject = iri_view(document.id);
  sink(subject, iri_view(rdf::rdf::type), iri_view(rdf::schema::NewsArticle));
  const std::string title = writable(document.title.empty() ? document.path : document.title);
  if (document.title.empty())
    sink(subject, iri_view(rdf::rdfs::label), rdf::literal_view(title));
  else
    sink(subject, iri_view(rdf::schema::headline), rdf::text_view(title, document.language));
  if (!document.published.empty()) sink(subject, iri_view(rdf::schema::datePublished), date_term(document.published));
  if (!document.publisher.empty()) {
    const Iri publisher = names_.publisher(document.publisher);
    publishers_.try_emplace(publisher, document.publisher);
    sink(subject, iri_view(rdf::schema::publisher), iri_view(publisher));
  }
  for (const std::string& author : document.authors) {
    const std::string name = writable(author);
    sink(subject, iri_view(rdf::schema::author), rdf::literal_view(name));
  }
  if (!document.dateline.empty()) {
    const std::string dateline = writable(document.dateline);
    sink(subject, iri_view(rdf::schema::dateline), rdf::literal_view(dateline));
  }
  sink(subject, iri_view(rdf::schema::inLanguage), rdf::literal_view(document.language));
  if (!document.wire.empty()) sink(subject, iri_view(rdf::stm::wire), iri_view(wire(document.wire)));
  const std::string path = writable(document.path);
  sink(subject, iri_view(rdf::stm::sourcePath), rdf::literal_view(path));
  if (!document.field.empty()) sink(subject, iri_view(rdf::stm::sourceField), rdf::literal_view(document.field));
  sink(subject, iri_view(rdf::stm::sha256), rdf::literal_view(document.sha256));
  if (!document.text_sha256.empty())
    sink(subject, iri_view(rdf::stm::textSha256), rdf::literal_view(document.text_sha256));
  if (!document.url.empty()) sink(subject, iri_view(rdf::schema::url), iri_view(document.url));
  if (!document.retrieved.empty()) sink(subject, iri_view(rdf::stm::retrieved), date_term(document.retrieved));
  const Iri run = names_.run(made);
  sink(subject, iri_view(rdf::prov::wasGeneratedBy), iri_view(run));
  const Iri graph = names_.claims_graph(document.id);
  sink(iri_view(graph), iri_view(rdf::rdfs::label), rdf::text_view("claims of: " + title, "en"));
}

void Meta::write_bodies(const TripleSink& sink) const {
  for (const auto& [iri, name] : publishers_) {
    const std::string label = writable(name);
    sink(iri_view(iri), iri_view(rdf::rdf::type), iri_view(rdf::schema::Organization));
    sink(iri_view(iri), iri_view(rdf::rdfs::label), rdf::literal_view(label));
  }
  for (const auto& [iri, name] : agencies_) {
    const std::string label = writable(name);
    write_classes(iri, local_name(rdf::stm::NewsAgency), ontology_, sink);
    sink(iri_view(iri), iri_view(rdf::skos::prefLabel), rdf::text_view(label, "en"));
    sink(iri_view(iri), iri_view(rdf::stm::linked), rdf::make_boolean(false));
  }
  for (const auto& [iri, id] : known_agencies_) {
    const pack::Concept& entry = pack_.entry(id);
    write_classes(iri, entry.type, ontology_, sink);
    sink(iri_view(iri), iri_view(rdf::skos::prefLabel), rdf::text_view(entry.label, "en"));
  }
}

void Meta::write_run(const Made& made, const std::vector<Iri>& documents, const TripleSink& sink) const {
  const Iri run = names_.run(made);
  const auto subject = iri_view(run);
  write_classes(run, local_name(rdf::stm::Run), ontology_, sink);
  const std::string label = made.program + ", pack " + made.pack.substr(0, 8);
  sink(subject, iri_view(rdf::rdfs::label), rdf::text_view(label, "en"));
  sink(subject, iri_view(rdf::stm::program), rdf::literal_view(made.program));
  sink(subject, iri_view(rdf::stm::packHash), rdf::literal_view(made.pack));
  if (!made.model.empty()) sink(subject, iri_view(rdf::stm::modelName), rdf::literal_view(made.model));
  if (!made.model_hash.empty()) sink(subject, iri_view(rdf::stm::modelHash), rdf::literal_view(made.model_hash));
  if (!made.model_licence.empty())
    sink(subject, iri_view(rdf::stm::modelLicence), rdf::literal_view(made.model_licence));
  sink(subject, iri_view(rdf::stm::icuVersion), rdf::literal_view(made.icu));
  for (const Iri& document : documents) sink(subject, iri_view(rdf::prov::used), iri_view(document));
}

void Meta::write_labels(const std::vector<std::pair<Iri, std::string>>& more, const TripleSink& sink) const {
  const auto write = [&](const Iri& thing, const std::string& label) {
    sink(iri_view(thing), iri_view(rdf::rdfs::label), rdf::text_view(label, "en"));
  };
  write(names_.facts_graph(), "facts: what is known of who and what is named, and events said to have happened");
  write(names_.meta_graph(), "meta: documents, runs, credits, labels");
  write(names_.reported_graph(), "reported: events that nobody says happened");
  for (const auto& [term, label] : ontology_.labels()) write(term, label);
  for (const auto& [thing, label] : more) write(thing, writable(label));
}

void Meta::write_credits(const TripleSink& sink) const {
  for (const rdf::Quad& credit : ontology_.credits()) sink(credit.subject, credit.predicate, credit.object);
}

} // namespace stemma::statements
