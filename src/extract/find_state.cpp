#include "extract/find_state.hpp"

#include "predicate/words.hpp"

#include <vector>

namespace stemma::extract {

namespace {

using predicate::one_of;

class Search {
public:
  explicit Search(const Scene& scene) : scene_(scene) {}

  // Words before the noun say whose it is; those behind it only where these do not.
  std::string below(TokenIndex t, bool at_speaker, int depth = 0) const {
    constexpr int deepest = 4;
    if (depth > deepest) return {};
    for (const bool behind : {false, true})
      for (const auto child : scene_.tree.children(t)) {
        if ((child > t) != behind) continue;
        const auto dep = scene_.tree.dep(child);
        std::string found;
        if (one_of(dep, {"poss", "compound", "amod", "nmod"}))
          found = at(child, depth, false);
        else if (dep == "prep")
          found = of_object(child, at_speaker, depth);
        if (!found.empty()) return found;
      }
    return {};
  }

private:
  std::string of_object(TokenIndex preposition, bool at_speaker, int depth) const {
    const std::string& word = scene_.words[preposition];
    if (!one_of(word, {"of", "in", "from", "at", "for", "within"})) return {};
    for (const auto object : scene_.tree.children(preposition)) {
      if (scene_.tree.dep(object) != "pobj") continue;
      // "a spokesman for the Polish government"; "an envoy for Syria" is somebody else's.
      if (word == "for" && at_speaker && is_country(object)) return {};
      return at(object, depth, word == "in");
    }
    return {};
  }

  bool is_country(TokenIndex t) const {
    const auto* mention = scene_.mention(t);
    return mention && scene_.entities[mention->entity].kind == EntityKind::country;
  }

  std::string at(TokenIndex t, int depth, bool place_counts) const {
    const auto* mention = scene_.mention(t);
    if (!mention && scene_.referent[t] && scene_.entities[*scene_.referent[t]].kind == EntityKind::person)
      return scene_.entities[*scene_.referent[t]].country; // "the president's office"
    if (!mention) return below(t, false, depth + 1);
    const Entity& named = scene_.entities[mention->entity];
    switch (named.kind) {
    case EntityKind::country: return named.id;
    case EntityKind::org: return scene_.frames.in_class("state-body", named.type) ? named.country : std::string();
    case EntityKind::place: return place_counts && named.capital ? named.country : std::string();
    default: return {};
    }
  }

  const Scene& scene_;
};

} // namespace

std::string find_state(const Scene& scene, TokenIndex token) {
  if (!scene.frames.in_class("state-speaker", predicate::lower(scene.tree.lemma(token)))) return {};
  return Search(scene).below(token, true);
}

} // namespace stemma::extract
