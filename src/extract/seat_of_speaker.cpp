#include "extract/seat_of_speaker.hpp"

#include "predicate/words.hpp"

namespace stemma::extract {

bool is_seat_of_speaker(const Scene& scene, TokenIndex place) {
  const auto& tree = scene.tree;
  if (tree.dep(place) != "pobj" || tree.is_root(place) || scene.words[tree.head(place)] != "in") return false;
  const auto body = tree.head(tree.head(place));
  if (tree.dep(body) != "nsubj" && tree.dep(body) != "pobj") return false;
  const auto lemma = predicate::lower(tree.lemma(body));
  for (const auto* name : {"unnamed-speaker", "speaking-body", "governing-body", "state-body"})
    if (scene.frames.in_class(name, lemma)) return true;
  return scene.mention(body) && scene.entities[scene.mention(body)->entity].kind == EntityKind::org;
}

} // namespace stemma::extract
