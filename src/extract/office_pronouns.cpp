#include "extract/office_pronouns.hpp"

#include "extract/fillers.hpp"
#include "predicate/words.hpp"

namespace stemma::extract {

namespace {

// The subject of what governs the clause whose subject the pronoun, or what it owns, is; the pronoun: there is none
// before it.
TokenIndex who_says_so(const Scene& scene, TokenIndex pronoun) {
  const auto& tree = scene.tree;
  const auto doer = tree.dep(pronoun) == "poss" ? tree.head(pronoun) : pronoun; // "said HIS government would"
  if (tree.dep(doer) != "nsubj") return pronoun;
  const auto clause = tree.head(doer);
  if (tree.dep(clause) != "ccomp" || tree.is_root(clause)) return pronoun;
  const auto subject = tree.child(tree.head(clause), "nsubj");
  return subject != tree.size() && subject < pronoun ? subject : pronoun;
}

} // namespace

void resolve_office_pronouns(Scene& scene) {
  for (TokenIndex t = 0; t < scene.tree.size(); ++t) {
    if (scene.mention(t) || scene.referent[t] || !predicate::one_of(scene.words[t], {"he", "she", "his", "her"}))
      continue;
    const auto office = who_says_so(scene, t);
    if (office == t || scene.mention(office) || scene.referent[office] || scene.tree.tag(office) != "NN" ||
        !scene.frames.in_class("office", predicate::lower(scene.tree.lemma(office))))
      continue;
    const auto found = fillers(scene, office, any_party());
    if (found.size() != 1 || !found.front().entity) continue;
    scene.referent[t] = found.front().entity;
    const auto owned = scene.tree.head(t);
    if (scene.tree.dep(t) == "poss" && !scene.referent[owned] &&
        scene.frames.in_class("country-word", predicate::lower(scene.tree.lemma(owned))))
      scene.referent[owned] = found.front().entity;
  }
}

} // namespace stemma::extract
