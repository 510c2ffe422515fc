#include "predicate/gapping.hpp"

#include "predicate/words.hpp"

namespace stemma::predicate {

namespace {

bool is_name(const Tree& tree, std::uint32_t i) { return i < tree.size() && tree.pos(i) == "PROPN"; }
bool is_adposition(const Tree& tree, std::uint32_t i) { return i < tree.size() && tree.tag(i) == "IN"; }

// The preposition right behind a name: "Rome FOR its noise".
std::uint32_t find_preposition_behind(const Tree& tree, std::uint32_t name) {
  const auto next = name + 1;
  return is_name(tree, name) && is_adposition(tree, next) && tree.sentence(next) == tree.sentence(name) ? next
                                                                                                        : tree.size();
}

bool is_same_word(const Tree& tree, std::uint32_t a, std::uint32_t b) {
  return lower(tree.lemma(a)) == lower(tree.lemma(b));
}

// Is the name joined into a phrase that already hangs on the same preposition behind another name?
bool repeats_preposition_above(const Tree& tree, std::uint32_t name, std::uint32_t preposition) {
  auto above = name;
  bool own = true; // "in Rome and Bern in May": the preposition that both names hang on
  for (int steps = 0; steps < 12 && !tree.is_root(above); ++steps) {
    above = tree.head(above);
    if (!is_adposition(tree, above)) continue;
    if (!own && above > 0 && is_name(tree, above - 1) && is_same_word(tree, above, preposition)) return true;
    own = false;
  }
  return false;
}

// "… and BERN FOR its silence", further on in the sentence
bool is_repeated_behind(const Tree& tree, std::uint32_t preposition) {
  for (auto t = preposition + 2; t + 1 < tree.size() && tree.sentence(t) == tree.sentence(preposition); ++t)
    if (is_name(tree, t) && tree.tag(t - 1) == "CC" && is_adposition(tree, t + 1) &&
        is_same_word(tree, t + 1, preposition))
      return true;
  return false;
}

bool is_dash(const Tree& tree, std::uint32_t i) { return tree.tag(i) == ":" || tree.tag(i) == "HYPH"; }

} // namespace

bool opens_gapped_clause(const Tree& tree, std::uint32_t name) {
  const auto preposition = find_preposition_behind(tree, name);
  if (preposition == tree.size() || tree.is_root(name) || tree.head(name) > name) return false;
  if (tree.dep(name) == "conj") return repeats_preposition_above(tree, name, preposition);
  return tree.dep(name) == "appos" && is_dash(tree, name - 1) && is_repeated_behind(tree, preposition);
}

} // namespace stemma::predicate
