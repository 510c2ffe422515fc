#include "extract/claimed_deeds.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

constexpr std::uint32_t reach = 4; // sentences

const pack::EventKind* kind_of(const Scene& scene, const Draft& draft) {
  return scene.frames.find_kind(scene.frames.all()[draft.frame].event);
}

// A definite noun of which only the doer is said, and not by its own phrase: "the Russian attack" may be any of them.
bool is_claimed(const Scene& scene, const Draft& draft, const pack::EventKind& kind) {
  const auto& p = scene.predications.items[draft.predication];
  if (p.kind != predicate::Kind::noun || p.negated || !has_entity(draft, kind.first) ||
      has_entity(draft, kind.second) || draft.roles.count("place"))
    return false;
  const auto& doers = draft.roles.at(kind.first);
  if (std::any_of(doers.begin(), doers.end(), [&](const Filler& f) {
        return f.implied || (scene.tree.left_edge(p.token) <= f.shown && f.shown <= scene.tree.right_edge(p.token));
      }))
    return false;
  const auto det = scene.tree.child(p.token, "det");
  return det != scene.tree.size() && predicate::one_of(scene.words[det], {"the", "this", "that"});
}

void lend(Draft& to, const Draft& from, const std::string& role, TokenIndex shown) {
  for (const auto& filler : from.roles.at(role))
    if (filler.entity) to.roles[role].push_back({filler.entity, {}, shown, shown, true});
}

} // namespace

void join_claimed_deeds(const Scene& scene, std::vector<Draft>& drafts) {
  const auto at = [&](const Draft& d) -> const predicate::Predication& {
    return scene.predications.items[d.predication];
  };
  for (auto& claim : drafts) {
    const auto* kind = kind_of(scene, claim);
    if (!kind || !kind->opposes || claim.within || !is_claimed(scene, claim, *kind)) continue;
    Draft* last = nullptr; // the one told last before
    for (auto& deed : drafts) {
      if (at(deed).token >= at(claim).token || kind_of(scene, deed) != kind || deed.within) continue;
      if (at(claim).sentence - at(deed).sentence <= reach && (!last || at(*last).token < at(deed).token)) last = &deed;
    }
    if (!last || has_entity(*last, kind->first) || !has_entity(*last, kind->second)) continue;
    lend(*last, claim, kind->first, at(*last).token);
    lend(claim, *last, kind->second, at(claim).token);
  }
}

} // namespace stemma::extract
