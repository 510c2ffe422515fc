#include "extract/stranded_subject.hpp"

#include "predicate/words.hpp"

namespace stemma::extract {

namespace {

bool is_finite(std::string_view tag) { return tag == "VBD" || tag == "VBZ" || tag == "VBP"; }

bool sets_apart(std::string_view word) { return predicate::one_of(word, {",", "\"", "''", "”", "--", "-", "—", "–"}); }

// "…, X, the governor, said": X, whatever the parse hangs him on.
std::optional<TokenIndex> explained_before(const Scene& scene, TokenIndex first, TokenIndex comma) {
  for (auto t = comma; t > first + 1; --t) {
    const auto office = t - 1;
    if (scene.tree.dep(office) != "appos" || scene.tree.right_edge(office) + 1 != comma) continue;
    const auto named = scene.tree.head(office);
    const auto* mention = scene.mention(named);
    if (named > office || !mention) return std::nullopt;
    const bool apart = mention->first > first && sets_apart(scene.words[mention->first - 1]);
    return apart ? std::optional(named) : std::nullopt;
  }
  return std::nullopt;
}

} // namespace

std::optional<TokenIndex> find_stranded_subject(const Scene& scene, TokenIndex verb) {
  const auto& tree = scene.tree;
  if (!is_finite(tree.tag(verb)) || tree.has_child(verb, "nsubj") || tree.has_child(verb, "nsubjpass"))
    return std::nullopt;
  const auto first = tree.sentence_start(verb);
  auto end = verb; // behind the last word of the phrase
  while (end > first && (tree.pos(end - 1) == "ADV" || tree.dep(end - 1) == "aux")) --end;
  if (end > first && scene.words[end - 1] == ",") return explained_before(scene, first, end - 1);
  std::optional<TokenIndex> widest;
  for (auto t = end; t > first; --t) {
    const auto noun = t - 1;
    if (scene.words[noun] == ",") break;
    if (!predicate::is_nominal(tree.pos(noun)) || tree.right_edge(noun) + 1 != end) continue;
    const auto left = tree.left_edge(noun);
    if (left > first && left <= noun && sets_apart(scene.words[left - 1])) widest = noun;
  }
  return widest;
}

} // namespace stemma::extract
