#include "predicate/exceptions.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::predicate {

namespace {

using TokenIndex = std::uint32_t;

// The word that stands so many places before the token, in its sentence; empty where there is none.
std::string before(const Tree& tree, TokenIndex start, TokenIndex places) {
  if (start < places || tree.sentence(start - places) != tree.sentence(start)) return {};
  return lower(tree.lemma(start - places));
}

// Where the noun begins with what describes it; "not" and "neither" are no part of that.
TokenIndex phrase_start(const Tree& tree, TokenIndex noun) {
  auto start = noun;
  for (const auto child : tree.children(noun))
    if (child < start && one_of(tree.dep(child), {"det", "compound", "amod", "poss", "nummod", "nmod", "predet"}) &&
        !one_of(lower(tree.lemma(child)), {"not", "neither"}))
      start = std::min(start, std::max(tree.left_edge(child), tree.sentence_start(noun)));
  return start;
}

bool follows_instead(const Tree& tree, TokenIndex start) {
  const auto last = before(tree, start, 1), first = before(tree, start, 2);
  return (first == "instead" && last == "of") || (first == "rather" && last == "than");
}

bool follows_exception(const Tree& tree, TokenIndex start) {
  const auto last = before(tree, start, 1), first = before(tree, start, 2);
  if (one_of(last, {"except", "excepting", "barring"})) return true;
  if (last == "from") return one_of(first, {"apart", "aside"});
  if (last == "for") return one_of(first, {"except", "save"});
  if (last == "of") return first == "exception";
  return last == "than" && first == "other";
}

// "sold not to Peru", but not "did not sell", which denies the verb.
bool follows_not(const Tree& tree, TokenIndex start) {
  if (before(tree, start, 1) != "not") return false;
  const auto negation = start - 1, denied = tree.head(negation);
  return negation > denied || !one_of(tree.pos(denied), {"VERB", "AUX"});
}

bool is_universal(const Tree& tree, TokenIndex noun) {
  const auto is_word = [&](TokenIndex t) {
    return one_of(lower(tree.lemma(t)),
                  {"all", "every", "any", "each", "no", "none", "everyone", "everybody", "anyone", "nobody"});
  };
  const auto children = tree.children(noun);
  return is_word(noun) || std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
           return child < noun && one_of(tree.dep(child), {"det", "predet"}) && is_word(child);
         });
}

// "all its allies BUT Peru"
bool follows_but(const Tree& tree, TokenIndex noun, TokenIndex start) {
  if (before(tree, start, 1) != "but") return false;
  const auto but = start - 1;
  if (tree.dep(but) == "cc" && is_universal(tree, tree.head(but))) return true;
  return one_of(tree.dep(noun), {"conj", "pobj"}) &&
         (is_universal(tree, tree.head(noun)) || is_universal(tree, tree.head(tree.head(noun))));
}

} // namespace

bool is_left_out(const Tree& tree, TokenIndex noun) {
  auto start = phrase_start(tree, noun);
  for (int words = 0; words < 2; ++words) {
    if (follows_instead(tree, start) || follows_exception(tree, start) || follows_not(tree, start) ||
        follows_but(tree, noun, start))
      return true;
    if (start == 0 || tree.dep(noun) != "pobj" || start - 1 != tree.head(noun)) return false;
    start = tree.head(noun);
  }
  return false;
}

namespace {

// "would rather build roads THAN sell tanks"
bool is_liked_less(const Tree& tree, TokenIndex predicate, TokenIndex start) {
  if (before(tree, start, 1) != "than" || tree.is_root(predicate) || !one_of(tree.tag(predicate), {"VB", "VBP"}))
    return false;
  const auto liked = tree.head(predicate);
  const auto children = tree.children(liked);
  return liked < predicate && std::any_of(
                                  children.begin(), children.end(),
                                  [&](TokenIndex child) {
                                    return child < liked &&
                                           one_of(lower(tree.lemma(child)), {"rather", "sooner", "soon"});
                                  });
}

} // namespace

bool is_passed_over(const Tree& tree, TokenIndex predicate) {
  auto start = phrase_start(tree, predicate);
  while (start > 0 && tree.head(start - 1) == predicate &&
         one_of(tree.dep(start - 1), {"aux", "auxpass", "advmod", "neg"}) && before(tree, start, 1) != "rather" &&
         before(tree, start, 1) != "instead")
    --start;
  return follows_instead(tree, start) || is_liked_less(tree, predicate, start);
}

bool is_set_against(const Tree& tree, TokenIndex left_out, TokenIndex next) {
  for (auto t = left_out + 1; t < next; ++t)
    if (lower(tree.lemma(t)) == "but") return true;
  return false;
}

bool is_excepted_from_denial(const Tree& tree, TokenIndex verb, TokenIndex denied, TokenIndex next) {
  const auto negation = tree.child(verb, "neg");
  if (negation == tree.size() || negation > denied || !is_set_against(tree, denied, next)) return false;
  if (one_of(lower(tree.lemma(negation + 1)), {"only", "just", "merely", "simply"})) return false;
  for (auto t = denied + 1; t < next; ++t)
    if (lower(tree.lemma(t)) == "also") return false;
  return true;
}

} // namespace stemma::predicate
