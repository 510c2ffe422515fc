#include "extract/find_publishers.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

bool is_named(const Entity& entity, const std::string& name) {
  if (name.empty()) return false;
  const auto wanted = predicate::lower(name);
  return predicate::lower(entity.label) == wanted ||
         std::any_of(entity.mentions.begin(), entity.mentions.end(),
                     [&](const Mention& mention) { return predicate::lower(mention.text) == wanted; });
}

bool is_medium(const Scene& scene, const Entity& entity) {
  return scene.frames.in_class("relaying-body", entity.type) && !scene.frames.in_class("wire-body", entity.type);
}

std::vector<EntityIndex> told_media(const Scene& scene) {
  std::vector<EntityIndex> out;
  for (const auto& mention : scene.mentions) {
    if (!is_medium(scene, scene.entities[mention.entity])) continue;
    if (scene.tree.dep(mention.head) != "dobj" || scene.tree.lemma(scene.tree.head(mention.head)) != "tell") continue;
    if (std::find(out.begin(), out.end(), mention.entity) == out.end()) out.push_back(mention.entity);
  }
  return out;
}

} // namespace

std::vector<EntityIndex> find_publishers(const Scene& scene, const Document& document) {
  std::vector<EntityIndex> out;
  for (EntityIndex e = 0; e < scene.entities.size(); ++e) {
    const auto& entity = scene.entities[e];
    if (entity.kind == EntityKind::org && (is_named(entity, document.publisher) || is_named(entity, document.wire)))
      out.push_back(e);
  }
  if (!document.publisher.empty()) return out;
  const auto told = told_media(scene);
  if (told.size() == 1 && std::find(out.begin(), out.end(), told.front()) == out.end()) out.push_back(told.front());
  return out;
}

} // namespace stemma::extract
