#include "extract/other_pacts.hpp"

#include "predicate/words.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace stemma::extract {

namespace {

bool is_of_truce(const Scene& scene, const Draft& d) { return !scene.frames.all()[d.frame].ends.empty(); }

// The word of the text that says what is agreed on. Empty: none does.
std::optional<TokenIndex> pact_of(const pack::EventKind& kind, const Draft& d) {
  const auto found = d.roles.find(kind.word_roles.front());
  return found == d.roles.end() || found->second.empty() ? std::nullopt : std::optional(found->second.front().shown);
}

// "a PORT SECURITY agreement"
std::vector<std::string> names_before(const Scene& scene, TokenIndex noun) {
  std::vector<std::string> out;
  const auto& tree = scene.tree;
  for (const auto child : tree.children(noun)) {
    if (child > noun || !predicate::one_of(tree.dep(child), {"compound", "nmod"}) || scene.mention(child)) continue;
    auto name = predicate::lower(tree.lemma(child));
    if (!scene.frames.in_class("any-pact", name)) out.push_back(std::move(name));
    for (auto& more : names_before(scene, child)) out.push_back(std::move(more));
  }
  return out;
}

} // namespace

bool is_other_pact(const Scene& scene, const Draft& known, const Draft& draft) {
  const auto* kind = scene.frames.find_kind(scene.frames.all()[known.frame].event);
  if (!kind || !kind->gathers || kind->word_roles.empty() || is_of_truce(scene, known) || is_of_truce(scene, draft))
    return false;
  const auto one = pact_of(*kind, known), other = pact_of(*kind, draft);
  if (!one || !other || scene.points_back(*other)) return false;
  const auto names = names_before(scene, *one), others = names_before(scene, *other);
  return !names.empty() && !others.empty() &&
         std::find_first_of(names.begin(), names.end(), others.begin(), others.end()) == names.end();
}

} // namespace stemma::extract
