#include "extract/ordered_things.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

void turn_to_taker(const Scene& scene, const std::vector<Draft>& drafts, Draft& draft) {
  const auto& frame = scene.frames.all()[draft.frame];
  const auto* kind = scene.frames.find_kind(frame.event);
  const auto& p = scene.predications.items[draft.predication];
  if (!kind || !kind->is_giving() || p.relation != predicate::Relation::relative ||
      !predicate::one_of(frame.status, {"planned", "wanted"}) || draft.roles.count(kind->first) != 0)
    return;
  const auto taker = draft.roles.find(kind->second);
  if (taker == draft.roles.end() || taker->second.size() != 1 || !taker->second.front().entity ||
      scene.tree.pos(taker->second.front().token) != "PRON")
    return;
  auto above = p.above;
  for (int depth = 0; depth < 4 && above; ++depth) {
    for (const auto& outer : drafts) {
      if (outer.predication != *above || scene.frames.all()[outer.frame].event != frame.event) continue;
      const auto gives = outer.roles.find(kind->first), takes = outer.roles.find(kind->second);
      if (gives == outer.roles.end() || takes == outer.roles.end() || takes->second.size() != 1) continue;
      if (std::find(gives->second.begin(), gives->second.end(), taker->second.front()) == gives->second.end()) continue;
      taker->second.front().entity = takes->second.front().entity;
      return;
    }
    above = scene.predications.items[*above].above;
  }
}

} // namespace

void turn_to_takers(const Scene& scene, std::vector<Draft>& drafts) {
  for (auto& draft : drafts) turn_to_taker(scene, drafts, draft);
}

} // namespace stemma::extract
