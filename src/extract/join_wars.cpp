#include "extract/join_wars.hpp"

#include <algorithm>

namespace stemma::extract {

bool is_one_side(const Scene& scene, const std::vector<Filler>& a, const std::vector<Filler>& b) {
  const auto among = [&](const std::vector<Iri>& side, const std::vector<Filler>& fillers) {
    return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& f) {
      return f.entity && std::find(side.begin(), side.end(), scene.entities[*f.entity].id) != side.end();
    });
  };
  const auto& all = scene.frames.conflicts();
  return std::any_of(all.begin(), all.end(), [&](const pack::Conflict& conflict) {
    return (among(conflict.first, a) && among(conflict.first, b)) ||
           (among(conflict.second, a) && among(conflict.second, b));
  });
}

namespace {

class Wars {
public:
  Wars(const Scene& scene, std::vector<Draft>& drafts) : scene_(scene), drafts_(drafts) {}

  void run() {
    for (auto& draft : drafts_)
      if (is_lasting(draft) && !is_firm(draft.status) && draft.status != "denied" && is_known_war(draft))
        draft.status = "ongoing";
    std::vector<bool> grouped(drafts_.size());
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (grouped[i] || !tells_war(drafts_[i])) continue;
      std::vector<std::size_t> group = {i};
      for (auto j = i + 1; j < drafts_.size(); ++j)
        if (!grouped[j] && tells_war(drafts_[j]) && same_sides(drafts_[i], drafts_[j])) {
          grouped[j] = true;
          group.push_back(j);
        }
      level(group);
    }
  }

private:
  const pack::Frame& frame(const Draft& draft) const { return scene_.frames.all()[draft.frame]; }
  bool is_lasting(const Draft& draft) const { return frame(draft).lasting; }
  bool tells_war(const Draft& draft) const { return is_lasting(draft) && is_firm(draft.status); }

  // "the war", "Russia's invasion", "to fight Russia": it goes on, whatever governs it. "A war" may be one to come.
  bool is_known_war(const Draft& draft) const {
    const auto& p = scene_.predications.items[draft.predication];
    if (p.kind != predicate::Kind::noun) return p.infinitive && !p.negated && p.modal.empty();
    bool known = false;
    for (const auto child : scene_.tree.children(p.token)) {
      const auto dep = scene_.tree.dep(child);
      if (dep == "poss") known = true;
      if (dep == "det") {
        const auto& word = scene_.words[child];
        if (word != "the" && word != "this" && word != "that") return false;
        known = true;
      }
      if (dep == "amod" && !scene_.frames.embedded_by(pack::WordKind::adjective, scene_.words[child]).empty())
        return false;                      // "the possible invasion"
      if (dep == "compound") known = true; // "Ukraine war"
    }
    return known;
  }

  bool share(const Draft& a, const Draft& b, const std::string& role) const {
    const auto x = a.roles.find(role), y = b.roles.find(role);
    if (x == a.roles.end() || y == b.roles.end()) return false;
    return is_one_side(scene_, x->second, y->second) ||
           std::any_of(x->second.begin(), x->second.end(), [&](const Filler& f) {
             return f.entity && std::find(y->second.begin(), y->second.end(), f) != y->second.end();
           });
  }

  bool same_sides(const Draft& a, const Draft& b) const {
    if (frame(a).event != frame(b).event) return false;
    const auto* kind = scene_.frames.find_kind(frame(a).event);
    return kind && !kind->second.empty() && share(a, b, kind->first) && share(a, b, kind->second);
  }

  // "in February 2022", "two and a half years ago"
  static bool is_finer(const EventTime& a, const EventTime& b) {
    return !a.end.empty() && a.start >= b.start && (b.end.empty() || a.end <= b.end);
  }

  void level(const std::vector<std::size_t>& group) {
    if (group.size() < 2) return;
    auto dated = group.end();
    for (auto i = group.begin(); i != group.end(); ++i)
      if (drafts_[*i].time && drafts_[*i].status == "occurred" && !drafts_[*i].time->time.start.empty() &&
          (dated == group.end() || is_finer(drafts_[*i].time->time, drafts_[*dated].time->time)))
        dated = i;
    for (const auto i : group) {
      drafts_[i].status = dated == group.end() ? "ongoing" : "occurred";
      if (dated != group.end()) drafts_[i].time = drafts_[*dated].time;
    }
  }

  const Scene& scene_;
  std::vector<Draft>& drafts_;
};

} // namespace

void level_wars(const Scene& scene, std::vector<Draft>& drafts) { Wars(scene, drafts).run(); }

} // namespace stemma::extract
