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
    const auto outer = scene.tree.head(office);
    if (outer > office) return std::nullopt;
    const auto* mention = scene.mention(outer);
    const auto start = mention ? mention->first : scene.tree.left_edge(outer);
    if (start <= first || !sets_apart(scene.words[start - 1])) return std::nullopt;
    if (mention) return outer;
    return scene.mention(office) ? std::optional(office) : std::nullopt; // "…, its chief, X, said"
  }
  return std::nullopt;
}

} // namespace

std::optional<TokenIndex> find_stranded_subject(const Scene& scene, TokenIndex verb) {
  const auto& tree = scene.tree;
  const bool perfect = tree.tag(verb) == "VBN" && tree.has_child(verb, "aux") && !tree.has_child(verb, "auxpass");
  if (!(perfect || is_finite(tree.tag(verb))) || tree.has_child(verb, "nsubj") || tree.has_child(verb, "nsubjpass"))
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
