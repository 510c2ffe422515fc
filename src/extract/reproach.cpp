#include "extract/reproach.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

// The entity, or one who belongs to it.
bool speaks(const Scene& scene, const Draft& reproach, EntityIndex e) {
  const auto* kind = scene.frames.find_kind(scene.frames.all()[reproach.frame].event);
  if (!kind || !kind->speaks) return false;
  const auto found = reproach.roles.find(kind->first);
  return found != reproach.roles.end() && std::any_of(found->second.begin(), found->second.end(), [&](const Filler& f) {
           return f.entity && (*f.entity == e || scene.country_of(*f.entity) == e);
         });
}

} // namespace

bool is_reproached_by(const Scene& scene, const std::vector<Draft>& drafts, const Draft& draft, EntityIndex e) {
  std::optional<predicate::PredicationIndex> p = draft.predication;
  for (int depth = 0; depth < 4 && p; ++depth) {
    for (const auto& reproach : drafts)
      if (reproach.predication == *p && &reproach != &draft && speaks(scene, reproach, e)) return true;
    p = scene.predications.items[*p].above;
  }
  return false;
}

} // namespace stemma::extract
