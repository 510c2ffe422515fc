#include "fuse/fuse.hpp"

#include "fuse/lineages.hpp"

#include <algorithm>
#include <set>

namespace stemma::fuse {

namespace {

class Summary {
public:
  Summary(const Corpus& corpus, const Relations& relations, const Fused& fused)
      : corpus_(corpus), relations_(relations), fused_(fused) {
    for (WordNumber word = 0; word < corpus.words().size(); ++word) {
      const Iri& said = corpus.words()[word];
      const EntityNumber entity = corpus.find_entity(said);
      standing_for_.push_back(entity == none ? &said : &standing_for(entity));
    }
  }

  FusedEvent run(const Cluster& cluster, std::vector<Origin> origins) const {
    FusedEvent event;
    event.reports = cluster;
    event.origins = std::move(origins);
    event.disagreements = disagreements(corpus_, relations_, event.origins);
    event.type = report(cluster.front()).type;
    set_status(event);
    const Cluster telling = who_tells(event);
    collect_roles(event, telling);
    collect_values(event, telling);
    count(event);
    return event;
  }

private:
  const Report& report(ReportNumber r) const { return corpus_.reports()[r]; }

  void set_status(FusedEvent& event) const {
    event.status = report(event.reports.front()).status;
    bool fact = false;
    for (const ReportNumber r : event.reports) {
      const Status status = report(r).status;
      event.disputed = event.disputed || status == Status::denied;
      if (happened(status))
        fact = true;
      else if (fact || status == Status::denied)
        continue; // what is denied is told by what it denies, where somebody says that
      event.status = status;
    }
    if (event.disputed && !fact && std::all_of(event.reports.begin(), event.reports.end(), [&](ReportNumber r) {
          return report(r).status == Status::denied;
        }))
      event.status = Status::denied;
  }

  // The reports whose roles and numbers the event takes: those that say it happened, where any does.
  Cluster who_tells(const FusedEvent& event) const {
    if (!happened(event.status)) return event.reports;
    Cluster out;
    for (const ReportNumber r : event.reports)
      if (happened(report(r).status)) out.push_back(r);
    return out;
  }

  // Where two sides face each other, an actor whom most of the reports leave out is nobody's side: it takes more than
  // half of those that fill the role. Things, and those who act together, are united.
  void collect_roles(FusedEvent& event, const Cluster& telling) const {
    const Knowledge::Sides sides = corpus_.knowledge().sides(event.type);
    std::map<WordNumber, std::map<const Iri*, std::size_t>> said; // each IRI is in one place
    std::map<WordNumber, std::size_t> filled;
    std::vector<const Iri*> once;
    for (const ReportNumber r : telling)
      for (const auto& [role, values] : report(r).roles) {
        ++filled[role];
        once.clear();
        for (const WordNumber value : values) once.push_back(standing_for_[value]);
        std::sort(once.begin(), once.end());
        once.erase(std::unique(once.begin(), once.end()), once.end());
        for (const Iri* value : once) ++said[role][value];
      }
    for (const auto& [role_number, values] : said) {
      const std::string& role = corpus_.words()[role_number];
      const bool facing = !sides.second.empty() && (role == sides.first || role == sides.second);
      std::size_t most = 0;
      for (const auto& [value, times] : values) most = std::max(most, times);
      const std::size_t wanted = facing ? std::min(most, filled[role_number] / 2 + 1) : 1;
      std::vector<Iri>& kept = event.roles[role];
      for (const auto& [value, times] : values)
        if (times >= wanted) kept.push_back(*value);
      std::sort(kept.begin(), kept.end());
    }
  }

  const Iri& standing_for(EntityNumber entity) const { return corpus_.entities()[fused_.same.group[entity]].id; }

  void collect_values(FusedEvent& event, const Cluster& telling) const {
    const Report* counted = nullptr;
    for (const ReportNumber r : telling) {
      const Report& told = report(r);
      if (!told.quantities.empty()) counted = &told;
      if (!told.time) continue;
      event.from = std::max(event.from, told.from);
      event.to = std::min(event.to, told.to);
    }
    if (!counted) return;
    event.quantities = counted->quantities;
    // A sum over a time belongs to that time, however the sums before it were dated.
    if (counted->time && event.quantities.front().cumulative) {
      event.from = counted->from;
      event.to = counted->to;
    }
    for (EventQuantity& quantity : event.quantities)
      if (const EntityNumber thing = corpus_.find_entity(quantity.of); thing != none) quantity.of = standing_for(thing);
  }

  void count(FusedEvent& event) const {
    std::set<DocumentNumber> documents;
    std::set<std::string> wires;
    std::set<EntityNumber> speakers;
    for (const ReportNumber r : event.reports) {
      const Report& told = report(r);
      documents.insert(told.document);
      if (const std::string& wire = corpus_.documents()[told.document].wire; !wire.empty()) wires.insert(wire);
      for (const auto& chain : told.chains) speakers.insert(relations_.group(chain.front()));
    }
    event.documents = documents.size();
    event.wires = wires.size();
    event.speakers = speakers.size();
    for (const Origin& origin : event.origins) ++(origin.denies ? event.denying_origins : event.asserting_origins);
  }

  const Corpus& corpus_;
  const Relations& relations_;
  const Fused& fused_;
  std::vector<const Iri*> standing_for_; // by word
};

} // namespace

Fused fuse(Corpus& corpus) {
  corpus.sort();
  Fused fused;
  fused.lineages = lineages(corpus.documents());
  fused.same = same_entities(corpus, fused.lineages);
  const Relations relations(corpus, fused.same.group);
  const std::vector<std::string> wires = lineage_wires(corpus, fused.lineages);
  const Summary summary(corpus, relations, fused);
  for (const Cluster& cluster : clusters(corpus, relations, fused.lineages))
    fused.events.push_back(summary.run(cluster, origins(corpus, relations, fused.lineages, wires, cluster)));
  return fused;
}

} // namespace stemma::fuse
