#include "extract/left_open.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::one_of;
using predicate::Predication;

// The auxiliary with which a clause begins, before its subject: "DID Peru sell …". size(): none.
TokenIndex leading_auxiliary(const predicate::Tree& tree, TokenIndex verb) {
  auto subject = tree.child(verb, "nsubj");
  if (subject == tree.size()) subject = tree.child(verb, "nsubjpass");
  if (subject == tree.size()) return subject;
  for (const auto child : tree.children(verb)) {
    if (child >= subject) break;
    if (tree.tag(child).substr(0, 1) == "W") return tree.size(); // "why did they"
    if (one_of(tree.dep(child), {"aux", "auxpass"})) return child + 1 == tree.left_edge(subject) ? child : tree.size();
  }
  return tree.size();
}

// "Had Peru sold tanks, CHILE WOULD KNOW": the clause that follows says what then would be.
bool is_condition_of(const Predication& main, TokenIndex first) {
  return main.token > first && one_of(main.modal, {"would", "could", "might", "should", "must", "may", "can"});
}

// "WERE Peru to sell tanks, Chile would protest", with the copula taken for a verb of its own.
bool is_were_to(const Scene& scene, const Predication& p) {
  const auto& tree = scene.tree;
  if (!p.infinitive || tree.is_root(p.token)) return false;
  const auto were = tree.head(p.token);
  if (tree.tag(were) != "VBD" || scene.words[were] != "were" || tree.left_edge(were) != were) return false;
  const auto subject = tree.child(were, "nsubj");
  return subject != tree.size() && subject > were && subject < p.token;
}

// "WHAT IF Peru had sold tanks?"
bool is_what_if(const Scene& scene, const Predication& p) {
  const auto mark = p.mark == "if" ? scene.tree.child(p.token, "mark") : scene.tree.size();
  return mark != scene.tree.size() && mark > 0 && scene.words[mark - 1] == "what";
}

} // namespace

bool is_left_open(const Scene& scene, const Predication& p) {
  if (p.kind == predicate::Kind::noun) return false;
  if (is_what_if(scene, p)) return true;
  if (is_were_to(scene, p)) return true;
  const auto first = leading_auxiliary(scene.tree, p.token);
  if (first == scene.tree.size()) return false;
  if (p.question) return true;
  if (scene.tree.left_edge(p.token) != first || !one_of(scene.words[first], {"had", "were", "should"})) return false;
  return p.above && is_condition_of(scene.predications.items[*p.above], first);
}

} // namespace stemma::extract
