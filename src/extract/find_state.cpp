#include "extract/find_state.hpp"

#include "predicate/words.hpp"

#include <algorithm>
#include <set>

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
    if (!mention && scene_.referent[t]) // "the president's office", "its defence ministry"
      if (std::string state = of_referent(scene_.entities[*scene_.referent[t]]); !state.empty()) return state;
    if (!mention) return below(t, false, depth + 1);
    const Entity& named = scene_.entities[mention->entity];
    switch (named.kind) {
    case EntityKind::country: return named.id;
    case EntityKind::org: return scene_.frames.in_class("state-body", named.type) ? named.country : std::string();
    case EntityKind::place: return place_counts && named.capital ? named.country : std::string();
    default: return {};
    }
  }

  std::string of_referent(const Entity& meant) const {
    switch (meant.kind) {
    case EntityKind::person: return meant.country;
    case EntityKind::country: return meant.id;
    case EntityKind::org: return scene_.frames.in_class("state-body", meant.type) ? meant.country : std::string();
    default: return {};
    }
  }

  const Scene& scene_;
};

// "the army", "the ministry's spokesman", "a defence ministry official", "a source in the interior ministry"
class Organs {
public:
  explicit Organs(const Scene& scene) : scene_(scene) {}

  bool speak(TokenIndex t) const { return is_organ(t) || has_organ(t); }

  bool has_organ(TokenIndex t) const {
    for (const auto child : scene_.tree.children(t)) {
      const auto dep = scene_.tree.dep(child);
      if (one_of(dep, {"compound", "amod", "nmod", "poss"}) && (is_organ(child) || is_body(child))) return true;
      if (dep != "prep" || !one_of(scene_.words[child], {"in", "at", "of", "from", "within", "inside", "for"}))
        continue;
      for (const auto object : scene_.tree.children(child))
        if (scene_.tree.dep(object) == "pobj" && (is_organ(object) || is_body(object))) return true;
    }
    return false;
  }

  // Whose they are where no word beside them says it.
  std::string state_around(TokenIndex t) const {
    if (std::string state = of_dateline(); !state.empty()) return state;
    std::set<std::string> here;
    for (const PlacedMention& mention : scene_.mentions)
      if (scene_.tree.sentence(mention.head) == scene_.tree.sentence(t))
        add_state(scene_.entities[mention.entity], here);
    return here.size() == 1 ? *here.begin() : std::string();
  }

  // The dateline's words are left out of the parse.
  std::string of_dateline() const {
    const ByteSpan clean = scene_.text.header.dateline_clean;
    if (clean.empty()) return {};
    const CodePointSpan dateline = scene_.text.map.to_source(clean);
    std::set<std::string> states;
    for (const Entity& entity : scene_.entities)
      if (std::any_of(entity.mentions.begin(), entity.mentions.end(),
                      [&](const Mention& mention) { return dateline.overlaps(mention.span); }))
        add_state(entity, states);
    return states.size() == 1 && is_named(*states.begin()) ? *states.begin() : std::string();
  }

private:
  bool is_organ(TokenIndex t) const {
    return scene_.frames.in_class("state-organ", predicate::lower(scene_.tree.lemma(t)));
  }

  bool is_body(TokenIndex t) const {
    const auto* mention = scene_.mention(t);
    return mention && scene_.entities[mention->entity].kind == EntityKind::org &&
           scene_.frames.in_class("state-body", scene_.entities[mention->entity].type);
  }

  bool is_named(const std::string& country) const {
    return std::any_of(scene_.mentions.begin(), scene_.mentions.end(),
                       [&](const PlacedMention& mention) { return scene_.entities[mention.entity].id == country; });
  }

  static void add_state(const Entity& named, std::set<std::string>& states) {
    if (named.kind == EntityKind::country)
      states.insert(named.id);
    else if (named.kind != EntityKind::munition && !named.country.empty())
      states.insert(named.country);
  }

  const Scene& scene_;
};

} // namespace

std::string find_state(const Scene& scene, TokenIndex token) {
  const std::string lemma = predicate::lower(scene.tree.lemma(token));
  const Organs organs(scene);
  const bool inside = scene.frames.in_class("inside-speaker", lemma) && organs.has_organ(token);
  if (!inside && !scene.frames.in_class("state-speaker", lemma)) return {};
  if (std::string state = Search(scene).below(token, true); !state.empty()) return state;
  return organs.speak(token) ? organs.state_around(token) : std::string();
}

std::string find_dateline_state(const Scene& scene) { return Organs(scene).of_dateline(); }

} // namespace stemma::extract
