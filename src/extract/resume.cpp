#include "extract/resume.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

constexpr std::uint32_t reach = 8;       // sentences back
constexpr std::uint32_t pact_reach = 40; // a pact is spoken of to the end of the report

class Resumption {
public:
  Resumption(const Scene& scene, const std::vector<Draft>& drafts) : scene_(scene), drafts_(drafts) {}

  bool resumes(const Draft& draft) const { return frame(draft).resumes; }

  const Draft* source_of(const Draft& draft) const {
    if (is_modifier(draft) || governs_event(draft)) return nullptr;
    const Draft* before = nullptr;
    const Draft* behind = nullptr;
    for (const auto& other : drafts_) {
      if (resumes(other) || frame(other).event != frame(draft).event || other.roles.count(needed(draft)) == 0) continue;
      if (!is_of_same_thing(other, draft) || !is_party_to(other, draft)) continue;
      const auto here = predication(draft).sentence, there = predication(other).sentence;
      const bool told = predication(other).token < predication(draft).token;
      if (told && here - there <= (is_pact(draft) ? pact_reach : reach))
        before = &other; // drafts come in the order of the text: the last one stays
      if (!told && here == there && !behind) behind = &other;
    }
    return before ? before : behind;
  }

private:
  // What there must be to take up: the thing, or those who are in it together ("will vote on THE PACT").
  std::string needed(const Draft& draft) const {
    return is_pact(draft) ? scene_.frames.find_kind(frame(draft).event)->first : "item";
  }

  bool is_pact(const Draft& draft) const {
    const auto* kind = scene_.frames.find_kind(frame(draft).event);
    return kind && kind->gathers;
  }

  const pack::Frame& frame(const Draft& draft) const { return scene_.frames.all()[draft.frame]; }
  const predicate::Predication& predication(const Draft& draft) const {
    return scene_.predications.items[draft.predication];
  }

  // "the other two": of what the draft names itself, where it does.
  static bool is_of_same_thing(const Draft& other, const Draft& draft) {
    const auto named = draft.roles.find("item");
    if (named == draft.roles.end()) return true;
    const auto& known = other.roles.at("item");
    return std::any_of(named->second.begin(), named->second.end(), [&](const Filler& f) {
      return f.entity && std::any_of(known.begin(), known.end(), [&](const Filler& k) { return k.entity == f.entity; });
    });
  }

  // "The GREEK parliament will vote on the pact": one that Greece has made.
  bool is_party_to(const Draft& other, const Draft& draft) const {
    if (!is_pact(draft)) return true;
    const auto known = other.roles.find(needed(draft));
    if (known == other.roles.end() || known->second.size() < 2) return false;
    bool named = false;
    for (const auto& a : predication(draft).arguments) {
      if (a.position != predicate::Position::subject) continue;
      for (const auto& actor : fillers(scene_, a.token, any_party())) {
        if (!actor.entity) continue;
        named = true;
        const auto state = scene_.state_of(*actor.entity);
        if (std::any_of(known->second.begin(), known->second.end(),
                        [&](const Filler& f) { return f.entity && scene_.state_of(*f.entity) == state; }))
          return true;
      }
    }
    return !named;
  }

  bool is_modifier(const Draft& draft) const { // "launch device"
    const auto dep = scene_.tree.dep(predication(draft).token);
    return dep == "compound" || dep == "nmod" || dep == "amod";
  }

  bool governs_event(const Draft& draft) const {
    return std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& other) {
      const auto& p = predication(other);
      return frame(other).event == frame(draft).event && p.above == draft.predication && &other != &draft;
    });
  }

  const Scene& scene_;
  const std::vector<Draft>& drafts_;
};

} // namespace

void resume_events(const Scene& scene, std::vector<Draft>& drafts) {
  const Resumption resumption(scene, drafts);
  std::vector<std::pair<std::size_t, std::map<std::string, std::vector<Filler>>>> taken;
  std::vector<bool> dropped(drafts.size());
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    if (!resumption.resumes(drafts[d])) continue;
    const auto* source = resumption.source_of(drafts[d]);
    dropped[d] = source == nullptr;
    if (source) taken.emplace_back(d, source->roles);
  }
  for (auto& [d, roles] : taken)
    for (auto& [role, fillers] : roles) {
      auto& target = drafts[d].roles[role];
      if (!target.empty() || role == "place") continue;
      for (auto& filler : fillers) {
        filler.token = filler.shown = scene.predications.items[drafts[d].predication].token; // not counted again
        target.push_back(filler);
      }
    }
  for (auto& draft : drafts) std::erase_if(draft.roles, [](const auto& role) { return role.second.empty(); });
  std::size_t at = 0;
  std::erase_if(drafts, [&](const Draft&) { return dropped[at++]; });
}

} // namespace stemma::extract
