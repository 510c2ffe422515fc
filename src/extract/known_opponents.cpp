#include "extract/known_opponents.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

class Opponents {
public:
  Opponents(const Scene& scene, const std::string& published) : scene_(scene), published_(published) {}

  std::optional<EntityIndex> find(EntityIndex known) const {
    std::optional<EntityIndex> best;
    for (const auto& conflict : scene_.frames.conflicts()) {
      if (!published_.empty() && published_ < conflict.since) continue;
      if (is_party(known, conflict.first)) take_best(conflict.second, best);
      if (is_party(known, conflict.second)) take_best(conflict.first, best);
    }
    return best;
  }

private:
  bool is_party(EntityIndex e, const std::vector<Iri>& side) const {
    const auto& entity = scene_.entities[e];
    return std::any_of(side.begin(), side.end(), [&](const Iri& iri) {
      return iri == entity.id || (!entity.country.empty() && iri == entity.country);
    });
  }

  void take_best(const std::vector<Iri>& side, std::optional<EntityIndex>& best) const {
    for (EntityIndex e = 0; e < scene_.entities.size(); ++e) {
      const auto& entity = scene_.entities[e];
      if (std::find(side.begin(), side.end(), entity.id) == side.end()) continue;
      if (!best || entity.mentions.size() > scene_.entities[*best].mentions.size()) best = e;
    }
  }

  const Scene& scene_;
  const std::string& published_;
};

std::optional<EntityIndex> named_party(const Draft& draft, const std::string& role) {
  const auto found = draft.roles.find(role);
  if (found == draft.roles.end()) return std::nullopt;
  for (const auto& filler : found->second)
    if (filler.entity) return filler.entity;
  return std::nullopt;
}

} // namespace

void fill_known_opponents(const Scene& scene, const std::string& published, std::vector<Draft>& drafts) {
  const Opponents opponents(scene, published);
  for (auto& draft : drafts) {
    const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
    if (!kind || !kind->opposes) continue;
    const auto first = named_party(draft, kind->first), second = named_party(draft, kind->second);
    if (first.has_value() == second.has_value()) continue;
    const auto opponent = opponents.find(first ? *first : *second);
    if (!opponent || opponent == first || opponent == second) continue;
    const auto shown = scene.predications.items[draft.predication].token;
    draft.roles[first ? kind->second : kind->first].push_back({opponent, {}, shown, shown, true});
  }
}

} // namespace stemma::extract
