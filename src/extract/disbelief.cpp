#include "extract/disbelief.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::one_of;
using predicate::Tree;

constexpr int highest = 8; // clauses up

class Disbelief {
public:
  explicit Disbelief(const Scene& scene) : scene_(scene), tree_(scene.tree) {}

  std::string above(TokenIndex t) const {
    for (int depth = 0; depth < highest && !tree_.is_root(t); ++depth) {
      if (is_untrue_account(t) || is_falsely_told(t)) return "denied";
      if (is_not_said(t)) return "possible";
      if (!belongs_to_what_is_above(t)) break;
      t = tree_.head(t);
    }
    return {};
  }

  bool falsely(TokenIndex t) const {
    for (int depth = 0; depth < highest && !tree_.is_root(t); ++depth) {
      if (is_falsely_told(t)) return true;
      if (!belongs_to_what_is_above(t)) break;
      t = tree_.head(t);
    }
    return false;
  }

private:
  std::string lemma(TokenIndex t) const { return predicate::lower(tree_.lemma(t)); }
  bool is_of(std::string_view word_class, TokenIndex t) const { return scene_.frames.in_class(word_class, lemma(t)); }

  // "said that they want to SELL"; not "said that the tanks they SOLD …"
  bool belongs_to_what_is_above(TokenIndex t) const { return one_of(tree_.dep(t), {"ccomp", "xcomp", "conj", "dobj"}); }

  bool is_negated(TokenIndex verb) const {
    const auto p = scene_.predications.find_at(verb);
    if (p && scene_.predications.items[*p].negated) return true;
    const auto subject = tree_.child(verb, "nsubj");
    return tree_.has_child(verb, "neg") ||
           (subject != tree_.size() && one_of(scene_.words[subject], {"nobody", "none", "few"}));
  }

  // The noun whose content the clause tells: "the REPORT that they sold it", "a REPORT of them selling it".
  TokenIndex account_of(TokenIndex clause) const {
    auto noun = tree_.head(clause);
    if (one_of(tree_.dep(clause), {"acl", "relcl", "ccomp"})) {
      const auto that = tree_.child(clause, "mark");
      if (that == tree_.size() || scene_.words[that] != "that") return tree_.size();
    } else if (tree_.dep(clause) == "pcomp" && scene_.words[noun] == "of") {
      noun = tree_.head(noun);
    } else {
      return tree_.size();
    }
    return is_of("charge-word", noun) || is_of("untruth", noun) ? noun : tree_.size();
  }

  bool is_untrue_account(TokenIndex clause) const {
    const auto noun = account_of(clause);
    if (noun == tree_.size() || tree_.is_root(noun)) return false;
    const auto over = tree_.head(noun);
    if (is_of("untruth", noun)) return tree_.dep(noun) != "attr" || !is_negated(over);
    if (tree_.dep(noun) == "nsubj")
      return one_of(lemma(over), {"be", "prove", "remain", "look", "sound", "turn"}) && !is_negated(over) &&
             is_judged_untrue(over);
    return dismisses(tree_.dep(noun) == "pobj" ? tree_.head(over) : over); // "dismissed as rubbish a report that …"
  }

  bool is_judged_untrue(TokenIndex copula) const {
    const auto children = tree_.children(copula);
    return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
      const auto det = tree_.child(child, "det"); // "is NO lie"
      return one_of(tree_.dep(child), {"acomp", "attr", "oprd"}) &&
             (is_of("untrue", child) || is_of("untruth", child)) && (det == tree_.size() || scene_.words[det] != "no");
    });
  }

  bool dismisses(TokenIndex verb) const {
    if (is_negated(verb)) return false;
    const auto words = scene_.frames.embedded_by(pack::WordKind::verb, lemma(verb));
    return std::any_of(words.begin(), words.end(),
                       [&](auto i) { return scene_.frames.embeddings()[i].status == "denied"; });
  }

  // "wrongly said that they sold it", "lied when he said that they sold it"
  bool is_falsely_told(TokenIndex clause) const {
    const auto said = tree_.head(clause);
    if (tree_.dep(clause) != "ccomp" || !is_of("asserting", said)) return false;
    const auto children = tree_.children(said);
    if (std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
          return tree_.dep(child) == "advmod" && scene_.frames.in_class("wrongly", scene_.words[child]);
        }))
      return true;
    return tree_.dep(said) == "advcl" && tree_.tag(tree_.head(said)).substr(0, 1) == "V" &&
           lemma(tree_.head(said)) == "lie";
  }

  // "did not say that they sold it"; but "did not say WHEN they sold it"
  bool is_not_said(TokenIndex clause) const {
    const auto said = tree_.head(clause);
    if (tree_.dep(clause) != "ccomp" || clause < said || !is_of("asserting", said) || !is_negated(said)) return false;
    for (auto t = said + 1; t < clause; ++t)
      if (tree_.tag(t).substr(0, 1) == "W" || one_of(scene_.words[t], {"if", "whether"})) return false;
    return true;
  }

  const Scene& scene_;
  const Tree& tree_;
};

} // namespace

std::string disbelief(const Scene& scene, const predicate::Predication& clause) {
  if (clause.kind == predicate::Kind::noun && !clause.light_verb) return {}; // "the report on the war is false"
  return Disbelief(scene).above(clause.token);
}

bool is_told_falsely(const Scene& scene, const predicate::Predication& clause) {
  if (clause.kind == predicate::Kind::noun && !clause.light_verb) return false;
  return Disbelief(scene).falsely(clause.token);
}

} // namespace stemma::extract
