#include "extract/known_opponents.hpp"

#include "extract/blow_by_unknown.hpp"
#include "extract/reproach.hpp"
#include "predicate/words.hpp"

#include <algorithm>
#include <map>

namespace stemma::extract {

namespace {

class Opponents {
public:
  Opponents(const Scene& scene, const std::string& published) : scene_(scene), published_(published) {}

  std::optional<EntityIndex> find(EntityIndex known) const {
    std::optional<EntityIndex> best;
    for (const auto& conflict : scene_.frames.conflicts()) {
      if (!published_.empty() && published_ < conflict.since) continue;
      if (stands_with(known, conflict.first, conflict.second)) take_best(conflict.second, best);
      if (stands_with(known, conflict.second, conflict.first)) take_best(conflict.first, best);
    }
    return best;
  }

  bool are_opponents(EntityIndex a, EntityIndex b) const {
    return std::any_of(scene_.frames.conflicts().begin(), scene_.frames.conflicts().end(), [&](const auto& conflict) {
      return (published_.empty() || published_ >= conflict.since) && is_between(conflict, a, b);
    });
  }

  bool were_opponents(EntityIndex a, EntityIndex b) const {
    return std::any_of(scene_.frames.conflicts().begin(), scene_.frames.conflicts().end(), [&](const auto& conflict) {
      return !conflict.until.empty() && published_ > conflict.until && is_between(conflict, a, b);
    });
  }

  bool have_no_dealings(EntityIndex a, EntityIndex b, const std::string& day) const {
    return std::any_of(scene_.frames.conflicts().begin(), scene_.frames.conflicts().end(), [&](const auto& conflict) {
      return conflict.no_dealings && day >= conflict.since &&
             ((is_party(a, conflict.first) && is_party(b, conflict.second)) ||
              (is_party(b, conflict.first) && is_party(a, conflict.second)));
    });
  }

  // "Peru gives Chile tanks for its war with Cuba", where Chile is known to fight Cuba: a pronoun that was taken for
  // somebody else stands for the one who is named before it in the sentence and known to fight the other side.
  void correct_pronoun(std::vector<Filler>& side, EntityIndex other) const {
    if (side.size() != 1 || !side.front().entity || scene_.tree.pos(side.front().token) != "PRON") return;
    const auto opponent = find(other);
    if (!opponent || opponent == side.front().entity || opponent == other) return;
    if (scene_.entities[*side.front().entity].country == scene_.entities[*opponent].id) return; // its president
    const auto token = side.front().token;
    const bool named = std::any_of(scene_.mentions.begin(), scene_.mentions.end(), [&](const PlacedMention& m) {
      return m.entity == *opponent && m.last <= token && scene_.tree.sentence(m.head) == scene_.tree.sentence(token);
    });
    if (named) side.front().entity = opponent;
  }

private:
  bool is_between(const pack::Conflict& conflict, EntityIndex a, EntityIndex b) const {
    return (is_party(a, conflict.first) && is_party(b, conflict.second)) ||
           (is_party(b, conflict.first) && is_party(a, conflict.second));
  }

  bool is_party(EntityIndex e, const std::vector<Iri>& side) const {
    const auto& entity = scene_.entities[e];
    return std::any_of(side.begin(), side.end(), [&](const Iri& iri) {
      return iri == entity.id || (!entity.country.empty() && iri == entity.country);
    });
  }

  // Who rises against his own country is of it, and stands on the other side.
  bool stands_with(EntityIndex e, const std::vector<Iri>& side, const std::vector<Iri>& other) const {
    return is_party(e, side) && std::find(other.begin(), other.end(), scene_.entities[e].id) == other.end();
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

// "militias BACKED BY Peru": whoever backs those that act does not act.
bool describes_doer(const Scene& scene, const Draft& draft, EntityIndex e) {
  const auto& p = scene.predications.items[draft.predication];
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const predicate::Argument& a) {
    const bool acts =
        a.position == predicate::Position::subject ||
        (a.position == predicate::Position::oblique && (a.preposition == "by" || a.preposition == "from"));
    if (!acts || scene.mention(a.token)) return false;
    return std::any_of(scene.mentions.begin(), scene.mentions.end(), [&](const PlacedMention& m) {
      return m.entity == e && scene.tree.left_edge(a.token) <= m.first && m.last <= scene.tree.right_edge(a.token) + 1;
    });
  });
}

} // namespace

void correct_known_opponents(const Scene& scene, const std::string& published, std::vector<Draft>& drafts) {
  const Opponents opponents(scene, published);
  for (auto& draft : drafts) {
    const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
    if (!kind || !kind->opposes) continue;
    const auto first = named_party(draft, kind->first), second = named_party(draft, kind->second);
    if (!first || !second) continue;
    opponents.correct_pronoun(draft.roles[kind->first], *second);
    opponents.correct_pronoun(draft.roles[kind->second], *first);
  }
}

void fill_known_opponents(const Scene& scene, const std::string& published, std::vector<Draft>& drafts) {
  const Opponents opponents(scene, published);
  for (auto& draft : drafts) {
    const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
    if (!kind || !kind->opposes) continue;
    const auto first = named_party(draft, kind->first), second = named_party(draft, kind->second);
    if (first.has_value() == second.has_value()) continue;
    const auto opponent = opponents.find(first ? *first : *second);
    if (!opponent || opponent == first || opponent == second || describes_doer(scene, draft, *opponent)) continue;
    if (!first && (is_reproached_by(scene, drafts, draft, *opponent) || is_foreign_to_band(scene, draft, *opponent)))
      continue;
    const auto shown = scene.predications.items[draft.predication].token;
    draft.roles[first ? kind->second : kind->first].push_back({opponent, {}, shown, shown, true});
  }
}

void settle_past_conflicts(const Scene& scene, const std::string& published, std::vector<Draft>& drafts) {
  const Opponents opponents(scene, published);
  for (auto& draft : drafts) {
    const auto& frame = scene.frames.all()[draft.frame];
    const auto* kind = scene.frames.find_kind(frame.event);
    if (!frame.lasting || !kind || !kind->opposes || draft.status != "ongoing") continue;
    const auto first = named_party(draft, kind->first), second = named_party(draft, kind->second);
    if (first && second && opponents.were_opponents(*first, *second)) draft.status = "occurred";
  }
}

void empty_gifts_to_enemies(const Scene& scene, const std::string& published, std::vector<Draft>& drafts) {
  const Opponents opponents(scene, published);
  for (auto& draft : drafts) {
    const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
    if (!kind || !kind->among_friends || !is_firm(draft.status)) continue;
    const auto first = named_party(draft, kind->first), second = named_party(draft, kind->second);
    const auto& day = draft.time && !draft.time->time.start.empty() ? draft.time->time.start : published;
    if (first && second && opponents.have_no_dealings(*first, *second, day)) draft.roles.clear();
  }
}

void empty_off_subject(const Scene& scene, std::vector<Draft>& drafts) {
  if (scene.is_short()) return;
  const auto has_word_of = [&](const std::string& subject) {
    for (TokenIndex t = 0; t < scene.tree.size(); ++t)
      if (scene.frames.in_class(subject, predicate::lower(scene.tree.lemma(t)))) return true;
    return false;
  };
  std::map<std::string, bool> known;
  for (auto& draft : drafts) {
    const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
    if (!kind || kind->subject_words.empty()) continue;
    const auto [found, added] = known.try_emplace(kind->subject_words, false);
    if (added) found->second = has_word_of(kind->subject_words);
    if (!found->second) draft.roles.clear();
  }
}

namespace {

// "warned Rome against sending missiles TO LIMA" is no attack on who warns; "said that Rome had sent 12 missiles" is,
// and no gift.
void part_gift_from_blow(const Scene& scene, std::vector<Draft>& drafts, Draft& blow, EntityIndex target) {
  for (auto& other : drafts) {
    if (other.predication != blow.predication || other.roles.empty()) continue;
    const auto* kind = scene.frames.find_kind(scene.frames.all()[other.frame].event);
    if (!kind || !kind->among_friends) continue;
    const auto taker = other.roles.find(kind->second);
    const auto named = [](const Filler& f) { return f.entity && !f.implied; };
    if (taker == other.roles.end() || std::none_of(taker->second.begin(), taker->second.end(), named))
      other.roles.clear();
    else if (std::none_of(taker->second.begin(), taker->second.end(),
                          [&](const Filler& f) { return f.entity == target; }))
      blow.roles.clear();
  }
}

} // namespace

void empty_unknown_conflicts(const Scene& scene, const std::string& published, std::vector<Draft>& drafts) {
  const Opponents opponents(scene, published);
  for (auto& draft : drafts) {
    const auto& frame = scene.frames.all()[draft.frame];
    const auto* kind = scene.frames.find_kind(frame.event);
    if (!frame.in_conflict || !kind) continue;
    const auto first = named_party(draft, kind->first), second = named_party(draft, kind->second);
    if (!first || !second || !opponents.are_opponents(*first, *second))
      draft.roles.clear();
    else
      part_gift_from_blow(scene, drafts, draft, *second);
  }
}

namespace {

// "Ukraine's war with Russia": told as Russia's war on Ukraine.
bool point_from_aggressor(const Scene& scene, Draft& draft, const pack::EventKind& kind,
                          const std::vector<Filler>& sides) {
  const auto of = [&](const std::vector<Iri>& party) {
    return std::find_if(sides.begin(), sides.end(), [&](const Filler& f) {
      return std::find(party.begin(), party.end(), scene.entities[*f.entity].id) != party.end();
    });
  };
  for (const auto& conflict : scene.frames.conflicts()) {
    if (!conflict.aggression) continue;
    const auto first = of(conflict.first), second = of(conflict.second);
    if (first == sides.end() || second == sides.end()) continue;
    auto& target = draft.roles[kind.second];
    std::erase_if(target, [&](const Filler& f) { return f == *first; });
    if (std::find(target.begin(), target.end(), *second) == target.end()) target.push_back(*second);
    draft.roles[kind.first] = {*first};
    draft.mutual = false;
    return true;
  }
  return false;
}

} // namespace

void level_mutual_sides(const Scene& scene, std::vector<Draft>& drafts) {
  std::vector<Draft> returned;
  for (auto& draft : drafts) {
    const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
    if (!draft.mutual || !kind || kind->second.empty()) continue;
    const auto first = draft.roles[kind->first], second = draft.roles[kind->second];
    const auto add = [&](const std::vector<Filler>& from, std::vector<Filler>& to) {
      for (const auto& filler : from) {
        const bool acts = filler.entity && scene.entities[*filler.entity].kind != EntityKind::place;
        if (acts && std::find(to.begin(), to.end(), filler) == to.end()) to.push_back(filler);
      }
    };
    auto sides = first;
    add(second, sides);
    if (sides.size() < 2) continue;          // only one is known
    if (kind->speaks && sides.size() == 2) { // "traded blame": each of them blamed the other
      draft.roles[kind->first] = {sides[0]};
      draft.roles[kind->second] = {sides[1]};
      draft.mutual = false;
      returned.push_back(draft);
      std::swap(returned.back().roles[kind->first], returned.back().roles[kind->second]);
      continue;
    }
    if (point_from_aggressor(scene, draft, *kind, sides)) continue;
    add(first, draft.roles[kind->second]);
    add(second, draft.roles[kind->first]);
  }
  for (auto& draft : returned) { // beside what it answers: drafts come in the order of the text
    const auto at = std::find_if(drafts.begin(), drafts.end(),
                                 [&](const Draft& other) { return other.predication == draft.predication; });
    drafts.insert(at, std::move(draft));
  }
}

namespace {

const pack::Frame& frame_of(const Scene& scene, const Draft& draft) { return scene.frames.all()[draft.frame]; }

std::optional<EntityIndex> actor_of(const Scene& scene, const Draft& draft) {
  const auto* kind = scene.frames.find_kind(frame_of(scene, draft).event);
  return kind ? named_party(draft, kind->first) : std::nullopt;
}

} // namespace

void fill_sole_actors(const Scene& scene, std::vector<Draft>& drafts) {
  const auto frame = [&](const Draft& draft) -> const pack::Frame& { return frame_of(scene, draft); };
  const auto actor = [&](const Draft& draft) { return actor_of(scene, draft); };
  for (auto& draft : drafts) {
    const auto* kind = scene.frames.find_kind(frame(draft).event);
    if (!kind || !kind->second.empty() || kind->together || actor(draft)) continue;
    std::optional<EntityIndex> only;
    bool several = false;
    for (const auto& other : drafts) {
      if (frame(other).event != kind->event) continue;
      const auto e = actor(other);
      several = several || (e && only && *e != *only);
      if (e) only = e;
    }
    if (only && !several) {
      const auto shown = scene.predications.items[draft.predication].token;
      draft.roles[kind->first].push_back({only, {}, shown, shown, true});
    }
  }
}

void settle_launches(const Scene& scene, std::vector<Draft>& drafts) {
  fill_sole_actors(scene, drafts);
  const auto frame = [&](const Draft& draft) -> const pack::Frame& { return frame_of(scene, draft); };
  const auto actor = [&](const Draft& draft) { return actor_of(scene, draft); };
  const auto sentence = [&](const Draft& draft) { return scene.predications.items[draft.predication].sentence; };
  std::vector<bool> yields(drafts.size());
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (frame(drafts[i]).yields_to.empty() || !actor(drafts[i])) continue;
    for (auto& other : drafts) {
      if (frame(other).event != frame(drafts[i]).yields_to || actor(other) != actor(drafts[i])) continue;
      yields[i] = true;
      if (!other.time && sentence(other) == sentence(drafts[i]))
        other.time = drafts[i].time; // "shot down the drones launched overnight"
    }
  }
  std::size_t at = 0;
  std::erase_if(drafts, [&](const Draft&) { return yields[at++]; });
}

} // namespace stemma::extract
