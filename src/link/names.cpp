#include "link/name_finding.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace stemma::link {

namespace {

// One string, one kind: what most of its uses (a strong one before all) say.
void vote(std::vector<NameSpan>& names, const Words& words) {
  struct Count {
    unsigned of[6] = {};
  };
  std::unordered_map<std::string, Count> counts;
  for (const NameSpan& name : names)
    counts[fold(words.text(name.words))].of[static_cast<std::size_t>(name.kind)] +=
        name.strong || name.titled ? 100u : 1u;
  for (NameSpan& name : names) {
    if (name.strong || name.titled) continue;
    const Count& count = counts[fold(words.text(name.words))];
    for (const EntityKind kind : {EntityKind::place, EntityKind::person, EntityKind::org})
      if (count.of[static_cast<std::size_t>(kind)] > count.of[static_cast<std::size_t>(name.kind)]) name.kind = kind;
  }
}

// Of names that overlap the strong one stays, then the longer, then the first.
void keep_best(Scene& scene) {
  std::vector<NameSpan>& names = scene.names;
  std::stable_sort(names.begin(), names.end(), [](const NameSpan& a, const NameSpan& b) {
    return a.words.first != b.words.first ? a.words.first < b.words.first : a.words.last > b.words.last;
  });
  const auto better = [](const NameSpan& a, const NameSpan& b) {
    if (a.words == b.words) return a.strong && !b.strong;
    return a.strong != b.strong ? a.strong : a.words.size() > b.words.size();
  };
  std::vector<NameSpan> kept;
  for (const NameSpan& name : names) {
    if (kept.empty() || !kept.back().words.overlaps(name.words))
      kept.push_back(name);
    else if (better(name, kept.back()))
      kept.back() = name;
  }
  names = std::move(kept);
  for (Index n = 0; n < names.size(); ++n)
    for (Index i = names[n].words.first; i < names[n].words.last; ++i) scene.name_of.set(i, n);
}

} // namespace

void find_names(Scene& scene) {
  find_names_by_shape(scene);
  if (scene.words.analysis()) find_names_of_model(scene);
  vote(scene.names, scene.words);
  keep_best(scene);
}

} // namespace stemma::link
