#include "predicate/gerund.hpp"

#include "predicate/words.hpp"

namespace stemma::predicate {

std::optional<TokenIndex> find_gerund_governor(const Tree& tree, TokenIndex token) {
  if (!one_of(tree.dep(token), {"amod", "compound"}) || tree.tag(token) != "VBG") return std::nullopt;
  const auto noun = tree.head(token);
  if (tree.dep(noun) != "dobj" || noun < token || tree.left_edge(noun) != tree.left_edge(token)) return std::nullopt;
  const auto verb = tree.head(noun);
  if (tree.pos(verb) != "VERB" || verb > token || !takes_gerund(lower(tree.lemma(verb)))) return std::nullopt;
  return verb;
}

} // namespace stemma::predicate
