#include "extract/outsiders.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Position;
using predicate::Predication;
using predicate::Relation;

class Outsiders {
public:
  Outsiders(const Scene& scene, std::vector<Draft>& drafts) : scene_(scene), drafts_(drafts) {}

  void run() {
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      const auto* kind = scene_.frames.find_kind(event_of(drafts_[d]));
      if (!kind || !kind->gathers || !has_entity(drafts_[d], kind->first)) continue;
      const auto parties = entities(drafts_[d], kind->first);
      const auto thing = thing_told(drafts_[d]);
      const auto* refusal = parties.size() > 1 && thing ? refusal_of(*thing) : nullptr;
      if (!refusal || refusal == &told(drafts_[d]) || acts(*refusal, parties)) continue;
      if (predicate::one_of(drafts_[d].status, {"denied", "cancelled"})) {
        drafts_[d].status = "occurred";
        drafts_[d].chains.clear();
      }
      for (auto& other : drafts_)
        if (&told(other) == refusal && event_of(other) == event_of(drafts_[d])) other.roles.clear();
    }
  }

private:
  const std::string& event_of(const Draft& draft) const { return scene_.frames.all()[draft.frame].event; }
  const Predication& told(const Draft& draft) const { return scene_.predications.items[draft.predication]; }

  static std::vector<EntityIndex> entities(const Draft& draft, const std::string& role) {
    std::vector<EntityIndex> out;
    for (const auto& f : draft.roles.at(role))
      if (f.entity && std::find(out.begin(), out.end(), *f.entity) == out.end()) out.push_back(*f.entity);
    return out;
  }

  // The noun that tells of the agreement, or that a clause of the past describes as made: "the PACT that they signed".
  std::optional<TokenIndex> thing_told(const Draft& draft) const {
    const auto& p = told(draft);
    if (p.kind == predicate::Kind::noun) return p.token;
    const bool describes = p.relation == Relation::relative || p.relation == Relation::adnominal;
    if (!describes || p.negated || p.infinitive || !p.modal.empty() || scene_.tree.is_root(p.token))
      return std::nullopt;
    return scene_.tree.head(p.token);
  }

  // The predicate that turns the thing down.
  const Predication* refusal_of(TokenIndex thing) const {
    for (const auto& p : scene_.predications.in_sentence(scene_.tree.sentence(thing))) {
      if (p.kind == predicate::Kind::noun || p.negated || !scene_.frames.in_class("turning-down", p.lemma)) continue;
      for (const auto& a : p.arguments)
        if (a.position == Position::object && a.token == thing) return &p;
    }
    return nullptr;
  }

  // Whether one of them does it, or nobody is said to.
  bool acts(const Predication& p, const std::vector<EntityIndex>& parties) const {
    bool somebody = false;
    for (const auto& a : p.arguments) {
      if (a.position != Position::subject) continue;
      for (const auto& filler : fillers(scene_, a.token, any_party())) {
        if (!filler.entity) continue;
        somebody = true;
        const auto land = scene_.country_of(*filler.entity);
        for (const auto party : parties)
          if (party == *filler.entity || land == party || scene_.country_of(party) == filler.entity) return true;
      }
    }
    return !somebody;
  }

  const Scene& scene_;
  std::vector<Draft>& drafts_;
};

} // namespace

void leave_out_outsiders(const Scene& scene, std::vector<Draft>& drafts) { Outsiders(scene, drafts).run(); }

} // namespace stemma::extract
