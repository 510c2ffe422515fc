#include "extract/ended_conflicts.hpp"

#include <algorithm>
#include <map>

namespace stemma::extract {

namespace {

using Pair = std::pair<EntityIndex, EntityIndex>;

class Ending {
public:
  Ending(const Scene& scene, const std::string& published, std::vector<Draft>& drafts)
      : scene_(scene), published_(published), drafts_(drafts) {}

  void run() {
    for (auto& draft : drafts_) {
      const auto& ended = frame(draft).ends;
      const auto* kind = scene_.frames.find_kind(frame(draft).event);
      if (ended.empty() || !kind) continue;
      auto& parties = draft.roles[kind->first];
      const auto known = named(parties);
      if (known.size() > 1) continue;
      const auto pair = known.empty() ? fighters(draft, ended) : with(known.front(), ended);
      if (!pair) continue;
      const auto shown = scene_.predications.items[draft.predication].token;
      for (const auto e : {pair->first, pair->second}) {
        const Filler filler{e, {}, shown, shown, true};
        if (std::find(parties.begin(), parties.end(), filler) == parties.end()) parties.push_back(filler);
      }
    }
  }

private:
  const pack::Frame& frame(const Draft& d) const { return scene_.frames.all()[d.frame]; }
  const Entity& entity(EntityIndex e) const { return scene_.entities[e]; }

  static std::vector<EntityIndex> named(const std::vector<Filler>& fillers) {
    std::vector<EntityIndex> out;
    for (const auto& filler : fillers)
      if (filler.entity) out.push_back(*filler.entity);
    return out;
  }

  std::optional<Pair> fighters(const Draft& truce, const std::string& ended) const {
    const auto over = over_place(truce);
    return over ? over : most_opposed(ended, std::nullopt);
  }

  std::optional<Pair> with(EntityIndex known, const std::string& ended) const { return most_opposed(ended, known); }

  // "a ceasefire in Gaza": the sides of the conflict that is known to be fought there.
  std::optional<Pair> over_place(const Draft& truce) const {
    static const std::vector<std::string> places = {"place"};
    for (const auto& a : scene_.predications.items[truce.predication].arguments) {
      const bool where = a.position == predicate::Position::modifier || a.preposition == "in" || a.preposition == "for";
      if (!where) continue;
      for (const auto& filler : fillers(scene_, a.token, places))
        if (filler.entity)
          if (const auto pair = known_conflict(entity(*filler.entity))) return pair;
    }
    return std::nullopt;
  }

  std::optional<Pair> known_conflict(const Entity& place) const {
    for (const auto& conflict : scene_.frames.conflicts()) {
      if (!published_.empty() && published_ < conflict.since) continue;
      const auto holds = [&](const std::vector<Iri>& side) {
        return std::find(side.begin(), side.end(), place.id) != side.end();
      };
      if (!holds(conflict.first) && !holds(conflict.second)) continue;
      const auto first = most_named(conflict.first), second = most_named(conflict.second);
      if (first && second) return Pair(*first, *second);
    }
    return std::nullopt;
  }

  // Of a side's parties, the one that the text names most often; places sign nothing.
  std::optional<EntityIndex> most_named(const std::vector<Iri>& side) const {
    std::optional<EntityIndex> best;
    for (EntityIndex e = 0; e < scene_.entities.size(); ++e) {
      if (entity(e).kind == EntityKind::place || std::find(side.begin(), side.end(), entity(e).id) == side.end())
        continue;
      if (!best || entity(e).mentions.size() > entity(*best).mentions.size()) best = e;
    }
    return best;
  }

  // The two that act against each other most often, whichever of them acts; `known` being one of them.
  std::optional<Pair> most_opposed(const std::string& ended, std::optional<EntityIndex> known) const {
    std::map<Pair, unsigned> count;
    const auto* kind = scene_.frames.find_kind(ended);
    if (!kind) return std::nullopt;
    for (const auto& draft : drafts_)
      if (frame(draft).event == ended)
        for (const auto a : powers(draft, kind->first))
          for (const auto b : powers(draft, kind->second))
            if (a != b && (!known || a == *known || b == *known)) ++count[std::minmax(a, b)];
    std::optional<Pair> best;
    unsigned most = 0;
    for (const auto& [pair, n] : count)
      if (n > most) {
        most = n;
        best = pair;
      }
    return best;
  }

  std::vector<EntityIndex> powers(const Draft& draft, const std::string& role) const {
    std::vector<EntityIndex> out;
    if (const auto found = draft.roles.find(role); found != draft.roles.end())
      for (const auto e : named(found->second))
        if (scene_.is_power(e)) out.push_back(behind(e));
    return out;
  }

  // An army fights for its country.
  EntityIndex behind(EntityIndex e) const {
    return entity(e).country.empty() || !scene_.frames.in_class("armed-body", entity(e).type)
               ? e
               : scene_.country_of(e).value_or(e);
  }

  const Scene& scene_;
  const std::string& published_;
  std::vector<Draft>& drafts_;
};

} // namespace

void fill_ended_conflicts(const Scene& scene, const std::string& published, std::vector<Draft>& drafts) {
  Ending(scene, published, drafts).run();
}

} // namespace stemma::extract
