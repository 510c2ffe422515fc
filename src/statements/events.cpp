#include "statements/events.hpp"

#include "model/digest.hpp"
#include "model/relative_iri.hpp"
#include "rdf/vocabulary.hpp"
#include "statements/concept.hpp"
#include "statements/event_labels.hpp"
#include "statements/quantity.hpp"
#include "statements/span.hpp"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace stemma::statements {

namespace {

using rdf::iri_view;
namespace stm = rdf::stm;

class EventStatements {
public:
  EventStatements(const Record& record, const Iri& run, const Ontology& ontology, const TripleSink& sink)
      : record_(record), run_(run), ontology_(ontology), sink_(sink), labels_(record, ontology) {
    for (const Entity& entity : record.entities)
      for (const Mention& mention : entity.mentions) mentioned_.insert(mention.span);
  }

  void write() {
    for (const Event& event : record_.events) {
      write_event(event);
      if (event.attribution.empty()) write_claim(event, {}, {});
      for (const Chain& chain : chains(event)) write_claim(event, chain.speakers, chain.shown);
    }
    for (const auto& [span, words] : spans_)
      if (!mentioned_.contains(span)) write_span(record_.document.id, span, words, sink_);
  }

private:
  struct Chain {
    std::vector<Iri> speakers;
    std::vector<const Evidence*> shown; // one for each speaker
  };

  // The evidence of the hops stands in the order of the chains, each chain from hop 0 on.
  static std::vector<Chain> chains(const Event& event) {
    std::vector<Chain> out;
    for (const auto& speakers : event.attribution) out.push_back({speakers, {}});
    std::size_t chain = 0;
    for (const Evidence& evidence : event.evidence) {
      if (!evidence.hop) continue;
      while (chain < out.size() && out[chain].shown.size() == out[chain].speakers.size()) ++chain;
      if (chain == out.size()) break;
      out[chain].shown.push_back(&evidence);
    }
    return out;
  }

  Iri below(std::string_view what, std::string_view id) const {
    return fmt::format("{}/{}-{}", record_.document.id, what, id);
  }

  Iri span_of(const Evidence& evidence) {
    spans_.emplace(evidence.span, evidence.text);
    return place_iri(record_.document.id, "span", evidence.span);
  }

  void link(const Iri& subject, std::string_view property, std::string_view object) const {
    sink_(iri_view(subject), iri_view(property), iri_view(object));
  }

  void label(const Iri& subject, const std::string& words) const {
    sink_(iri_view(subject), iri_view(rdf::rdfs::label), rdf::text_view(writable(words), "en"));
  }

  void date(const Iri& subject, std::string_view property, const Date& day) const {
    if (!day.empty()) sink_(iri_view(subject), iri_view(property), date_term(day));
  }

  void write_event(const Event& event) {
    link(event.id, rdf::rdf::type, stm::ReportedEvent);
    const Iri type = ontology_.require_record_term(event.type);
    for (const Iri& above : ontology_.classes_of(type)) link(event.id, rdf::rdf::type, above);
    for (const auto& [role, values] : event.roles) {
      const Iri property = ontology_.require_record_term(role);
      for (const std::string& value : values) {
        if (!ontology_.holds_words(property))
          link(event.id, property, value);
        else
          sink_(iri_view(event.id), iri_view(property), rdf::text_view(writable(value), record_.document.language));
      }
    }
    label(event.id, labels_.event(event));
    link(event.id, stm::status, fmt::format("{}{}", stm::base, event.status));
    if (!event.about.empty()) link(event.id, stm::isAbout, event.about);
    const auto quantities = quantities_by_iri(event.id, event.quantities);
    for (const auto& [iri, quantity] : quantities) link(event.id, stm::quantity, iri);
    if (event.time) {
      const std::string words = writable(event.time->text);
      sink_(iri_view(event.id), iri_view(stm::timeAsStated), rdf::text_view(words, record_.document.language));
      date(event.id, rdf::sem::hasEarliestBeginTimeStamp, event.time->start);
      date(event.id, rdf::sem::hasLatestEndTimeStamp, event.time->end);
    }
    for (const auto& [iri, quantity] : quantities) write_quantity(iri, *quantity, record_.document.language, sink_);
    if (!event.about.empty() && matters_.insert(event.about).second) label(event.about, labels_.matter(event));
  }

  void write_claim(const Event& event, const std::vector<Iri>& speakers, const std::vector<const Evidence*>& shown) {
    const Iri claim = claim_iri(record_.document.id, event.id, speakers);
    link(claim, rdf::rdf::type, rdf::schema::Claim);
    link(claim, rdf::rdf::type, stm::Claim);
    label(claim, labels_.claim(event, speakers));
    link(claim, stm::asserts, event.id);
    if (!speakers.empty()) link(claim, stm::saidBy, claim + "/hop-0");
    std::set<CodePointSpan> shown_spans; // one place may show several roles
    for (const Evidence& evidence : event.evidence)
      if (!evidence.hop && shown_spans.insert(evidence.span).second) link(claim, stm::evidence, span_of(evidence));
    link(claim, stm::frame, event.frame);
    date(claim, rdf::schema::datePublished, record_.document.published);
    link(claim, rdf::prov::wasDerivedFrom, record_.document.id);
    link(claim, rdf::prov::wasGeneratedBy, run_);
    for (std::size_t i = 0; i < speakers.size(); ++i) {
      const Iri hop = fmt::format("{}/hop-{}", claim, i);
      link(hop, rdf::rdf::type, stm::AttributionHop);
      link(hop, rdf::prov::wasAttributedTo, speakers[i]);
      if (i < shown.size()) link(hop, stm::evidence, span_of(*shown[i]));
      if (i + 1 < speakers.size()) link(hop, stm::onTheWordOf, fmt::format("{}/hop-{}", claim, i + 1));
    }
  }

  const Record& record_;
  const Iri& run_;
  const Ontology& ontology_;
  const TripleSink& sink_;
  const EventLabels labels_;
  std::set<Iri> matters_; // what events are about, once labelled
  std::set<CodePointSpan> mentioned_;
  std::map<CodePointSpan, std::string> spans_;
};

} // namespace

Iri claim_iri(const Iri& document, const Iri& event, const std::vector<Iri>& speakers) {
  ContentHash hash;
  hash.add(below_base(event));
  for (const Iri& speaker : speakers) hash.add(below_base(speaker));
  return fmt::format("{}/claim-{}", document, hash.id());
}

void write_events(const Record& record, const Iri& run, const Ontology& ontology, const TripleSink& sink) {
  if (!record.events.empty()) EventStatements(record, run, ontology, sink).write();
}

} // namespace stemma::statements
