#include "extract/office_pronouns.hpp"

#include "extract/fillers.hpp"
#include "predicate/words.hpp"

namespace stemma::extract {

namespace {

// The subject of what governs the clause that the pronoun is the subject of; the pronoun: there is none before it.
TokenIndex who_says_so(const Scene& scene, TokenIndex pronoun) {
  const auto& tree = scene.tree;
  if (tree.dep(pronoun) != "nsubj") return pronoun;
  const auto clause = tree.head(pronoun);
  if (tree.dep(clause) != "ccomp" || tree.is_root(clause)) return pronoun;
  const auto subject = tree.child(tree.head(clause), "nsubj");
  return subject != tree.size() && subject < pronoun ? subject : pronoun;
}

} // namespace

void resolve_office_pronouns(Scene& scene) {
  for (TokenIndex t = 0; t < scene.tree.size(); ++t) {
    if (scene.mention(t) || scene.referent[t] || !predicate::one_of(scene.words[t], {"he", "she"})) continue;
    const auto office = who_says_so(scene, t);
    if (office == t || scene.mention(office) || scene.referent[office] || scene.tree.tag(office) != "NN" ||
        !scene.frames.in_class("office", predicate::lower(scene.tree.lemma(office))))
      continue;
    const auto found = fillers(scene, office, any_party());
    if (found.size() == 1 && found.front().entity) scene.referent[t] = found.front().entity;
  }
}

} // namespace stemma::extract
