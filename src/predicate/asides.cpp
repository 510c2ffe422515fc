#include "predicate/asides.hpp"

#include "predicate/words.hpp"

namespace stemma::predicate {

std::optional<TokenIndex> name_before_aside(const Tree& tree, TokenIndex noun, std::string_view preposition) {
  if (tree.dep(noun) != "pobj") return std::nullopt;
  const auto on = tree.head(noun);
  const auto named = tree.head(on);
  const bool aside = on > 0 && tree.lemma(on) == preposition && tree.dep(on) == "prep" && tree.lemma(on - 1) == ",";
  if (!aside || named > on || tree.pos(named) != "PROPN") return std::nullopt;
  return named;
}

std::optional<TokenIndex> place_called_home(const Tree& tree, TokenIndex home) {
  const bool opens = home > 1 && home + 1 < tree.size() && tree.tag(home) == "NN" && tree.lemma(home + 1) == "to" &&
                     tree.pos(home - 1) == "PUNCT" && lower(tree.lemma(home)) == "home";
  if (!opens || tree.pos(home - 2) != "PROPN") return std::nullopt;
  return home - 2;
}

} // namespace stemma::predicate
