#include "predicate/naming.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::predicate {

TokenIndex meant_by(const Tree& tree, TokenIndex clause) {
  const auto names_what = [&](TokenIndex verb) {
    return std::any_of(tree.begin_children(verb), tree.end_children(verb), [&](TokenIndex child) {
      return child < verb && tree.tag(child) == "WP" && one_of(tree.dep(child), {"dobj", "nsubj", "attr"});
    });
  };
  if (names_what(clause)) {
    if (const auto called = tree.child(clause, "oprd"); called != tree.size() && called > clause) return called;
    for (const auto as : tree.children(clause))
      if (as > clause && tree.dep(as) == "prep" && tree.lemma(as) == "as") return tree.child(as, "pobj");
    return tree.size();
  }
  const auto being = tree.child(clause, "ccomp"); // of what somebody says
  if (being == tree.size() || tree.lemma(being) != "be" || !tree.has_child(clause, "nsubj") || !names_what(being))
    return tree.size();
  return tree.child(being, "attr");
}

namespace {

// "held Peru RESPONSIBLE for it", "called it CRUEL", where the parse takes the adjective behind for one of the object.
TokenIndex quality_behind(const Tree& tree, TokenIndex verb, TokenIndex object) {
  const auto lemma = lower(tree.lemma(verb));
  if (!is_naming_verb(lemma) && !one_of(lemma, {"hold", "find", "think", "judge"})) return tree.size();
  for (const auto child : tree.children(object))
    if (tree.dep(child) == "amod" && tree.pos(child) == "ADJ" && tree.left_edge(child) == object + 1) return child;
  return tree.size();
}

} // namespace

TokenIndex name_apposed(const Tree& tree, TokenIndex verb, TokenIndex object) {
  if (const auto quality = quality_behind(tree, verb, object); quality != tree.size()) return quality;
  if (!is_naming_verb(lower(tree.lemma(verb)))) return tree.size();
  const auto name = tree.child(object, "appos");
  if (name == tree.size() || name < object) return tree.size();
  const auto first = tree.left_edge(name);
  return tree.lemma(first) == "a" || tree.lemma(first) == "an" ? name : tree.size();
}

TokenIndex quality_in_front(const Tree& tree, TokenIndex as, TokenIndex object) {
  const auto quality = tree.child(object, "amod"), article = tree.child(object, "det");
  const bool fronted = tree.lemma(as) == "as" && quality != tree.size() && article != tree.size() &&
                       quality < article && article < object;
  return fronted ? quality : tree.size();
}

} // namespace stemma::predicate
