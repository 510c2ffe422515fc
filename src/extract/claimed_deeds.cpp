#include "extract/claimed_deeds.hpp"

#include "extract/fillers.hpp"
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
  if (std::any_of(doers.begin(), doers.end(),
                  [&](const Filler& f) { return f.implied || scene.tree.spans(p.token, f.shown); }))
    return false;
  const auto det = scene.tree.child(p.token, "det");
  return det != scene.tree.size() && predicate::one_of(scene.words[det], {"the", "this", "that"});
}

void lend(Draft& to, const Draft& from, const std::string& role, TokenIndex shown) {
  for (const auto& filler : from.roles.at(role))
    if (filler.entity) to.roles[role].push_back({filler.entity, {}, shown, shown, true});
}

bool is_for(const Scene& scene, TokenIndex responsibility) {
  const auto& tree = scene.tree;
  return std::any_of(tree.begin_children(responsibility), tree.end_children(responsibility),
                     [&](auto t) { return predicate::one_of(scene.words[t], {"for", "of"}); });
}

// "Peru CLAIMED responsibility", for what need not be said: the tokens of who did.
std::vector<TokenIndex> who_own_up(const Scene& scene, const predicate::Predication& p) {
  std::vector<TokenIndex> out;
  if (p.kind == predicate::Kind::noun || p.negated || p.infinitive || !p.modal.empty()) return out;
  if (!scene.frames.in_class("claiming", p.lemma) || scene.frames.in_class("denying", p.lemma)) return out;
  bool owns_up = false;
  for (const auto& a : p.arguments) {
    if (a.position == predicate::Position::object)
      owns_up = owns_up || (scene.frames.in_class("answerable", predicate::lower(scene.tree.lemma(a.token))) &&
                            !is_for(scene, a.token));
    if (a.position == predicate::Position::oblique && a.preposition == "for") return {};
    if (a.position == predicate::Position::subject) out.push_back(a.token);
  }
  return owns_up ? out : std::vector<TokenIndex>();
}

// The blow told last before, if nobody is said to have dealt it.
Draft* unowned_before(const Scene& scene, std::vector<Draft>& drafts, const predicate::Predication& claim) {
  Draft* last = nullptr;
  for (auto& deed : drafts) {
    const auto* kind = kind_of(scene, deed);
    const auto& p = scene.predications.items[deed.predication];
    if (!kind || !kind->opposes || deed.within || p.token >= claim.token || claim.sentence - p.sentence > reach)
      continue;
    if (!has_entity(deed, kind->first) && !has_entity(deed, kind->second) && !has_entity(deed, "place")) continue;
    if (!last || scene.predications.items[last->predication].token < p.token) last = &deed;
  }
  const auto* kind = last ? kind_of(scene, *last) : nullptr;
  return kind && !has_entity(*last, kind->first) ? last : nullptr;
}

// "A bomb killed nine people in Lima. The RED BRIGADE claimed responsibility."
void give_to_claimants(const Scene& scene, std::vector<Draft>& drafts) {
  for (const auto& p : scene.predications.items) {
    const auto claimants = who_own_up(scene, p);
    auto* deed = claimants.empty() ? nullptr : unowned_before(scene, drafts, p);
    if (!deed) continue;
    const auto shown = scene.predications.items[deed->predication].token;
    for (const auto token : claimants)
      for (auto filler : fillers(scene, token, any_party())) {
        filler.token = filler.shown = shown;
        filler.implied = true;
        deed->roles[kind_of(scene, *deed)->first].push_back(filler);
      }
  }
}

} // namespace

void join_claimed_deeds(const Scene& scene, std::vector<Draft>& drafts) {
  give_to_claimants(scene, drafts);
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
