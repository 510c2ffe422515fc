#include "extract/made_up.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::one_of;

constexpr int highest = 8; // words up

bool is_of(const Scene& scene, std::string_view word_class, TokenIndex t) {
  return scene.frames.in_class(word_class, predicate::lower(scene.tree.lemma(t)));
}

// "novel"; "a SATIRICAL site"
bool is_fiction(const Scene& scene, TokenIndex noun) {
  if (is_of(scene, "fiction", noun)) return true;
  const auto children = scene.tree.children(noun);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
    return child < noun && one_of(scene.tree.dep(child), {"amod", "compound"}) && is_of(scene, "fictional", child);
  });
}

// "IN the novel", "ACCORDING TO the script"; `from`: the word by which the search came up.
bool stands_in_fiction(const Scene& scene, TokenIndex verb, TokenIndex from) {
  const auto& tree = scene.tree;
  for (const auto child : tree.children(verb)) {
    if (child == from || tree.dep(child) != "prep") continue;
    auto preposition = child;
    if (scene.words[child] == "according") preposition = tree.child(child, "prep");
    if (preposition == tree.size() || (preposition == child && scene.words[child] != "in")) continue;
    const auto noun = tree.child(preposition, "pobj");
    if (noun != tree.size() && is_fiction(scene, noun)) return true;
  }
  return false;
}

// "a film IN WHICH they attack", "a novel WHERE they attack"
bool happens_there(const Scene& scene, TokenIndex clause) {
  for (auto t = scene.tree.left_edge(clause); t < clause; ++t)
    if (scene.words[t] == "where" || (scene.words[t] == "which" && t > 0 && scene.words[t - 1] == "in")) return true;
  return false;
}

} // namespace

bool is_made_up(const Scene& scene, const predicate::Predication& told) {
  if (told.kind == predicate::Kind::noun && !told.light_verb) return false; // "joked about the war"
  const auto& tree = scene.tree;
  auto from = tree.size();
  auto t = told.token;
  for (int depth = 0; depth < highest; ++depth) {
    if (stands_in_fiction(scene, t, from)) return true;
    if (tree.is_root(t)) return false;
    const auto over = tree.head(t);
    if (tree.dep(t) == "ccomp") {
      const auto teller = tree.child(over, "nsubj");
      if (is_of(scene, "jesting", over) || (teller != tree.size() && is_fiction(scene, teller))) return true;
    }
    if (tree.dep(t) == "relcl" && is_fiction(scene, over) && happens_there(scene, t)) return true;
    from = t;
    t = over;
  }
  return false;
}

bool is_of_a_game(const Scene& scene, const predicate::Predication& told) {
  const auto& tree = scene.tree;
  const auto sentence = tree.sentence(told.token);
  for (auto t = tree.sentence_start(told.token); t < tree.size() && tree.sentence(t) == sentence; ++t) {
    if (is_of(scene, "sport", t)) return true;
    if (t < 2 || scene.words[t - 1] != "-") continue;
    auto joined = scene.words[t - 2];
    joined += '-';
    joined += predicate::lower(tree.lemma(t));
    if (scene.frames.in_class("sport", joined)) return true;
  }
  return false;
}

} // namespace stemma::extract
