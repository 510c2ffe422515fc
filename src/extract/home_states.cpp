#include "extract/home_states.hpp"

#include "extract/find_state.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::one_of;

constexpr TokenIndex longest_office = 9; // words of an office beside a name

class HomeStates {
public:
  explicit HomeStates(const Scene& scene) : scene_(scene) {}

  // Its IRI; empty: no office beside the name says it.
  std::string find(const PlacedMention& name) const {
    if (std::string state = before(name); !state.empty()) return state;
    if (std::string state = behind(name); !state.empty()) return state;
    if (scene_.tree.dep(name.head) == "appos" && !scene_.tree.is_root(name.head))
      if (std::string state = find_state(scene_, scene_.tree.head(name.head)); !state.empty()) return state;
    return has_office(name) ? find_dateline_state(scene_) : std::string();
  }

private:
  bool is_office(TokenIndex t) const {
    return scene_.frames.in_class("state-speaker", predicate::lower(scene_.tree.lemma(t)));
  }

  bool is_of_office(TokenIndex t) const {
    return one_of(scene_.tree.pos(t), {"NOUN", "PROPN", "ADJ", "PART", "DET"}) ||
           one_of(scene_.words[t], {"of", "for"});
  }

  // The country that is named there, also within a longer name.
  std::string state_at(TokenIndex t) const {
    if (!scene_.mention(t)) return {};
    std::string body;
    const auto next = std::partition_point(scene_.mentions.begin(), scene_.mentions.end(),
                                           [&](const PlacedMention& mention) { return mention.first <= t; });
    for (auto at = next; at != scene_.mentions.begin();) {
      const PlacedMention& mention = *--at;
      if (mention.first + longest_office < t) break;
      if (mention.last <= t) continue;
      const Entity& named = scene_.entities[mention.entity];
      if (named.kind == EntityKind::country) return named.id;
      if (named.kind == EntityKind::org && scene_.frames.in_class("state-body", named.type)) body = named.country;
    }
    return body;
  }

  // "Poland's deputy minister of defence X"
  std::string before(const PlacedMention& name) const {
    bool office = false;
    for (auto t = name.first; t > 0 && name.first - t < longest_office; --t) {
      if (!is_of_office(t - 1) || scene_.tree.sentence(t - 1) != scene_.tree.sentence(name.head)) break;
      office = office || is_office(t - 1);
      if (std::string state = state_at(t - 1); !state.empty()) return office ? state : std::string();
    }
    return {};
  }

  // "X, the Polish minister of defence, …"
  std::string behind(const PlacedMention& name) const {
    if (name.last + 1 < scene_.tree.size() && scene_.words[name.last] == "of" && has_office(name))
      return state_at(name.last + 1); // "President X of Chile"
    if (name.last >= scene_.tree.size() || scene_.words[name.last] != ",") return {};
    bool office = false;
    std::string state;
    for (auto t = name.last + 1; t < scene_.tree.size() && t - name.last < longest_office; ++t) {
      if (!is_of_office(t) || scene_.tree.sentence(t) != scene_.tree.sentence(name.head)) break;
      office = office || is_office(t);
      if (state.empty()) state = state_at(t);
    }
    return office ? state : std::string();
  }

  bool has_office(const PlacedMention& name) const {
    for (auto t = name.first; t > 0 && name.first - t < 3; --t) {
      if (!one_of(scene_.tree.pos(t - 1), {"NOUN", "PROPN"})) return false;
      if (is_office(t - 1)) return true;
    }
    return false;
  }

  const Scene& scene_;
};

} // namespace

void give_home_states(Scene& scene) {
  const HomeStates homes(scene);
  for (const auto& mention : scene.mentions) {
    Entity& person = scene.entities[mention.entity];
    if (person.kind != EntityKind::person || person.linked || !person.country.empty()) continue;
    person.country = homes.find(mention);
  }
}

} // namespace stemma::extract
