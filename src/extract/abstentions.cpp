#include "extract/abstentions.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

struct Bounds {
  TokenIndex first = 0, last = 0; // [first, last)
};

class Search {
public:
  Search(const Scene& scene, const std::vector<predicate::PredicationIndex>& matched, const std::vector<Draft>& kept)
      : scene_(scene), matched_(matched) {
    for (TokenIndex t = 0; t < scene.tree.size(); ++t) {
      const auto sentence = scene.tree.sentence(t);
      if (sentence >= bounds_.size()) bounds_.resize(sentence + 1, {t, t});
      bounds_[sentence].last = t + 1;
    }
    named_.resize(bounds_.size());
    told_.resize(bounds_.size());
    for (const PlacedMention& mention : scene.mentions) named_[scene.tree.sentence(mention.head)] = true;
    for (const Draft& draft : kept)
      for (const auto& [first, last] : draft.evidence)
        for (TokenIndex t = first; t < last; ++t) told_[scene.tree.sentence(t)] = true;
  }

  std::vector<Abstention> run() {
    std::vector<Abstention> out;
    const auto& items = scene_.predications.items;
    for (predicate::PredicationIndex p = 0; p < items.size(); ++p) {
      const auto sentence = scene_.tree.sentence(items[p].token);
      if (!named_[sentence] || told_[sentence]) continue;
      const auto frames = frames_of(scene_, items[p]);
      if (frames.empty()) continue;
      told_[sentence] = true; // once
      const pack::Frame& frame = scene_.frames.all()[frames.front()];
      Abstention abstention;
      abstention.span = scene_.source_span(bounds_[sentence].first, bounds_[sentence].last);
      abstention.text = scene_.text.source_text_of(abstention.span);
      abstention.type = frame.event;
      abstention.frame = frame.iri;
      abstention.reason = reason(p, frame);
      out.push_back(std::move(abstention));
    }
    std::sort(out.begin(), out.end(), [](const Abstention& a, const Abstention& b) { return a.span < b.span; });
    return out;
  }

private:
  std::string reason(predicate::PredicationIndex p, const pack::Frame& frame) const {
    if (std::find(matched_.begin(), matched_.end(), p) != matched_.end())
      return "nobody is named on the sides that have to be known";
    for (const auto& argument : scene_.predications.items[p].arguments)
      if (scene_.tree.pos(argument.token) == "PRON" && !scene_.referent[argument.token] &&
          scene_.both.find(argument.token) == scene_.both.end())
        return "a pronoun is not resolved";
    if (frame.requirements.empty()) return "no role is filled";
    std::string roles;
    for (const auto& [role, count] : frame.requirements.front().any_of) roles += (roles.empty() ? "" : " or ") + role;
    return "nothing fills the role " + roles;
  }

  const Scene& scene_;
  const std::vector<predicate::PredicationIndex>& matched_;
  std::vector<Bounds> bounds_; // by sentence
  std::vector<bool> named_, told_;
};

} // namespace

std::vector<Abstention> abstentions(const Scene& scene, const std::vector<predicate::PredicationIndex>& matched,
                                    const std::vector<Draft>& kept) {
  return Search(scene, matched, kept).run();
}

} // namespace stemma::extract
