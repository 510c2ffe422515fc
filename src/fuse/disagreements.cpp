#include "fuse/disagreements.hpp"

#include <algorithm>
#include <optional>

namespace stemma::fuse {

namespace {

constexpr std::size_t most_stances = 64; // beyond, an event has fallen apart and its stances are listed enough

struct Sourced {
  ClaimNumber claim;
  EntityNumber body; // none: nobody named
};

bool says_not(Status status) { return status == Status::denied; }
bool came_to_nothing(Status status) { return status == Status::failed || status == Status::cancelled; }

bool statuses_disagree(Status a, Status b) {
  if (says_not(a) != says_not(b)) return true;
  return (happened(a) && came_to_nothing(b)) || (happened(b) && came_to_nothing(a));
}

bool quantities_disagree(const Report& a, const Report& b) {
  const auto same_measure = [](const EventQuantity& x, const EventQuantity& y) {
    return x.unit == y.unit && x.of == y.of;
  };
  // Each names one number that no number of the other allows.
  return std::any_of(a.quantities.begin(), a.quantities.end(), [&](const EventQuantity& x) {
    return std::any_of(b.quantities.begin(), b.quantities.end(),
                       [&](const auto& y) { return same_measure(x, y) && exclude(x, y); }) &&
           std::none_of(b.quantities.begin(), b.quantities.end(),
                        [&](const auto& y) { return same_measure(x, y) && !exclude(x, y); });
  });
}

bool sides_disagree(const Actors& a, const Actors& b, const Relations& relations) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(), [&](EntityNumber x) {
    return std::any_of(b.begin(), b.end(), [&](EntityNumber y) { return relations.related(x, y); });
  });
}

bool times_disagree(const Report& a, const Report& b) { return a.time && b.time && (a.to < b.from || b.to < a.from); }

class Comparing {
public:
  Comparing(const Corpus& corpus, const Relations& relations) : reports_(corpus.reports()), relations_(relations) {}

  std::vector<Disagreement> run(const std::vector<Origin>& origins) {
    std::vector<Sourced> claims;
    for (const Origin& origin : origins)
      for (const ClaimNumber& claim : origin.claims) claims.push_back({claim, origin.body});
    std::sort(claims.begin(), claims.end(), [](const Sourced& a, const Sourced& b) { return a.claim < b.claim; });
    std::vector<Sourced> stances;
    std::vector<Disagreement> out;
    for (const Sourced& claim : claims) {
      bool new_stance = stances.size() < most_stances;
      for (const Sourced& stance : stances) {
        const bool same_source = claim.body != none && claim.body == stance.body;
        if (const auto matter = matter_of(stance, claim, same_source))
          out.push_back({stance.claim, claim.claim, *matter, same_source});
        else if (same_source || claim.body == none)
          new_stance = new_stance && !same_stance(stance, claim);
      }
      if (new_stance) stances.push_back(claim);
    }
    return out;
  }

private:
  std::optional<Matter> matter_of(const Sourced& earlier, const Sourced& later, bool same_source) const {
    const Report &a = reports_[earlier.claim.report], &b = reports_[later.claim.report];
    if (earlier.claim.report == later.claim.report) return std::nullopt;
    // One source that says first "will" and then "has" changes its claim; two that say so do not disagree.
    if (statuses_disagree(a.status, b.status) || (same_source && a.status != b.status)) return Matter::status;
    if (quantities_disagree(a, b)) return Matter::quantity;
    if (sides_disagree(a.first, b.first, relations_) || sides_disagree(a.second, b.second, relations_))
      return Matter::party;
    if (times_disagree(a, b)) return Matter::time;
    return std::nullopt;
  }

  bool same_stance(const Sourced& a, const Sourced& b) const {
    const Report &x = reports_[a.claim.report], &y = reports_[b.claim.report];
    return x.status == y.status && !quantities_disagree(x, y);
  }

  const std::vector<Report>& reports_;
  const Relations& relations_;
};

} // namespace

std::string_view name_of(Matter matter) {
  switch (matter) {
  case Matter::status: return "status";
  case Matter::quantity: return "quantity";
  case Matter::party: return "party";
  case Matter::time: return "time";
  }
  return "";
}

std::vector<Disagreement> disagreements(const Corpus& corpus, const Relations& relations,
                                        const std::vector<Origin>& origins) {
  return Comparing(corpus, relations).run(origins);
}

} // namespace stemma::fuse
