#include "predicate/named_doers.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::predicate {

namespace {

template <typename Wanted>
std::vector<Argument> obliques(const Tree& tree, const Predication& above, const Predication& clause, const Wanted& wanted) {
  std::vector<Argument> out;
  for (const auto& a : above.arguments)
    if (a.position == Position::oblique && a.token < clause.token && wanted(a.preposition) &&
        !is_time(tree.token(a.token))) // "condemned Peru ON THURSDAY for selling": Peru has sold
      out.push_back({Position::subject, {}, a.token, a.phrase, 1});
  return out;
}

// "is GRATEFUL to Peru for sending", where the parse hangs the clause on the copula.
const Predication& said_of_subject(const Tree& tree, const Predications& all, const Predication& verb) {
  const auto quality = verb.lemma == "be" ? tree.child(verb.token, "acomp") : tree.size();
  const auto at = quality == tree.size() ? std::nullopt : all.find_at(quality);
  return at ? all.items[*at] : verb;
}

// "imposed sanctions ON CHINA for selling", "sanctions AGAINST CHINA for selling", "grateful TO PERU for sending":
// what somebody meets with is for what he has done.
std::vector<Argument> met_with(const Tree& tree, const Predication& above, const Predication& clause) {
  const bool of_mind = above.kind == Kind::adjective;
  return obliques(tree, above, clause, [&](std::string_view preposition) {
    return one_of(preposition, {"on", "against", "upon"}) || (of_mind && one_of(preposition, {"to", "at", "with"}));
  });
}

// "extracted a pledge FROM PERU to leave": whose word it is.
std::vector<Argument> bound_by_word(const Tree& tree, const Predication& above, const Predication& clause) {
  const bool pledged = std::any_of(above.arguments.begin(), above.arguments.end(), [&](const Argument& a) {
    return a.position == Position::object &&
           one_of(tree.lemma(a.token), {"pledge", "promise", "commitment", "assurance", "undertaking", "guarantee"});
  });
  if (!pledged) return {};
  return obliques(tree, above, clause, [](std::string_view preposition) { return preposition == "from"; });
}

} // namespace

std::vector<Argument> doers_named_above(const Tree& tree, const Predications& all, const Predication& above,
                                        const Predication& clause) {
  if (clause.infinitive) {
    const bool behind = above.kind != Kind::noun && clause.token > above.token;
    return behind ? bound_by_word(tree, above, clause) : std::vector<Argument>();
  }
  if (clause.mark != "for" || (above.kind != Kind::noun && tree.dep(clause.token) != "pcomp")) return {};
  return met_with(tree, said_of_subject(tree, all, above), clause);
}

} // namespace stemma::predicate
