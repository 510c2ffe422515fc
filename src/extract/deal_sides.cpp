#include "extract/deal_sides.hpp"

#include "extract/fillers.hpp"
#include "predicate/words.hpp"

#include <algorithm>
#include <optional>

namespace stemma::extract {

namespace {

using predicate::one_of;
using predicate::Position;
using predicate::Predication;

std::optional<EntityIndex> party(const Scene& scene, TokenIndex t) {
  const auto found = fillers(scene, t, any_party());
  return found.size() == 1 ? found.front().entity : std::nullopt;
}

// "a DEAL under which Spain will provide jets", "an AGREEMENT that will see Peru buy jets", "Spain and Peru AGREED that
// Peru would buy jets"
std::optional<TokenIndex> deal_above(const Scene& scene, TokenIndex verb) {
  const auto& tree = scene.tree;
  const auto is_deal = [&](TokenIndex t) {
    return scene.frames.in_class("deal-word", predicate::lower(tree.lemma(t)));
  };
  for (int depth = 0; depth < 4 && !tree.is_root(verb); ++depth) {
    const auto above = tree.head(verb);
    if (one_of(tree.dep(verb), {"relcl", "acl"})) return is_deal(above) ? std::optional(above) : std::nullopt;
    if (!one_of(tree.dep(verb), {"ccomp", "xcomp", "conj"})) return std::nullopt;
    if (tree.dep(verb) == "ccomp" && scene.frames.in_class("agreeing", predicate::lower(tree.lemma(above))))
      return above;
    verb = above;
  }
  return std::nullopt;
}

// "Under the DEAL with Spain, Peru will get jets"
std::optional<TokenIndex> deal_beside(const Scene& scene, const Predication& p) {
  for (const auto& a : p.arguments)
    if (a.position == Position::oblique && one_of(a.preposition, {"under", "through"}) &&
        scene.frames.in_class("deal-word", predicate::lower(scene.tree.lemma(a.token))))
      return a.token;
  return std::nullopt;
}

void take_sides(const Predication& p, std::vector<TokenIndex>& out) {
  for (const auto& a : p.arguments) {
    const bool beside = a.position == Position::oblique && one_of(a.preposition, {"with", "between", "by"});
    if (a.position == Position::subject || a.position == Position::possessor || beside) out.push_back(a.token);
  }
}

} // namespace

std::vector<TokenIndex> other_side_of_deal(const Scene& scene, const Predication& p) {
  const auto beside = deal_beside(scene, p);
  const auto deal = beside ? beside : deal_above(scene, p.token);
  if (!deal) return {};
  std::vector<TokenIndex> sides;
  if (const auto noun = scene.predications.find_at(*deal)) take_sides(scene.predications.items[*noun], sides);
  if (!scene.tree.is_root(*deal) && one_of(scene.tree.dep(*deal), {"dobj", "nsubjpass"}))
    if (const auto verb = scene.predications.find_at(scene.tree.head(*deal)))
      take_sides(scene.predications.items[*verb], sides);
  std::optional<EntityIndex> doer;
  for (const auto& a : p.arguments)
    if (a.position == Position::subject) doer = party(scene, a.token);
  if (!doer) return {};
  std::optional<TokenIndex> other;
  bool has_doer = beside && sides.size() == 1; // "the deal with Spain" is the doer's own
  for (const auto t : sides) {
    const auto who = party(scene, t);
    if (!who) continue;
    if (*who == *doer)
      has_doer = true;
    else if (other && party(scene, *other) != who)
      return {};
    else
      other = t;
  }
  return has_doer && other ? std::vector<TokenIndex>{*other} : std::vector<TokenIndex>();
}

std::vector<TokenIndex> one_of_two(const Scene& scene, const Predication& p, bool second) {
  std::vector<TokenIndex> two;
  for (const auto& a : p.arguments)
    if (a.position == Position::subject) two.push_back(a.token);
  std::sort(two.begin(), two.end());
  if (two.size() != 2 || scene.tree.dep(two[1]) != "conj" || scene.tree.head(two[1]) != two[0]) return {};
  return {two[second ? 1 : 0]};
}

} // namespace stemma::extract
