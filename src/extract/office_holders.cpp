#include "extract/office_holders.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

std::string portfolio_of(const Scene& scene, TokenIndex office) {
  constexpr TokenIndex reach = 6;
  constexpr std::size_t telling = 5; // letters: "defence" and "defense" are one
  std::string out;
  for (auto t = office; t > 0 && office - t < reach; --t) {
    const auto& word = scene.words[t - 1];
    if (scene.frames.in_class("portfolio", word)) {
      out = word.substr(0, telling) + (out.empty() ? "" : " " + out);
      continue;
    }
    const auto* mention = scene.mention(t - 1);
    const bool state = mention && scene.entities[mention->entity].kind == EntityKind::country;
    if (!state && word != "-" && word != "'s") break;
  }
  return out;
}

OfficeHolders::OfficeHolders(const Scene& scene) : scene_(scene) {
  for (const auto& mention : scene.mentions)
    if (scene.entities[mention.entity].kind == EntityKind::person) read(mention);
}

void OfficeHolders::read(const PlacedMention& mention) {
  const auto take = [&](TokenIndex t) {
    auto lemma = predicate::lower(scene_.tree.lemma(t));
    if (scene_.frames.in_class("office-word", lemma))
      offices_[mention.entity][std::move(lemma)].insert(portfolio_of(scene_, t));
  };
  const auto& tree = scene_.tree;
  for (auto t = mention.first; t < mention.last; ++t) take(t);
  for (auto t = mention.first; t > 0 && mention.first - t < 6; --t) { // "Defence Minister X", "X's president Y"
    const auto pos = tree.pos(t - 1);
    if (pos != "PROPN" && pos != "NOUN" && pos != "ADJ") break;
    take(t - 1);
  }
  for (const auto child : tree.children(mention.head))
    if (tree.dep(child) == "appos") take(child); // "X, the president"
  if (tree.dep(mention.head) == "appos" && !tree.is_root(mention.head)) take(tree.head(mention.head));
}

// "The minister" may be any; "the foreign minister" is no defence minister.
bool OfficeHolders::holds(EntityIndex person, const std::string& office, const std::string& portfolio) const {
  const auto found = offices_.find(person);
  if (found == offices_.end()) return false;
  const auto held = found->second.find(office);
  if (held == found->second.end()) return false;
  if (portfolio.empty() || held->second.count(portfolio) > 0) return true;
  return held->second.size() == 1 && held->second.begin()->empty(); // "Minister X": of what is not said
}

std::optional<EntityIndex> OfficeHolders::country_before(TokenIndex token) const {
  for (const auto child : scene_.tree.children(token)) {
    const auto dep = scene_.tree.dep(child);
    if (child > token || (dep != "amod" && dep != "compound" && dep != "poss" && dep != "nmod")) continue;
    if (const auto* mention = scene_.mention(child);
        mention && scene_.entities[mention->entity].kind == EntityKind::country)
      return mention->entity;
  }
  return std::nullopt;
}

std::optional<EntityIndex> OfficeHolders::find_of_state(TokenIndex token) const {
  return country_before(token) ? find(token) : std::nullopt;
}

std::optional<EntityIndex> OfficeHolders::find(TokenIndex token) const {
  const auto office = predicate::lower(scene_.tree.lemma(token));
  if (scene_.tree.tag(token) != "NN" || !scene_.frames.in_class("office-word", office)) return std::nullopt;
  for (const auto child : scene_.tree.children(token)) { // "the president, Joe Biden" names him itself
    const auto first = scene_.tree.left_edge(child);
    const bool goes_on = first > 0 && scene_.tree.lemma(first - 1) == ","; // "said the president, who …"
    if (scene_.tree.dep(child) == "appos" || (scene_.tree.dep(child) == "relcl" && !goes_on)) return std::nullopt;
  }
  const auto portfolio = portfolio_of(scene_, token);
  const auto country = country_before(token);
  const bool any_leader = scene_.frames.in_class("any-office", office); // "leader" is said of presidents too
  std::optional<EntityIndex> only;
  unsigned candidates = 0;
  for (auto m = scene_.mentions.rbegin(); m != scene_.mentions.rend(); ++m) {
    const auto& entity = scene_.entities[m->entity];
    if (entity.kind != EntityKind::person || only == m->entity) continue;
    if (!holds(m->entity, office, portfolio) && !(any_leader && country && offices_.count(m->entity))) continue;
    if (country && scene_.country_of(m->entity) != country) continue;
    if (m->first < token) return m->entity;
    only = m->entity;
    ++candidates;
  }
  return country && candidates == 1 ? only : std::nullopt;
}

bool is_named_leader(const Scene& scene, EntityIndex person, TokenIndex name) {
  if (!scene.country_of(person)) return false;
  for (auto t = scene.tree.left_edge(name); t < name; ++t)
    if (scene.frames.in_class("leader-word", predicate::lower(scene.tree.lemma(t)))) return true;
  return false;
}

} // namespace stemma::extract
