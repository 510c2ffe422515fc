#include "extract/struck_places.hpp"

#include "predicate/words.hpp"

namespace stemma::extract {

namespace {

// The noun that the place is an adjunct of: the STRIKE on Tyre, the STRIKE in Tyre.
std::optional<TokenIndex> noun_above_place(const Scene& scene, TokenIndex place) {
  const auto& tree = scene.tree;
  const auto* mention = scene.mention(place);
  if (!mention || tree.dep(place) != "pobj") return std::nullopt;
  const auto kind = scene.entities[mention->entity].kind; // a capital may stand for its country
  if (kind != EntityKind::place && kind != EntityKind::country) return std::nullopt;
  const auto preposition = tree.head(place);
  if (tree.dep(preposition) != "prep" || tree.is_root(preposition) ||
      !predicate::one_of(scene.words[preposition], {"on", "in", "at", "against", "near"}))
    return std::nullopt;
  return tree.head(preposition);
}

} // namespace

void empty_deeds_of_struck_places(const Scene& scene, std::vector<Draft>& drafts) {
  const auto& tree = scene.tree;
  for (auto& draft : drafts) {
    const auto& event = scene.frames.all()[draft.frame].event;
    const auto* kind = scene.frames.find_kind(event);
    const auto& p = scene.predications.items[draft.predication];
    if (!kind || kind->outcome.empty() || !scene.frames.in_class(kind->outcome, p.lemma) || p.passive) continue;
    auto verb = p.token; // "which killed three and INJURED ten"
    while (tree.dep(verb) == "conj" && !tree.is_root(verb)) verb = tree.head(verb);
    if (tree.dep(verb) != "relcl" || tree.is_root(verb)) continue;
    const auto noun = noun_above_place(scene, tree.head(verb));
    if (noun && names_event(scene, *noun, event)) draft.roles.clear();
  }
}

} // namespace stemma::extract
