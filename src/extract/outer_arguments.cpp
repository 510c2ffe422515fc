#include "extract/outer_arguments.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::Position;
using predicate::Predication;
using predicate::Relation;

// Who does what the predicate says: the subject of a verb, the possessor or author of a noun.
std::vector<TokenIndex> doers(const Predication& p) {
  std::vector<TokenIndex> out;
  for (const auto& a : p.arguments) {
    const bool owns = p.kind == Kind::noun &&
                      (a.position == Position::possessor ||
                       (a.position == Position::oblique && (a.preposition == "by" || a.preposition == "from")));
    if (owns || a.position == Position::subject) out.push_back(a.token);
  }
  return out;
}

std::vector<TokenIndex> askers(const Scene& scene, const Predication& p) {
  const auto* inner = &p;
  for (int depth = 0; depth < 3 && inner->above; ++depth) {
    const bool embedded = inner->relation == Relation::clause || inner->relation == Relation::adnominal ||
                          inner->relation == Relation::argument;
    if (!embedded) return {};
    const auto& governor = scene.predications.items[*inner->above];
    if (scene.frames.in_class("asking", governor.lemma)) return doers(governor);
    if (governor.kind != Kind::noun && !governor.infinitive) return {};
    inner = &governor;
  }
  return {};
}

class Users {
public:
  explicit Users(const Scene& scene) : scene_(scene) {}

  std::vector<TokenIndex> of(const Predication& p) const {
    for (const auto& a : p.arguments)
      if (a.position == Position::object && (p.kind == Kind::participle || p.relation == Relation::relative)) {
        auto users = of_thing(a.token);
        if (!users.empty()) return users;
      }
    return {};
  }

private:
  std::vector<TokenIndex> of_thing(TokenIndex thing) const {
    const auto& tree = scene_.tree;
    if (const auto owner = tree.child(thing, "poss"); owner != tree.size()) return {owner};
    for (int depth = 0; depth < 50 && tree.dep(thing) == "conj" && !tree.is_root(thing); ++depth)
      thing = tree.head(thing);
    if (tree.is_root(thing)) return {};
    const auto dep = tree.dep(thing);
    auto governor = tree.head(thing);
    if (dep == "pobj") {
      const auto& word = scene_.words[governor];
      if ((word != "with" && word != "of") || tree.is_root(governor)) return {};
      governor = tree.head(governor);
      if (word == "of" && !uses(governor)) return {};
    } else if ((dep != "dobj" && dep != "nsubjpass") || !uses(governor)) {
      return {};
    }
    const auto at = scene_.predications.find_at(governor);
    return at ? doers(scene_.predications.items[*at]) : std::vector<TokenIndex>();
  }

  bool uses(TokenIndex governor) const {
    const auto at = scene_.predications.find_at(governor);
    return at && scene_.frames.in_class("using", scene_.predications.items[*at].lemma);
  }

  const Scene& scene_;
};

} // namespace

std::vector<TokenIndex> outer_arguments(const Scene& scene, const Predication& predication,
                                        const std::string& position) {
  if (position == "asker") return askers(scene, predication);
  if (position == "user") return Users(scene).of(predication);
  return {};
}

} // namespace stemma::extract
