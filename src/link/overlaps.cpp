// Where a name found by its shape and a name of the pack share words: the pack's name wins, unless it is only a part
// of a longer name of another thing.

#include "link/scene.hpp"

#include <algorithm>
#include <ranges>

namespace stemma::link {

namespace {

class Overlaps {
public:
  explicit Overlaps(Scene& scene) : scene_(scene), words_(scene.words) {}

  void run() {
    std::vector<NameSpan> kept;
    for (NameSpan& name : scene_.names)
      if (stays(name)) kept.push_back(name);
    scene_.names = std::move(kept);
    scene_.name_of.clear();
    for (Index n = 0; n < scene_.names.size(); ++n) claim(n);
  }

private:
  bool full_person(const Candidate& candidate) const {
    return candidate.words.size() > 1 && scene_.has_reading(candidate, EntityKind::person);
  }

  // The pack knows all these words as the name of something else, and of nothing doubtful: then no model that takes
  // "Ostrava Railworks" for somebody is believed.
  bool surely_no_person(const Candidate& candidate) const {
    return candidate.words.size() > 1 && !scene_.has_reading(candidate, EntityKind::person) &&
           std::ranges::none_of(candidate.readings, &pack::Alias::ambiguous);
  }

  // May the name stand beside the candidates it touches?
  bool stays(const NameSpan& name) const {
    for (Index i = name.words.first; i < name.words.last; ++i) {
      const Candidate* candidate = scene_.candidate_at(i);
      if (!candidate) continue;
      if (candidate->words == name.words) return !(name.kind == EntityKind::person && surely_no_person(*candidate));
      if (!name.words.contains(candidate->words)) return candidate->words.contains(name.words);
      if (name.strong || name.kind == EntityKind::person) {
        if (name.kind == EntityKind::person && full_person(*candidate)) return false;
        continue;
      }
      if (!extends(name, *candidate)) return false;
    }
    return true;
  }

  // Is the language model's name a longer name, not a known one with its country or a noun beside it?
  bool extends(const NameSpan& name, const Candidate& candidate) const {
    for (Index i = name.words.first; i < name.words.last; ++i) {
      if (candidate.words.first <= i && i < candidate.words.last) continue;
      if (words_.name_like(i) && scene_.country_at(i) == pack::no_concept && !words_.is(i, word_class::function))
        return true;
    }
    return false;
  }

  // Candidates inside a longer name are parts of it.
  void claim(Index n) {
    const NameSpan& name = scene_.names[n];
    for (Index i = name.words.first; i < name.words.last; ++i) {
      scene_.name_of.set(i, n);
      const Index c = scene_.candidate_of[i];
      if (c != none && scene_.candidates[c].words.size() < name.words.size() &&
          name.words.contains(scene_.candidates[c].words))
        scene_.candidates[c].dropped = true;
    }
  }

  Scene& scene_;
  const Words& words_;
};

} // namespace

void settle_overlaps(Scene& scene) { Overlaps(scene).run(); }

void mention_inner_countries(Scene& scene, Range range, pack::ConceptId only) {
  std::vector<pack::Match> matches;
  for (Index i = range.first; i < range.last; ++i) {
    if (!scene.words.name_like(i)) continue;
    matches.clear();
    scene.pack.match_at(scene.words.verbatim(), i, matches);
    for (const pack::Match& match : matches | std::views::reverse) {
      const Range inner{match.first, match.last};
      if (!range.contains(inner) || inner == range) continue;
      const Candidate* candidate = scene.candidate_at(i);
      if (candidate && candidate->settled) break; // "the Georgia National Guard"
      const pack::Alias& alias = match.readings.front();
      const bool plain = alias.kind != pack::AliasKind::capital && alias.kind != pack::AliasKind::seat;
      if (!plain || scene.pack.entry(alias.entry).kind != EntityKind::country) continue;
      if (only != pack::no_concept && alias.entry != only) continue;
      const bool demonym = alias.kind != pack::AliasKind::name && alias.kind != pack::AliasKind::acronym;
      scene.draft.nested(scene.draft.linked(alias.entry), inner, demonym ? MentionKind::demonym : MentionKind::name);
      i = inner.last - 1;
      break;
    }
  }
}

} // namespace stemma::link
