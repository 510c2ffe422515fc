#include "extract/toll.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

// Do they name the same on that side, or one of them nobody?
bool agree_on(const std::string& role, const Draft& a, const Draft& b) {
  const auto x = a.roles.find(role), y = b.roles.find(role);
  if (x == a.roles.end() || y == b.roles.end() || x->second.empty() || y->second.empty()) return true;
  return std::any_of(x->second.begin(), x->second.end(), [&](const Filler& f) {
    return std::find(y->second.begin(), y->second.end(), f) != y->second.end();
  });
}

} // namespace

bool is_toll_of(const Scene& scene, const Draft& blow, const Draft& toll) {
  const auto* kind = scene.frames.find_kind(scene.frames.all()[blow.frame].event);
  const auto& p = scene.predications.items[toll.predication];
  if (!kind || kind->outcome.empty() || blow.status != "ongoing" || !is_firm(toll.status) || !p.perfect ||
      p.tense != predicate::Tense::present)
    return false;
  return agree_on(kind->first, blow, toll) &&
         std::any_of(blow.quantities.begin(), blow.quantities.end(),
                     [&](const DraftQuantity& q) { return q.outcome == toll.predication; });
}

} // namespace stemma::extract
