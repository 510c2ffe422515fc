#include "extract/owner_before.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::one_of;

class OwnerBefore {
public:
  explicit OwnerBefore(const Scene& scene) : scene_(scene) {}

  // "sanctions on Iran for its attack", "thanked Berlin for its help": whoever stands right before the cause.
  std::optional<EntityIndex> run(TokenIndex t) const {
    if (const auto object = object_before(t)) return object;
    if (const auto urged = urged_before(t)) return urged;
    if (const auto threatened = threatened_before(t)) return threatened;
    if (const auto joined = joined_before(t)) return joined;
    if (const auto provided = provided_before(t)) return provided;
    if (const auto charged = charged_before(t)) return charged;
    if (t < 2 || !one_of(scene_.words[t], {"its", "his", "her"}) || !one_of(scene_.words[t - 1], {"for", "over"}))
      return std::nullopt;
    const auto* mention = scene_.mention(t - 2);
    if (!mention || mention->last != t - 1) return std::nullopt;
    const auto kind = entity(mention->entity).kind;
    const bool fits =
        scene_.words[t] == "its" ? kind == EntityKind::country || kind == EntityKind::org : kind == EntityKind::person;
    return fits ? std::optional(mention->entity) : std::nullopt;
  }

private:
  // "condemned Iran (…), a neighbour, for its attack": whom the verb is about.
  std::optional<EntityIndex> object_before(TokenIndex t) const {
    const bool alone = one_of(scene_.words[t], {"his", "her"});
    if ((!alone && scene_.words[t] != "its") || dep(t) != "poss") return std::nullopt;
    const auto noun = scene_.tree.head(t);
    if (dep(noun) != "pobj" || !one_of(scene_.words[scene_.tree.head(noun)], {"for", "over"})) return std::nullopt;
    const auto object = scene_.tree.child(scene_.tree.head(scene_.tree.head(noun)), "dobj");
    if (object == scene_.tree.size() || object > t) return std::nullopt;
    const auto* mention = scene_.mention(object);
    const auto who = mention ? std::optional(mention->entity) : scene_.referent[object];
    if (!who) return std::nullopt;
    const auto kind = entity(*who).kind;
    const bool fits = alone ? kind == EntityKind::person : kind == EntityKind::country || kind == EntityKind::org;
    return fits ? who : std::nullopt;
  }

  bool fits(EntityIndex e, TokenIndex t) const {
    const auto kind = entity(e).kind;
    return scene_.words[t] == "its" ? kind == EntityKind::country || kind == EntityKind::org
                                    : one_of(scene_.words[t], {"his", "her"}) && kind == EntityKind::person;
  }

  // "Iran and ITS proxies", "US policy, and ITS support for the militia"
  std::optional<EntityIndex> joined_before(TokenIndex t) const {
    if (dep(t) != "poss" || dep(scene_.tree.head(t)) != "conj") return std::nullopt;
    const auto first = scene_.tree.head(scene_.tree.head(t));
    if (first > t || (scene_.words[t - 1] != "and" && scene_.words[t - 1] != "especially")) return std::nullopt;
    if (const auto* mention = scene_.mention(first); mention && fits(mention->entity, t)) return mention->entity;
    for (const auto child : scene_.tree.children(first)) {
      if (child > first || !one_of(dep(child), {"amod", "compound", "nmod"})) continue;
      if (const auto* mention = scene_.mention(child); mention && fits(mention->entity, t)) return mention->entity;
    }
    return std::nullopt;
  }

  // "provides the group with most of ITS weapons": what one gets is one's own.
  std::optional<EntityIndex> provided_before(TokenIndex t) const {
    const auto& tree = scene_.tree;
    if (dep(t) != "poss") return std::nullopt;
    auto up = tree.head(t);
    for (int depth = 0; depth < 6 && one_of(dep(up), {"pobj", "prep", "conj"}) && scene_.words[up] != "with"; ++depth)
      up = tree.head(up);
    if (scene_.words[up] != "with" || dep(up) != "prep") return std::nullopt;
    const auto verb = tree.head(up);
    if (!one_of(predicate::lower(tree.lemma(verb)), {"provide", "supply", "furnish"})) return std::nullopt;
    const auto object = tree.child(verb, "dobj");
    if (object == tree.size() || object > t) return std::nullopt;
    const auto* mention = scene_.mention(object);
    const auto who = mention ? std::optional(mention->entity) : scene_.referent[object];
    return who && fits(*who, t) ? who : std::nullopt;
  }

  // "accused Peru of helping Chad through ITS support": the means of whoever is charged with it.
  std::optional<EntityIndex> charged_before(TokenIndex t) const {
    const auto& tree = scene_.tree;
    if (dep(t) != "poss" || dep(tree.head(t)) != "pobj") return std::nullopt;
    auto up = tree.head(tree.head(t));
    if (!one_of(scene_.words[up], {"through", "by", "via", "with"})) return std::nullopt;
    for (int depth = 0; depth < 6 && dep(up) != "pcomp" && !tree.is_root(up); ++depth) up = tree.head(up);
    if (dep(up) != "pcomp" || !one_of(scene_.words[tree.head(up)], {"of", "for"})) return std::nullopt;
    const auto object = tree.child(tree.head(tree.head(up)), "dobj");
    if (object == tree.size() || object > up) return std::nullopt;
    const auto* mention = scene_.mention(object);
    return mention && fits(mention->entity, t) ? std::optional(mention->entity) : std::nullopt;
  }

  // "urged Iran to stop ITS attacks": what one is to stop, go on with or take back is one's own.
  std::optional<EntityIndex> urged_before(TokenIndex t) const {
    if (scene_.words[t] != "its" || dep(t) != "poss" || dep(scene_.tree.head(t)) != "dobj") return std::nullopt;
    const auto verb = scene_.predications.find_at(scene_.tree.head(scene_.tree.head(t)));
    if (!verb) return std::nullopt;
    const auto& p = scene_.predications.items[*verb];
    if (p.kind != predicate::Kind::verb || !p.infinitive ||
        (!scene_.frames.in_class("pursuing", p.lemma) && !scene_.frames.in_class("ceasing", p.lemma) &&
         !scene_.frames.in_class("undoing", p.lemma)))
      return std::nullopt;
    for (const auto& a : p.arguments) {
      const bool controls = a.position == predicate::Position::subject && a.carried == 1 && a.token < t &&
                            one_of(dep(a.token), {"dobj", "pobj"});
      if (const auto* mention = controls ? scene_.mention(a.token) : nullptr)
        if (scene_.is_power(mention->entity)) return mention->entity;
    }
    return std::nullopt;
  }

  // "sanctions on Iran if IT sends arms": whoever stands right before the condition.
  std::optional<EntityIndex> threatened_before(TokenIndex t) const {
    if (t < 2 || scene_.words[t] != "it" || dep(t) != "nsubj" || !one_of(scene_.words[t - 1], {"if", "unless"}))
      return std::nullopt;
    const auto* mention = scene_.mention(t - 2);
    if (!mention || mention->last != t - 1 || dep(mention->head) == "nsubj") return std::nullopt;
    return scene_.is_power(mention->entity) ? std::optional(mention->entity) : std::nullopt;
  }

  std::string_view dep(TokenIndex t) const { return scene_.tree.dep(t); }
  const Entity& entity(EntityIndex e) const { return scene_.entities[e]; }

  const Scene& scene_;
};

} // namespace

std::optional<EntityIndex> find_owner_before(const Scene& scene, TokenIndex pronoun) {
  return OwnerBefore(scene).run(pronoun);
}

std::optional<EntityIndex> find_owner_behind(const Scene& scene, TokenIndex owner) {
  const auto& tree = scene.tree;
  const bool person = predicate::one_of(scene.words[owner], {"his", "her"});
  if (tree.dep(owner) != "poss" || (!person && scene.words[owner] != "its")) return std::nullopt;
  auto verb = owner;
  bool within = false; // a phrase with a preposition
  for (int steps = 0; steps < 6 && !tree.is_root(verb); ++steps) {
    within = within || tree.dep(verb) == "prep";
    verb = tree.head(verb);
    if (tree.pos(verb) == "VERB" || tree.pos(verb) == "AUX") break;
  }
  const auto subject = tree.child(verb, "nsubj");
  if (!within || verb < owner || subject == tree.size() || subject < owner || tree.pos(subject) != "PROPN")
    return std::nullopt;
  const auto* mention = scene.mention(subject);
  if (!mention || (scene.entities[mention->entity].kind == EntityKind::person) != person) return std::nullopt;
  return mention->entity;
}

std::optional<EntityIndex> find_owner_described(const Scene& scene, TokenIndex whose) {
  if (scene.words[whose] != "whose") return std::nullopt;
  const auto& tree = scene.tree;
  auto verb = whose;
  for (int steps = 0; steps < 8 && !tree.is_root(verb) && tree.dep(verb) != "relcl"; ++steps) verb = tree.head(verb);
  if (tree.dep(verb) != "relcl") return std::nullopt;
  const auto described = tree.head(verb);
  const auto* mention = scene.mention(described);
  return mention ? std::optional(mention->entity) : scene.referent[described];
}

} // namespace stemma::extract
