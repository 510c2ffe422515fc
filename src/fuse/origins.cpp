#include "fuse/origins.hpp"

#include "fuse/last_named.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace stemma::fuse {

namespace {

// What a body says again within so many days is taken for one occasion.
constexpr Day days_of_occasion = 3;

struct Source {
  Origin::Kind kind = Origin::Kind::lineage;
  EntityNumber body = none;
  std::string wire, publisher;
  DocumentNumber lineage = none;
  friend auto operator<=>(const Source&, const Source&) = default;
};

class Sorting {
public:
  Sorting(const Corpus& corpus, const Relations& relations, const std::vector<DocumentNumber>& lineages,
          const std::vector<std::string>& wires)
      : corpus_(corpus), relations_(relations), lineages_(lineages), wires_(wires) {}

  std::vector<Origin> run(const Cluster& cluster) {
    for (const ReportNumber r : cluster) {
      const Report& report = corpus_.reports()[r];
      if (report.chains.empty()) add({r, none}, report, report.headline ? chain_below(cluster, report) : no_chain_);
      for (std::uint32_t c = 0; c < report.chains.size(); ++c) add({r, c}, report, report.chains[c]);
    }
    std::vector<Origin> out;
    for (auto& [key, claims] : claims_) split(key.first, key.second, claims, out);
    std::sort(out.begin(), out.end(), [](const Origin& a, const Origin& b) {
      return std::tie(a.denies, a.claims.front()) < std::tie(b.denies, b.claims.front());
    });
    return out;
  }

private:
  struct Dated {
    ClaimNumber claim;
    Day day; // when it was first carried; day_after_all: not known
  };

  // Whom the text below a headline credits with what the headline tells.
  const std::vector<EntityNumber>& chain_below(const Cluster& cluster, const Report& headline) const {
    for (const ReportNumber r : cluster)
      if (const Report& report = corpus_.reports()[r]; report.document == headline.document && !report.chains.empty())
        return report.chains.front();
    return no_chain_;
  }

  void add(ClaimNumber claim, const Report& report, const std::vector<EntityNumber>& chain) {
    const DocumentNumber lineage = lineages_[report.document];
    Source source;
    source.body = last_named(corpus_, relations_, chain);
    if (source.body != none && corpus_.entities()[source.body].is_wire) {
      // "Reuters reported" is no second witness beside the copies that carry Reuters.
      source.kind = Origin::Kind::wire;
      source.wire = corpus_.entities()[source.body].label;
      source.body = none;
    } else if (source.body != none) {
      source.kind = Origin::Kind::body;
    } else if (!wires_[report.document].empty()) {
      source.kind = Origin::Kind::wire;
      source.wire = wires_[report.document];
    } else {
      source.publisher = corpus_.documents()[lineage].publisher; // one outlet is no second witness of its own
      if (source.publisher.empty()) source.lineage = lineage;
    }
    const NotedDocument& earliest = corpus_.documents()[lineage];
    claims_[{source, report.status == Status::denied}].push_back(
        {claim, earliest.dated() ? earliest.first : day_after_all});
  }

  // One origin for each occasion of a body; others have one for all their claims.
  void split(const Source& source, bool denies, std::vector<Dated>& claims, std::vector<Origin>& out) const {
    std::sort(claims.begin(), claims.end(),
              [](const Dated& a, const Dated& b) { return std::tie(a.day, a.claim) < std::tie(b.day, b.claim); });
    bool open = false;
    for (const Dated& dated : claims) {
      const bool later = dated.day != day_after_all && open && out.back().last != day_after_all &&
                         dated.day - out.back().last > days_of_occasion;
      if (!open || (source.kind == Origin::Kind::body && later)) {
        out.push_back(begin(source, denies, dated));
        open = true;
      }
      Origin& origin = out.back();
      origin.claims.push_back(dated.claim);
      if (dated.day != day_after_all) origin.last = dated.day;
    }
    for (Origin& origin : out) std::sort(origin.claims.begin(), origin.claims.end());
  }

  Origin begin(const Source& source, bool denies, const Dated& dated) const {
    Origin origin;
    origin.kind = source.kind;
    origin.body = source.body;
    origin.wire = source.wire;
    origin.document = lineages_[corpus_.reports()[dated.claim.report].document];
    origin.denies = denies;
    if (dated.day != day_after_all) origin.first = origin.last = dated.day;
    return origin;
  }

  const Corpus& corpus_;
  const Relations& relations_;
  const std::vector<DocumentNumber>& lineages_;
  const std::vector<std::string>& wires_;
  const std::vector<EntityNumber> no_chain_;
  std::map<std::pair<Source, bool>, std::vector<Dated>> claims_; // by source and whether they deny
};

} // namespace

std::vector<Origin> origins(const Corpus& corpus, const Relations& relations,
                            const std::vector<DocumentNumber>& lineages, const std::vector<std::string>& lineage_wires,
                            const Cluster& cluster) {
  return Sorting(corpus, relations, lineages, lineage_wires).run(cluster);
}

std::vector<std::string> lineage_wires(const Corpus& corpus, const std::vector<DocumentNumber>& lineages) {
  std::map<DocumentNumber, std::string> wires;
  for (DocumentNumber d = 0; d < lineages.size(); ++d) {
    const std::string& wire = corpus.documents()[d].wire;
    if (wire.empty()) continue;
    std::string& known = wires[lineages[d]];
    if (known.empty() || wire < known) known = wire;
  }
  std::vector<std::string> out(lineages.size());
  for (DocumentNumber d = 0; d < lineages.size(); ++d)
    if (const auto found = wires.find(lineages[d]); found != wires.end()) out[d] = found->second;
  return out;
}

} // namespace stemma::fuse
