#include "extract/answered_blows.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

class Answers {
public:
  Answers(const Scene& scene, std::vector<Draft>& drafts) : scene_(scene), drafts_(drafts) {}

  void run() {
    for (auto& blow : drafts_) {
      const auto* kind = kind_of(blow);
      if (!kind || has_entity(blow, kind->first)) continue;
      const auto verb = answering(blow);
      if (!verb) continue;
      if (const auto* answer = told_by(*verb, *kind, blow)) take_sides(blow, *answer, *kind);
    }
  }

private:
  const predicate::Predication& predication(const Draft& d) const { return scene_.predications.items[d.predication]; }

  const pack::EventKind* kind_of(const Draft& d) const {
    const auto* kind = scene_.frames.find_kind(scene_.frames.all()[d.frame].event);
    return kind && kind->opposes ? kind : nullptr;
  }

  // "STRUCK the port in response to the attack", "the STRIKE in retaliation for it": on what the answer hangs.
  std::optional<TokenIndex> answering(const Draft& blow) const {
    const auto& tree = scene_.tree;
    auto t = predication(blow).token;
    for (int step = 0; step < 2; ++step) { // the blow, then the answer to it
      if (tree.dep(t) != "pobj" || tree.is_root(tree.head(t))) return std::nullopt;
      t = tree.head(tree.head(t));
      if (step == 0 && !scene_.frames.in_class("answer-word", predicate::lower(tree.lemma(t)))) return std::nullopt;
    }
    return t;
  }

  // The nearest above it that tells of a blow between two.
  const Draft* told_by(TokenIndex verb, const pack::EventKind& kind, const Draft& blow) const {
    const auto& tree = scene_.tree;
    for (int depth = 0; depth < 3; ++depth, verb = tree.head(verb)) {
      for (const auto& d : drafts_)
        if (&d != &blow && kind_of(d) == &kind && tells(d, verb) && has_power(d, kind.first) &&
            has_power(d, kind.second))
          return &d;
      if (tree.is_root(verb)) break;
    }
    return nullptr;
  }

  bool tells(const Draft& d, TokenIndex verb) const {
    return std::any_of(d.told.begin(), d.told.end(), [&](auto told) {
      const auto& p = scene_.predications.items[told];
      return p.token == verb || p.light_verb == verb;
    });
  }

  bool is_power(const Filler& f) const { return f.entity && scene_.is_power(*f.entity); }

  bool has_power(const Draft& d, const std::string& role) const {
    const auto found = d.roles.find(role);
    return found != d.roles.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const Filler& f) { return is_power(f); });
  }

  // Who answers is the one who was struck, if the blow says who that was.
  void take_sides(Draft& blow, const Draft& answer, const pack::EventKind& kind) const {
    const auto& doers = answer.roles.at(kind.first);
    const auto struck = blow.roles.find(kind.second);
    const bool is_other = has_entity(blow, kind.second) &&
                          std::none_of(struck->second.begin(), struck->second.end(), [&](const Filler& x) {
                            return x.entity && std::any_of(doers.begin(), doers.end(), [&](const Filler& y) {
                                     return y.entity && scene_.state_of(*x.entity) == scene_.state_of(*y.entity);
                                   });
                          });
    if (is_other) return;
    const auto shown = predication(blow).token;
    const auto add = [&](const std::vector<Filler>& from, const std::string& role) {
      for (const auto& f : from)
        if (is_power(f)) blow.roles[role].push_back({f.entity, {}, shown, shown, true});
    };
    if (!has_entity(blow, kind.second)) add(doers, kind.second);
    add(answer.roles.at(kind.second), kind.first);
  }

  const Scene& scene_;
  std::vector<Draft>& drafts_;
};

} // namespace

void fill_answered_blows(const Scene& scene, std::vector<Draft>& drafts) { Answers(scene, drafts).run(); }

} // namespace stemma::extract
