#include "extract/side_words.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Argument;
using predicate::one_of;
using predicate::Position;

bool stands_at(const Argument& argument, const std::string& position) {
  switch (argument.position) {
  case Position::subject: return position == "subject";
  case Position::object: return position == "object";
  case Position::indirect_object: return position == "indirect";
  case Position::oblique: return position == argument.preposition || position == "low-" + argument.preposition;
  default: return false;
  }
}

bool takes_parties(const pack::Fill& fill) {
  const auto admits = [&](const char* name) {
    return std::find(fill.admits.begin(), fill.admits.end(), name) != fill.admits.end();
  };
  return admits("party") && !admits("owner");
}

bool is_others(const Scene& scene, TokenIndex t) {
  const auto& tree = scene.tree;
  if (tree.tag(t) != "NNS" || !scene.frames.in_class("others", predicate::lower(tree.lemma(t)))) return false;
  return !tree.has_child(t, "poss") && std::none_of(tree.begin_children(t), tree.end_children(t), [&](auto child) {
    return tree.dep(child) == "det" && one_of(scene.words[child], {"the", "these", "those", "both"});
  });
}

} // namespace

bool stands_on_side(const Scene& scene, const Draft& draft, const std::string& side,
                    const std::function<bool(TokenIndex)>& is_of) {
  const auto& arguments = scene.predications.items[draft.predication].arguments;
  const auto& fills = scene.frames.all()[draft.frame].fills;
  return std::any_of(fills.begin(), fills.end(), [&](const pack::Fill& fill) {
    return fill.role == side && takes_parties(fill) &&
           std::any_of(arguments.begin(), arguments.end(), [&](const Argument& a) {
             return is_of(a.token) && std::any_of(fill.positions.begin(), fill.positions.end(),
                                                  [&](const std::string& position) { return stands_at(a, position); });
           });
  });
}

bool is_taken_by_others(const Scene& scene, const Draft& draft, const std::string& side) {
  return stands_on_side(scene, draft, side, [&](TokenIndex t) { return is_others(scene, t); });
}

} // namespace stemma::extract
