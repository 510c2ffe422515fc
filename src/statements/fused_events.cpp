#include "statements/fused_events.hpp"

#include "model/digest.hpp"
#include "model/relative_iri.hpp"
#include "rdf/vocabulary.hpp"
#include "statements/concept.hpp"
#include "statements/events.hpp"
#include "statements/quantity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace stemma::statements {

namespace {

using rdf::iri_view;
namespace stm = rdf::stm;

void link(const Iri& subject, std::string_view property, std::string_view object, const TripleSink& sink) {
  sink(iri_view(subject), iri_view(property), iri_view(object));
}

void text(const Iri& subject, std::string_view property, std::string_view words, const TripleSink& sink) {
  const std::string safe = writable(words);
  sink(iri_view(subject), iri_view(property), rdf::text_view(safe, "en"));
}

void count(const Iri& subject, std::string_view property, std::size_t number, const TripleSink& sink) {
  sink(iri_view(subject), iri_view(property), rdf::make_typed(std::to_string(number), rdf::xsd::integer));
}

void day(const Iri& subject, std::string_view property, fuse::Day value, const TripleSink& sink) {
  if (value != fuse::day_before_all && value != fuse::day_after_all)
    sink(iri_view(subject), iri_view(property), date_term(fuse::iso(value)));
}

std::string_view status_iri(fuse::Status status) {
  switch (status) {
  case fuse::Status::occurred: return stm::occurred;
  case fuse::Status::ongoing: return stm::ongoing;
  case fuse::Status::planned: return stm::planned;
  case fuse::Status::wanted: return stm::wanted;
  case fuse::Status::possible: return stm::possible;
  case fuse::Status::failed: return stm::failed;
  case fuse::Status::cancelled: return stm::cancelled;
  case fuse::Status::denied: return stm::denied;
  }
  return stm::possible;
}

std::string_view matter_iri(fuse::Matter matter) {
  switch (matter) {
  case fuse::Matter::status: return stm::status;
  case fuse::Matter::quantity: return stm::quantity;
  case fuse::Matter::party: return rdf::sem::hasActor;
  case fuse::Matter::time: return rdf::sem::hasTimeStamp;
  }
  return stm::status;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i) out += i + 1 == words.size() ? " and " : ", ";
    out += words[i];
  }
  return out;
}

std::string period(fuse::Day from, fuse::Day to) {
  const bool open_start = from == fuse::day_before_all, open_end = to == fuse::day_after_all;
  if (open_start && open_end) return {};
  if (open_start) return "until " + fuse::iso(to);
  if (open_end) return "since " + fuse::iso(from);
  return from == to ? fuse::iso(from) : fuse::iso(from) + " to " + fuse::iso(to);
}

} // namespace

FusedEvents::FusedEvents(const fuse::Corpus& corpus, const fuse::Fused& fused, const Names& names,
                         const Ontology& ontology)
    : corpus_(corpus), fused_(fused), names_(names), ontology_(ontology) {
  for (const fuse::FusedEvent& event : fused.events) {
    const Iri& first = corpus.reports()[event.reports.front()].id;
    const Iri& iri = event_iris_[event.reports.front()] = names.event(ContentHash().add(below_base(first)).id());
    for (const fuse::ReportNumber r : event.reports) fused_as_[corpus.reports()[r].id] = &iri;
  }
}

void FusedEvents::write_facts(const TripleSink& sink) const {
  for (const fuse::FusedEvent& event : fused_.events)
    if (happened(event.status)) write_event(event, sink);
  write_entities(true, sink);
  write_same(sink);
}

void FusedEvents::write_reported(const TripleSink& sink) const {
  for (const fuse::FusedEvent& event : fused_.events)
    if (!happened(event.status)) write_event(event, sink);
  write_entities(false, sink);
}

void FusedEvents::write_lineages(const TripleSink& sink) const {
  const auto& documents = corpus_.documents();
  for (fuse::DocumentNumber d = 0; d < documents.size(); ++d)
    if (fused_.lineages[d] != d) link(documents[d].id, stm::copyOf, documents[fused_.lineages[d]].id, sink);
}

void FusedEvents::write_event(const fuse::FusedEvent& event, const TripleSink& sink) const {
  const Iri& subject = iri(event);
  for (const Iri& type : ontology_.classes_of(ontology_.require_record_term(event.type)))
    link(subject, rdf::rdf::type, type, sink);
  text(subject, rdf::rdfs::label, label(event), sink);
  write_roles(subject, event, sink);
  link(subject, stm::status, status_iri(event.status), sink);
  const auto quantities = quantities_by_iri(subject, event.quantities);
  for (const auto& [quantity, value] : quantities) link(subject, stm::quantity, quantity, sink);
  day(subject, rdf::sem::hasEarliestBeginTimeStamp, event.from, sink);
  day(subject, rdf::sem::hasLatestEndTimeStamp, event.to, sink);
  if (event.disputed) sink(iri_view(subject), iri_view(stm::disputed), rdf::make_boolean(true));
  count(subject, stm::documentCount, event.documents, sink);
  count(subject, stm::wireCount, event.wires, sink);
  count(subject, stm::speakerCount, event.speakers, sink);
  count(subject, stm::originCount, event.asserting_origins, sink);
  count(subject, stm::denyingOriginCount, event.denying_origins, sink);
  for (const fuse::ReportNumber r : event.reports) link(subject, stm::report, corpus_.reports()[r].id, sink);
  for (const auto& [quantity, value] : quantities) write_quantity(quantity, *value, "en", sink);
  write_origins(subject, event, sink);
  write_disagreements(event, sink);
}

void FusedEvents::write_roles(const Iri& subject, const fuse::FusedEvent& event, const TripleSink& sink) const {
  for (const auto& [role, values] : event.roles) {
    const Iri& property = ontology_.require_record_term(role);
    std::set<Iri> linked; // several reports of an exchange's part may have become one event
    for (const std::string& value : values) {
      const auto part = fused_as_.find(value);
      if (ontology_.holds_words(property))
        text(subject, property, value, sink);
      else
        linked.insert(part == fused_as_.end() ? value : *part->second);
    }
    for (const Iri& value : linked) link(subject, property, value, sink);
  }
}

void FusedEvents::write_origins(const Iri& event, const fuse::FusedEvent& fused, const TripleSink& sink) const {
  for (const fuse::Origin& origin : fused.origins) {
    ContentHash hash;
    hash.add(event.substr(names_.base().size())).add(std::to_string(static_cast<int>(origin.kind)));
    hash.add(origin.body == fuse::none ? "" : below_base(corpus_.entities()[origin.body].id)).add(origin.wire);
    hash.add(below_base(corpus_.documents()[origin.document].id)).add(origin.denies ? "denies" : "asserts");
    const Iri subject = names_.origin(hash.id());
    for (const Iri& type : ontology_.classes(local_name(stm::Origin))) link(subject, rdf::rdf::type, type, sink);
    text(subject, rdf::rdfs::label, origin_label(origin), sink);
    if (origin.body != fuse::none) link(subject, rdf::prov::wasAttributedTo, corpus_.entities()[origin.body].id, sink);
    link(subject, rdf::prov::wasDerivedFrom, corpus_.documents()[origin.document].id, sink);
    day(subject, rdf::sem::hasEarliestBeginTimeStamp, origin.first, sink);
    day(subject, rdf::sem::hasLatestEndTimeStamp, origin.last, sink);
    for (const fuse::ClaimNumber& of : origin.claims) link(claim(of), stm::origin, subject, sink);
  }
}

void FusedEvents::write_disagreements(const fuse::FusedEvent& event, const TripleSink& sink) const {
  for (const fuse::Disagreement& found : event.disagreements) {
    const Iri earlier = claim(found.earlier), later = claim(found.later);
    link(later, found.supersedes ? stm::supersedes : stm::contradicts, earlier, sink);
    const Iri subject = names_.disagreement(ContentHash().add(below_base(earlier)).add(below_base(later)).id());
    for (const Iri& type : ontology_.classes(local_name(stm::Disagreement))) link(subject, rdf::rdf::type, type, sink);
    text(subject, rdf::rdfs::label,
         fmt::format("{} on {}", found.supersedes ? "revision" : "contradiction", fuse::name_of(found.matter)), sink);
    link(subject, stm::disagreesOn, matter_iri(found.matter), sink);
    link(subject, stm::earlierClaim, earlier, sink);
    link(subject, stm::laterClaim, later, sink);
  }
}

// The players that no lexicon describes; in the graph of what is only reported, which is read alone too, all of them.
void FusedEvents::write_entities(bool facts, const TripleSink& sink) const {
  std::set<fuse::EntityNumber> used;
  for (const fuse::FusedEvent& event : fused_.events) {
    if (happened(event.status) != facts) continue;
    for (const auto& [role, values] : event.roles)
      for (const Iri& value : values)
        if (const fuse::EntityNumber entity = corpus_.find_entity(value); entity != fuse::none) used.insert(entity);
    for (const fuse::Origin& origin : event.origins)
      if (origin.body != fuse::none) used.insert(origin.body);
  }
  for (const fuse::EntityNumber number : used) {
    const fuse::NotedEntity& entity = corpus_.entities()[number];
    if (entity.label.empty() || (facts && entity.linked)) continue;
    write_classes(entity.id, entity.type, ontology_, sink);
    text(entity.id, rdf::skos::prefLabel, entity.label, sink);
    if (!entity.linked) sink(iri_view(entity.id), iri_view(stm::linked), rdf::make_boolean(false));
  }
}

void FusedEvents::write_same(const TripleSink& sink) const {
  for (const fuse::SameEntity& same : fused_.same.links) {
    const Iri& subject = corpus_.entities()[same.entity].id;
    link(subject, same.certain ? rdf::owl::sameAs : rdf::skos::closeMatch, corpus_.entities()[same.as].id, sink);
    text(subject, stm::matchReason, same.reason, sink);
  }
}

std::string FusedEvents::words_of(const fuse::FusedEvent& event, std::string_view role) const {
  constexpr std::size_t most = 4;
  const auto found = event.roles.find(std::string(role));
  if (found == event.roles.end()) return {};
  // "Kim Jong-un" says more than "North Korea and Kim Jong-un".
  std::set<fuse::EntityNumber> stood_for;
  for (const std::string& value : found->second)
    if (const auto entity = corpus_.find_entity(value); entity != fuse::none)
      stood_for.insert(corpus_.entities()[entity].country);
  std::vector<std::string> words;
  for (const std::string& value : found->second) {
    const fuse::EntityNumber entity = corpus_.find_entity(value);
    if (entity != fuse::none && stood_for.contains(entity)) continue;
    words.push_back(entity == fuse::none ? value : corpus_.entities()[entity].label);
  }
  if (words.size() > most) {
    const std::size_t more = words.size() - most;
    words.resize(most);
    words.push_back(fmt::format("{} more", more));
  }
  return joined(words);
}

std::string FusedEvents::label(const fuse::FusedEvent& event) const {
  const Iri& type = ontology_.require_record_term(event.type);
  std::string out;
  // The pattern's pieces stand between bars; a piece whose role nobody fills is left out.
  std::string_view pattern = ontology_.label_pattern(type);
  while (!pattern.empty()) {
    const std::string_view piece = pattern.substr(0, pattern.find('|'));
    pattern.remove_prefix(std::min(pattern.size(), piece.size() + 1));
    const std::size_t open = piece.find('{'), close = piece.find('}');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
      out += piece;
      continue;
    }
    const std::string words = words_of(event, piece.substr(open + 1, close - open - 1));
    if (words.empty()) {
      if (out.empty()) out = ontology_.label(type); // "condemnation by …"
      continue;
    }
    out += piece.substr(0, open);
    out += words;
    out += piece.substr(close + 1);
  }
  if (out.empty()) out = ontology_.label(type);
  for (const EventQuantity& quantity : event.quantities)
    if (&quantity == &event.quantities.front()) out += ", " + quantity.text;
  if (const std::string when = period(event.from, event.to); !when.empty()) out += ", " + when;
  if (!happened(event.status)) out += fmt::format(" ({})", ontology_.label(Iri(status_iri(event.status))));
  return out;
}

Iri FusedEvents::claim(const fuse::ClaimNumber& claim) const {
  const fuse::Report& report = corpus_.reports()[claim.report];
  std::vector<Iri> speakers;
  if (claim.chain != fuse::none)
    for (const fuse::EntityNumber speaker : report.chains[claim.chain])
      speakers.push_back(corpus_.entities()[speaker].id);
  return claim_iri(corpus_.documents()[report.document].id, report.id, speakers);
}

std::string FusedEvents::origin_label(const fuse::Origin& origin) const {
  const fuse::NotedDocument& document = corpus_.documents()[origin.document];
  switch (origin.kind) {
  case fuse::Origin::Kind::body: return corpus_.entities()[origin.body].label;
  case fuse::Origin::Kind::wire: return origin.wire;
  case fuse::Origin::Kind::lineage: return document.publisher.empty() ? "a text of its own" : document.publisher;
  }
  return {};
}

} // namespace stemma::statements
