#include "extract/blow_by_unknown.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::Position;

// A weapon, men under arms, or the word for a blow.
bool is_violent(const Scene& scene, const std::string& event, TokenIndex t) {
  if (scene.tree.pos(t) != "NOUN") return false;
  const auto lemma = predicate::lower(scene.tree.lemma(t));
  if (scene.frames.in_class("mishap", lemma)) return false;
  for (const auto* name : {"combatant", "irregular", "incoming", "gunfire"})
    if (scene.frames.in_class(name, lemma)) return true;
  return names_event(scene, t, event);
}

// "were killed in an AIR STRIKE", "a DRONE hit the port": what is hit and killed by storms as well is here by arms.
bool is_by_arms(const Scene& scene, const std::string& event, const predicate::Predication& p) {
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const predicate::Argument& a) {
    const bool means =
        a.position == Position::subject ||
        (a.position == Position::oblique && predicate::one_of(a.preposition, {"in", "by", "with", "during"}));
    return means && (is_violent(scene, event, a.token) || is_band(scene, a.token));
  });
}

// "REBELS shelled the capital of Yemen", "came under attack from militias": men without a name are named in their way.
bool is_by_irregulars(const Scene& scene, const predicate::Predication& p) {
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const predicate::Argument& a) {
    const bool doer = a.position == Position::subject ||
                      (a.position == Position::oblique && predicate::one_of(a.preposition, {"by", "from"}));
    return doer &&
           (scene.frames.in_class("irregular", predicate::lower(scene.tree.lemma(a.token))) || is_band(scene, a.token));
  });
}

// "a DRONE killed two": what nobody has but those who wage war.
bool is_by_weapons(const Scene& scene, const predicate::Predication& p) {
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const predicate::Argument& a) {
    const auto lemma = predicate::lower(scene.tree.lemma(a.token));
    const auto before = scene.tree.child(a.token, "compound"); // "a DRONE strike"
    return scene.frames.in_class("incoming", lemma) ||
           (scene.frames.in_class("combatant", lemma) && scene.tree.tag(a.token) == "NNS") ||
           (before != scene.tree.size() &&
            scene.frames.in_class("incoming", predicate::lower(scene.tree.lemma(before))));
  });
}

bool befalls_person(const Scene& scene, const Draft& draft, const std::string& side) {
  const auto found = draft.roles.find(side);
  return found != draft.roles.end() && std::any_of(found->second.begin(), found->second.end(), [&](const Filler& f) {
           return f.entity && !f.implied && scene.entities[*f.entity].kind == EntityKind::person;
         });
}

} // namespace

bool is_band(const Scene& scene, TokenIndex t) {
  const auto& tree = scene.tree;
  if (tree.pos(t) != "NOUN" || scene.referent[t] || tree.has_child(t, "poss")) return false; // "Peru's armed men"
  const auto lemma = predicate::lower(tree.lemma(t));
  for (const auto before : {tree.child(t, "compound"), tree.child(t, "amod")})
    if (before != tree.size() && scene.frames.in_class("band", predicate::lower(tree.lemma(before)) + " " + lemma))
      return true;
  return !scene.mention(t) && (scene.frames.in_class("band", lemma) || scene.frames.in_class("irregular", lemma));
}

bool is_foreign_to_band(const Scene& scene, const Draft& draft, EntityIndex state) {
  const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
  const auto& entity = scene.entities[state];
  if (!kind || !kind->opposes || entity.kind == EntityKind::person) return false;
  if (entity.kind == EntityKind::org &&
      !std::binary_search(kind->acting_bodies.begin(), kind->acting_bodies.end(), entity.type))
    return false;
  const auto& p = scene.predications.items[draft.predication];
  return p.kind != Kind::noun && std::any_of(p.arguments.begin(), p.arguments.end(), [&](const predicate::Argument& a) {
           const bool deals =
               a.position == Position::subject || (a.position == Position::oblique && a.preposition == "by");
           return deals && is_band(scene, a.token);
         });
}

bool are_of_band_and_state(const Scene& scene, const Draft& a, const Draft& b) {
  const auto* kind = scene.frames.find_kind(scene.frames.all()[a.frame].event);
  if (!kind || !kind->opposes) return false;
  const auto dealt_by_state = [&](const Draft& state, const Draft& band) {
    const auto found = state.roles.find(kind->first);
    return found != state.roles.end() && std::any_of(found->second.begin(), found->second.end(), [&](const Filler& f) {
             return f.entity && is_foreign_to_band(scene, band, *f.entity);
           });
  };
  return dealt_by_state(a, b) || dealt_by_state(b, a);
}

bool is_blow_by_unknown(const Scene& scene, const Draft& draft) {
  const auto& frame = scene.frames.all()[draft.frame];
  const auto* kind = scene.frames.find_kind(frame.event);
  if (!kind || !frame.by_anybody) return false;
  if (has_named_entity(draft, kind->first)) return false; // whom a known conflict suggests the text need not mean
  if (!has_named_entity(draft, kind->second) && !has_named_entity(draft, "place")) return false;
  return std::any_of(draft.told.begin(), draft.told.end(), [&](auto told) {
    const auto& p = scene.predications.items[told];
    if (is_firm(draft.status) && is_by_irregulars(scene, p)) return true;
    const bool of_note =
        !draft.quantities.empty() ||
        (befalls_person(scene, draft, kind->second) &&
         (is_by_arms(scene, frame.event, p) || (p.kind == Kind::noun && !scene.frames.in_class("worded", p.lemma))));
    if (!of_note) return false;
    if (p.kind == Kind::noun) return draft.status == "occurred" && !scene.frames.in_class("mishap", p.lemma);
    const bool is_told = is_firm(draft.status) || draft.status == "failed" || draft.status == "possible";
    return is_told && (!scene.frames.in_class("blow", p.lemma) || is_by_arms(scene, frame.event, p));
  });
}

void empty_crimes(const Scene& scene, std::vector<Draft>& drafts) {
  if (scene.is_short()) return;
  const auto is_of_war = [&](const Draft& draft) {
    const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
    const auto doers = kind && kind->opposes ? draft.roles.find(kind->first) : draft.roles.end();
    return doers != draft.roles.end() && std::any_of(doers->second.begin(), doers->second.end(), [&](const Filler& f) {
             return f.entity && scene.is_power(*f.entity);
           });
  };
  if (std::any_of(drafts.begin(), drafts.end(), is_of_war)) return;
  for (auto& draft : drafts) {
    const auto& p = scene.predications.items[draft.predication];
    if (is_blow_by_unknown(scene, draft) && !is_by_irregulars(scene, p) && !is_by_weapons(scene, p))
      draft.roles.clear();
  }
}

} // namespace stemma::extract
