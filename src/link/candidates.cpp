#include "link/scene.hpp"

namespace stemma::link {

namespace {

bool can_start(const Word& word) { return word.shape != Shape::other && !word.mark; }

} // namespace

void find_candidates(Scene& scene) {
  std::vector<pack::Match> matches;
  for (Index i = 0; i < scene.words.size();) {
    matches.clear();
    if (can_start(scene.words[i])) scene.pack.match_at(scene.words.verbatim(), i, matches);
    if (matches.empty()) {
      ++i;
      continue;
    }
    pack::Match longest = matches.back();
    if (scene.words.is(i, word_class::determiner) && longest.last > i + 1) { // "the Gulf" in "the Gulf of Oman"
      matches.clear();
      scene.pack.match_at(scene.words.verbatim(), i + 1, matches);
      if (!matches.empty() && matches.back().last > longest.last) longest = matches.back();
    }
    const Range range{longest.first, longest.last};
    for (Index w = range.first; w < range.last; ++w)
      scene.candidate_of.set(w, static_cast<Index>(scene.candidates.size()));
    scene.candidates.push_back({range, longest.readings});
    i = range.last;
  }
}

bool Scene::has_reading(const Candidate& candidate, EntityKind kind) const {
  for (const pack::Alias& alias : candidate.readings)
    if (pack.entry(alias.entry).kind == kind) return true;
  return false;
}

pack::ConceptId Scene::country_at(Index word) const {
  const Candidate* candidate = candidate_at(word);
  if (!candidate || candidate->dropped || !words.name_like(candidate->words.first)) return pack::no_concept;
  for (const pack::Alias& alias : candidate->readings)
    if (pack.entry(alias.entry).kind == EntityKind::country && alias.kind != pack::AliasKind::seat) return alias.entry;
  return pack::no_concept;
}

} // namespace stemma::link
