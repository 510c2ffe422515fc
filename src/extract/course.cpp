#include "extract/course.hpp"

#include "predicate/words.hpp"

namespace stemma::extract {

namespace {

using predicate::one_of;
using predicate::Position;
using predicate::Predication;

bool has_class(const Scene& scene, TokenIndex t, std::string_view name) {
  return scene.frames.in_class(name, predicate::lower(scene.tree.lemma(t)));
}

// "drones [HEADING for Chile]", "drones that were BOUND for Chile", "APPROACHING Chile"
void add_course(const Scene& scene, TokenIndex thing, std::vector<TokenIndex>& out) {
  const auto& tree = scene.tree;
  if (!has_class(scene, thing, "incoming")) return;
  for (const auto clause : tree.children(thing)) {
    if (!one_of(tree.dep(clause), {"relcl", "acl", "amod"}) || !has_class(scene, clause, "heading")) continue;
    for (const auto child : tree.children(clause)) {
      const bool leads =
          tree.dep(child) == "prep" && one_of(scene.words[child], {"for", "to", "toward", "towards", "at"});
      const auto goal = leads ? tree.child(child, "pobj") : tree.dep(child) == "dobj" ? child : tree.size();
      if (goal != tree.size()) out.push_back(goal);
    }
  }
}

} // namespace

std::vector<TokenIndex> courses(const Scene& scene, const Predication& p) {
  const auto& tree = scene.tree;
  std::vector<TokenIndex> out;
  for (const auto& a : p.arguments) {
    if (a.position != Position::object) continue;
    add_course(scene, a.token, out);
    for (const auto of : tree.children(a.token)) // "dozens of drones"
      if (const auto part = scene.words[of] == "of" ? tree.child(of, "pobj") : tree.size(); part != tree.size())
        add_course(scene, part, out);
  }
  return out;
}

bool is_thwarted(const Scene& scene, const Predication& p) {
  const auto& tree = scene.tree;
  auto thing = p.token;
  if (one_of(tree.dep(thing), {"relcl", "acl", "amod"})) {
    thing = tree.head(thing);
  } else {
    for (const auto& a : p.arguments)
      if (a.position == Position::subject || a.position == Position::object) thing = a.token;
  }
  if (thing == p.token || !has_class(scene, thing, "incoming")) return false;
  if (scene.frames.in_class("flying", p.lemma)) return true;
  while (tree.dep(thing) == "pobj" && scene.words[tree.head(thing)] == "of" && !tree.is_root(tree.head(thing)))
    thing = tree.head(tree.head(thing));
  if (tree.dep(thing) == "nsubj") return true; // "a missile bound for Chile crossed Peru"
  return one_of(tree.dep(thing), {"dobj", "nsubjpass"}) && has_class(scene, tree.head(thing), "thwarting");
}

bool is_stricken(const Scene& scene, const Predication& p) {
  const auto& tree = scene.tree;
  if (p.kind != predicate::Kind::noun || !one_of(tree.dep(p.token), {"dobj", "nsubjpass"})) return false;
  const auto verb = tree.head(p.token);
  if (has_class(scene, verb, "stricken")) return true;
  const auto left = tree.child(verb, "oprd");
  return left != tree.size() && has_class(scene, left, "stricken");
}

} // namespace stemma::extract
