#include "predicate/gerund.hpp"
#include "predicate/sharing.hpp"
#include "predicate/words.hpp"

namespace stemma::predicate {

namespace {

Relation relation_of(std::string_view dep, Kind kind) {
  if (dep == "ccomp" || dep == "xcomp" || dep == "pcomp" || dep == "csubj" || dep == "csubjpass" || dep == "parataxis")
    return Relation::clause;
  if (dep == "relcl") return Relation::relative;
  if (dep == "advcl") return Relation::adverbial;
  if (dep == "acl" || dep == "amod") return Relation::adnominal;
  return kind == Kind::noun ? Relation::argument : Relation::clause;
}

// "a deal worth $3 billion TO BUY drones": what the deal is for, not what it is worth doing.
bool is_after_worth(const Tree& tree, TokenIndex verb) {
  const auto worth = tree.head(verb);
  return tree.dep(verb) == "xcomp" && lower(tree.lemma(worth)) == "worth" &&
         (tree.dep(worth) == "amod" || tree.dep(worth) == "acl") && tree.head(worth) < worth;
}

// "said, citing the agency, THAT Iran has …": parsers hang the clause inside of the aside; it is the verb's before it.
std::optional<TokenIndex> find_verb_before_aside(const Tree& tree, TokenIndex clause) {
  const auto is_comma = [&](TokenIndex t) { return tree.tag(t) == ","; };
  const auto that = tree.child(clause, "mark");
  if (that == tree.size() || that == 0 || lower(tree.lemma(that)) != "that" || !is_comma(that - 1)) return std::nullopt;
  auto aside = clause;
  for (int steps = 0; steps < 4 && !tree.is_root(aside); ++steps) {
    aside = tree.head(aside);
    if (aside > that) return std::nullopt;
    if (tree.tag(aside) != "VBG" || tree.dep(aside) != "advcl") continue;
    const auto verb = tree.head(aside);
    const bool opens = verb < aside && is_comma(aside - 1) && tree.pos(verb) == "VERB";
    return opens && !tree.has_child(verb, "ccomp") ? std::optional(verb) : std::nullopt;
  }
  return std::nullopt;
}

// "FEARS are growing of a war": what the parse hangs on a verb that only says that there are some. The verb otherwise.
std::uint32_t before_being(const Tree& tree, std::uint32_t verb, std::uint32_t noun) {
  if (!is_verb_of_being(lower(tree.lemma(verb))) || verb > noun || tree.has_child(verb, "dobj")) return verb;
  for (const auto dep : {"nsubj", "nsubjpass"})
    if (const auto subject = tree.child(verb, dep); subject != tree.size() && tree.pos(subject) == "NOUN")
      return subject;
  return verb;
}

// "denies backing them AND ACCUSES others": a finite verb is not joined to a gerund but to what governs it.
std::optional<std::uint32_t> finite_before(const Tree& tree, std::uint32_t verb) {
  const auto is_finite = [&](std::uint32_t t) { return one_of(tree.tag(t), {"VBZ", "VBD", "VBP"}); };
  if (tree.dep(verb) != "conj" || tree.is_root(verb) || !is_finite(verb) || tree.has_child(verb, "nsubj"))
    return std::nullopt;
  const auto gerund = tree.head(verb);
  if (gerund > verb || tree.tag(gerund) != "VBG" || tree.dep(gerund) != "xcomp" || tree.has_child(gerund, "aux"))
    return std::nullopt;
  const auto governor = tree.head(gerund);
  return is_finite(governor) ? std::optional(governor) : std::nullopt;
}

} // namespace

void attach(const Tree& tree, Predications& all) {
  // Heads may stand right of their dependents, so a coordinated predicate may come before the one it is joined to:
  // the chain is followed to its first member instead of trusting the order.
  for (auto& item : all.items) {
    if (const auto governor = find_gerund_governor(tree, item.token)) {
      item.relation = Relation::clause;
      item.above = all.find_at(*governor);
      continue;
    }
    if (const auto verb = find_verb_before_aside(tree, item.token)) {
      item.relation = Relation::clause;
      item.above = all.find_at(*verb);
      continue;
    }
    auto token = item.token;
    if (const auto finite = finite_before(tree, token)) token = *finite;
    while (tree.dep(token) == "conj" && !tree.is_root(token)) token = tree.head(token);
    if (tree.is_root(token)) {
      if (token != item.token) item.relation = Relation::coordinated;
      continue;
    }
    item.relation = relation_of(tree.dep(token), item.kind);
    auto parent = tree.head(token);
    if (is_after_worth(tree, token)) {
      item.relation = Relation::adnominal;
      parent = tree.head(parent);
    }
    while (!all.find_at(parent) && !tree.is_root(parent)) {
      const auto dep = tree.dep(parent);
      if (dep == "prep" || dep == "agent" || dep == "dative") item.mark = lower(tree.lemma(parent));
      parent = tree.head(parent);
    }
    if (item.kind == Kind::noun && item.mark == "of") parent = before_being(tree, parent, token);
    item.above = all.find_at(parent);
    if (item.above && all.items[*item.above].token == item.token) item.above.reset();
    if (!item.above) item.relation = token == item.token ? Relation::root : Relation::coordinated;
  }
}

} // namespace stemma::predicate
