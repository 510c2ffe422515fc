#include "extract/implicit_roles.hpp"

#include "extract/blow_by_unknown.hpp"
#include "extract/reproach.hpp"
#include "extract/side_words.hpp"
#include "predicate/words.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::one_of;
using predicate::Position;
using predicate::Relation;
using Fillers = std::vector<Filler>;

using Pairs = std::map<std::pair<EntityIndex, EntityIndex>, unsigned>;

class Filling {
public:
  Filling(const Scene& scene, std::vector<Draft>& drafts, const pack::EventKind& kind)
      : scene_(scene), kind_(kind), all_(drafts) {
    for (auto& draft : drafts)
      if (scene.frames.all()[draft.frame].event == kind.event) drafts_.push_back(&draft);
  }

  // What the sentence itself implies.
  void fill_from_sentence() {
    if (kind_.acts_for_country)
      for (auto* draft : drafts_) {
        add_countries(*draft, kind_.first, kind_.second);
        add_countries(*draft, kind_.second, kind_.first);
      }
    if (kind_.opposes)
      for (auto* draft : drafts_) part_from_home(*draft);
    for (auto* draft : drafts_) take_company(*draft);
    if (has_pairs())
      for (auto* draft : drafts_) take_governor(*draft);
  }

  // "Peru signed a deal with Chile for howitzers": of two of whom neither makes the thing, the one who gives rather
  // than takes in the rest of the document.
  void settle_contracts() {
    if (!has_pairs()) return;
    std::map<EntityIndex, int> gives;
    for (const auto* draft : drafts_) {
      if (is_contract(*draft)) continue;
      for (const auto e : powers(*draft, kind_.first)) ++gives[e];
      for (const auto e : powers(*draft, kind_.second)) --gives[e];
    }
    const auto most = [&](const std::vector<EntityIndex>& side) {
      int best = 0;
      for (const auto e : side)
        if (const auto found = gives.find(e); found != gives.end() && std::abs(found->second) > std::abs(best))
          best = found->second;
      return best;
    };
    for (auto* draft : drafts_) {
      if (!is_contract(*draft) || !has_entity(*draft, kind_.first) || !has_entity(*draft, kind_.second)) continue;
      const auto first = powers(*draft, kind_.first), second = powers(*draft, kind_.second);
      const bool made = std::any_of(first.begin(), first.end(), [&](auto e) { return is_made_by(*draft, e); });
      if (!made && most(second) > most(first)) std::swap(draft->roles[kind_.first], draft->roles[kind_.second]);
    }
  }

  const std::string& group() const { return kind_.pair_group; }
  bool has_pairs() const { return !kind_.pair_group.empty() && !kind_.first.empty() && !kind_.second.empty(); }

  // Once a sentence, however many of its words tell it.
  void count_pairs(Pairs& pairs) const {
    std::set<std::tuple<std::uint32_t, EntityIndex, EntityIndex>> counted;
    for (const auto* draft : drafts_)
      for (const auto a : powers(*draft, kind_.first))
        for (const auto b : powers(*draft, kind_.second))
          if (a != b && counted.emplace(sentence(*draft), a, b).second) ++pairs[{a, b}];
  }

  using Counts = std::map<EntityIndex, unsigned>;

  void count_sides(Counts& firsts, Counts& seconds) const {
    std::set<std::pair<std::uint32_t, EntityIndex>> first, second;
    for (const auto* draft : drafts_) {
      for (const auto e : powers(*draft, kind_.first))
        if (first.emplace(sentence(*draft), e).second) ++firsts[e];
      for (const auto e : powers(*draft, kind_.second))
        if (second.emplace(sentence(*draft), e).second) ++seconds[e];
    }
  }

  void fill_from_document(const Pairs& pairs, const Counts& firsts, const Counts& seconds) {
    pairs_ = &pairs;
    firsts_ = &firsts;
    seconds_ = &seconds;
    for (auto* draft : drafts_) take_partner(*draft);
    if (kind_.opposes)
      for (auto* draft : drafts_) part_from_home(*draft);
  }

  // "The frigates that PERU had ordered were never delivered": what describes the thing says between whom.
  void fill_from_description() {
    for (auto* draft : drafts_)
      for (const auto* other : drafts_) {
        if (other == draft || sentence(*other) != sentence(*draft) || !describes(*other) || !share_word(*other, *draft))
          continue;
        for (const auto& [role, across] :
             {std::pair(kind_.first, kind_.second), std::pair(kind_.second, kind_.first)}) {
          if (!is_open(*draft, role) || !has_entity(*other, role)) continue;
          for (const auto& filler : other->roles.at(role))
            if (filler.entity && !holds(*draft, across, *filler.entity))
              add(*draft, role, *filler.entity, scene_.predications.items[draft->predication].token);
        }
      }
  }

  // "ordered frigates from Paris … The first ship was handed over in May": between the same two.
  void fill_from_same_thing() {
    std::vector<std::pair<std::size_t, std::map<std::string, Fillers>>> found;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      const auto& draft = *drafts_[d];
      const bool first_open = is_open(draft, kind_.first), second_open = is_open(draft, kind_.second);
      if (first_open == second_open && !first_open) continue;
      const auto* source = told_of_same_thing(d);
      if (!source) continue;
      auto& sides = found.emplace_back(d, std::map<std::string, Fillers>()).second;
      if (first_open) sides[kind_.first] = source->roles.at(kind_.first);
      if (second_open) sides[kind_.second] = source->roles.at(kind_.second);
    }
    for (const auto& [d, sides] : found)
      for (const auto& [role, side] : sides)
        for (const auto& filler : side)
          if (filler.entity && !holds(*drafts_[d], role == kind_.first ? kind_.second : kind_.first, *filler.entity))
            add(*drafts_[d], role, *filler.entity, scene_.predications.items[drafts_[d]->predication].token);
  }

private:
  static constexpr std::uint32_t memory = 12; // sentences

  bool is_contract(const Draft& draft) const { return scene_.frames.all()[draft.frame].maker_gives; }

  // The draft with both sides that is told nearest before, or else behind, of a thing that this one tells of.
  const Draft* told_of_same_thing(std::size_t d) const {
    const Draft* before = nullptr;
    const Draft* behind = nullptr;
    for (std::size_t o = 0; o < drafts_.size(); ++o) {
      const auto& other = *drafts_[o];
      if (o == d || !has_entity(other, kind_.first) || !has_entity(other, kind_.second)) continue;
      if (!is_same_thing(other, *drafts_[d]) || !go_together(other, *drafts_[d])) continue;
      if (o < d && sentence(*drafts_[d]) - sentence(other) <= memory) before = &other;
      if (o > d && sentence(other) - sentence(*drafts_[d]) <= 2 && !behind) behind = &other;
    }
    return before ? before : behind;
  }

  // "frigates ORDERED by Peru", "frigates that Peru had hoped to BUY"
  bool describes(const Draft& draft) const {
    const auto* p = &scene_.predications.items[draft.predication];
    for (int depth = 0; depth < 3 && p->relation == Relation::clause && p->infinitive && p->above; ++depth)
      p = &scene_.predications.items[*p->above];
    return p->relation == Relation::relative || p->kind == Kind::participle;
  }

  // Both tell of the thing that one and the same word names.
  bool share_word(const Draft& a, const Draft& b) const {
    return share_thing(
        a, b, [](const Filler& x, const Filler& y) { return x.entity && x.entity == y.entity && x.token == y.token; });
  }

  std::uint32_t sentence(const Draft& draft) const { return scene_.predications.items[draft.predication].sentence; }

  bool is_same_thing(const Draft& a, const Draft& b) const {
    return share_thing(a, b, [&](const Filler& x, const Filler& y) {
      return x.entity && y.entity && is_one_thing(*x.entity, *y.entity);
    });
  }

  // Two fillers of one role, neither a side nor a place, are the same by this measure.
  template <typename Same>
  bool share_thing(const Draft& a, const Draft& b, const Same& same) const {
    for (const auto& [role, things] : a.roles) {
      if (role == kind_.first || role == kind_.second || role == "place") continue;
      const auto other = b.roles.find(role);
      if (other == b.roles.end()) continue;
      for (const auto& x : things)
        for (const auto& y : other->second)
          if (same(x, y)) return true;
    }
    return false;
  }

  bool is_one_thing(EntityIndex a, EntityIndex b) const {
    return a == b && !scene_.frames.in_class("general-category", scene_.entities[a].category);
  }

  // The side that both of them name is the same.
  bool go_together(const Draft& a, const Draft& b) const {
    for (const auto& role : {kind_.first, kind_.second}) {
      if (!has_entity(b, role)) continue;
      const auto& known = a.roles.at(role);
      const auto& named = b.roles.at(role);
      const bool shared = std::any_of(known.begin(), known.end(), [&](const Filler& x) {
        return x.entity && std::any_of(named.begin(), named.end(), [&](const Filler& y) {
                 return y.entity && (*x.entity == *y.entity || scene_.country_of(*x.entity) == *y.entity ||
                                     scene_.country_of(*y.entity) == *x.entity);
               });
      });
      if (!shared) return false;
    }
    return true;
  }
  static bool holds(const Draft& draft, const std::string& role, EntityIndex e) {
    const auto found = draft.roles.find(role);
    return found != draft.roles.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const Filler& f) { return f.entity == e; });
  }

  void add(Draft& draft, const std::string& role, EntityIndex e, TokenIndex shown) const {
    if (role == kind_.first && is_foreign_to_band(scene_, draft, e)) return;
    if (!holds(draft, role, e)) draft.roles[role].push_back({e, {}, shown, shown, true});
  }

  // "Zelensky asked for tanks", "a strike on Kharkiv": the country is meant too.
  void add_countries(Draft& draft, const std::string& role, const std::string& other) const {
    const auto found = draft.roles.find(role);
    if (role.empty() || found == draft.roles.end()) return;
    const Fillers named = found->second;
    for (const auto& filler : named) {
      if (!filler.entity) continue;
      if (!acts_for_country(scene_.entities[*filler.entity])) continue;
      auto country = scene_.country_of(*filler.entity);
      if (!country && kind_.opposes && role == kind_.second) country = land_of(draft, *filler.entity);
      if (country && !holds(draft, other, *country)) add(draft, role, *country, filler.shown);
    }
  }

  // "struck a depot in Tilma, a village in CHAD": a place that is known from nowhere lies where the event was.
  std::optional<EntityIndex> land_of(const Draft& draft, EntityIndex e) const {
    const auto found = draft.roles.find("place");
    if (scene_.entities[e].kind != EntityKind::place || found == draft.roles.end()) return std::nullopt;
    for (const auto& filler : found->second) {
      if (!filler.entity || filler.implied) continue;
      const auto state = scene_.country_of(*filler.entity);
      if (state || scene_.entities[*filler.entity].kind == EntityKind::country) return state ? state : filler.entity;
    }
    return std::nullopt;
  }

  bool acts_for_country(const Entity& entity) const {
    return entity.kind == EntityKind::person || entity.kind == EntityKind::place ||
           (entity.kind == EntityKind::org &&
            std::binary_search(kind_.acting_bodies.begin(), kind_.acting_bodies.end(), entity.type));
  }

  // "Iran, whose Revolutionary Guards are fighting": nobody's army fights against him.
  void part_from_home(Draft& draft) const {
    for (const auto& [role, other] : {std::pair(kind_.second, kind_.first), std::pair(kind_.first, kind_.second)}) {
      const auto side = draft.roles.find(role), across = draft.roles.find(other);
      if (side == draft.roles.end() || across == draft.roles.end() || draft.mutual) continue;
      const auto is_home = [&](const Filler& f) {
        return f.entity && scene_.entities[*f.entity].kind == EntityKind::country &&
               std::any_of(across->second.begin(), across->second.end(), [&](const Filler& body) {
                 return body.entity && scene_.entities[*body.entity].kind == EntityKind::org &&
                        acts_for_country(scene_.entities[*body.entity]) && scene_.country_of(*body.entity) == f.entity;
               });
      };
      if (std::erase_if(side->second, is_home) != 0 && side->second.empty() && !has_entity(draft, "place"))
        return draft.roles.clear();
    }
  }

  // "During a visit to Kyiv, Scholz said …", "after talks with Paris, Berlin agreed …": who acts meanwhile.
  void take_company(Draft& draft) const {
    const auto& p = whole_of(scene_.predications.items[draft.predication]);
    if (p.kind != Kind::noun || !p.above || has_pairs() || !scene_.frames.all()[draft.frame].ends.empty()) return;
    if (kind_.together ? several(draft) : has_entity(draft, kind_.first)) return;
    const auto& governor = act_beside(p);
    if (governor.kind == Kind::noun) return;
    const auto doer = governor.passive ? Position::object : Position::subject;
    if (p.mark.empty()) { // "attended the summit", "chairs the talks"
      if (scene_.frames.in_class("taking-part", governor.lemma)) add_from(governor, doer, draft);
      return;
    }
    if (!one_of(p.mark, {"during", "on", "after", "before", "at", "in", "for", "following", "follow", "under", "of"}))
      return;
    add_from(governor, doer, draft);
    if (!kind_.together || !one_of(p.mark, {"during", "at", "in", "on"})) return;
    // "told Netanyahu in a call": who is spoken to takes part.
    for (const auto position : {Position::object, Position::indirect_object}) add_from(governor, position, draft, true);
  }

  // "came for three days of TALKS": the days stand where the talks would.
  const predicate::Predication& whole_of(const predicate::Predication& p) const {
    if (p.kind != Kind::noun || p.mark != "of" || !p.above) return p;
    const auto& days = scene_.predications.items[*p.above];
    return days.kind == Kind::noun && scene_.frames.in_class("span-word", days.lemma) ? days : p;
  }

  // "announced the aid on a VISIT": what the parse hangs on the verb's object.
  const predicate::Predication& act_beside(const predicate::Predication& p) const {
    const auto& items = scene_.predications.items;
    const auto& governor = items[*p.above];
    const bool is_object = governor.kind == Kind::noun && governor.relation == Relation::argument &&
                           governor.mark.empty() && governor.above && one_of(p.mark, {"on", "during"});
    if (!is_object) return governor;
    const bool is_somebodys = std::any_of(governor.arguments.begin(), governor.arguments.end(), [](const auto& a) {
      return a.position == Position::possessor || a.preposition == "by" || a.preposition == "of";
    });
    return is_somebodys ? governor : items[*governor.above];
  }

  void add_from(const predicate::Predication& p, Position position, Draft& draft, bool people = false) const {
    static const std::vector<std::string> persons = {"person"};
    for (const auto& a : p.arguments)
      if (a.position == position && a.token != scene_.predications.items[draft.predication].token)
        for (const auto& filler : fillers(scene_, a.token, people ? persons : any_party()))
          if (filler.entity && !holds(draft, kind_.second, *filler.entity))
            add(draft, kind_.first, *filler.entity, filler.shown);
  }

  bool several(const Draft& draft) const {
    const auto found = draft.roles.find(kind_.first);
    return found != draft.roles.end() && std::any_of(found->second.begin(), found->second.end(), [&](const Filler& f) {
             return scene_.both.count(f.token) != 0 || f.token != found->second.front().token;
           });
  }

  // "Berlin halted the delivery", "Paris approved the sale": who decides it, does it.
  void take_governor(Draft& draft) const {
    if (has_entity(draft, kind_.first)) return;
    const auto* p = &scene_.predications.items[draft.predication];
    if (p->kind != Kind::noun && !p->infinitive && !p->progressive) return;
    if (p->kind != Kind::noun && !does_it(draft)) return; // "let a ship CARRYING arms call at its port"
    for (int depth = 0; depth < 3 && p->above; ++depth) {
      if (p->relation == Relation::relative || p->relation == Relation::adverbial) return;
      const auto& governor = scene_.predications.items[*p->above];
      const bool of_noun = governor.kind == Kind::noun && one_of(p->mark, {"for", "of"}); // "a permit for exports"
      const bool decided = scene_.frames.in_class("deciding-on", governor.lemma + " " + p->mark) ||
                           (one_of(p->mark, {"for", "to"}) && is_idiom(scene_, governor));
      const bool in_idiom = of_noun && governor.mark.empty() && governor.above && // "cleared the WAY for the sale"
                            governor.relation == Relation::argument &&
                            is_idiom(scene_, scene_.predications.items[*governor.above]);
      if ((!p->mark.empty() && !of_noun && !decided) || (!decides(governor) && !in_idiom)) return;
      if (scene_.frames.all()[draft.frame].mutual && scene_.frames.in_class("peacemaking", governor.lemma))
        return; // "wants to END the war": others fight it
      for (const auto& a : governor.arguments) {
        const bool acts =
            governor.kind == Kind::noun ? a.position == Position::possessor : a.position == Position::subject;
        if (!acts || a.token == p->token) continue;
        for (const auto& filler : fillers(scene_, a.token, any_party()))
          if (filler.entity && !holds(draft, kind_.second, *filler.entity))
            add(draft, kind_.first, *filler.entity, filler.shown);
      }
      if (has_entity(draft, kind_.first)) {
        add_countries(draft, kind_.first, kind_.second);
        return;
      }
      p = &governor;
    }
  }

  // Whoever is the subject of its verb is the first side.
  bool does_it(const Draft& draft) const {
    const auto& fills = scene_.frames.all()[draft.frame].fills;
    return std::any_of(fills.begin(), fills.end(), [&](const pack::Fill& fill) {
      return fill.role == kind_.first &&
             std::find(fill.positions.begin(), fill.positions.end(), "subject") != fill.positions.end();
    });
  }

  bool decides(const predicate::Predication& p) const {
    if (scene_.frames.in_class("hindering", p.lemma)) return false; // "Paris opposed the sale": somebody else's
    const auto words = embeddings_of(scene_, p);
    return std::any_of(words.begin(), words.end(), [&](auto i) {
      const auto& status = scene_.frames.embeddings()[i].status;
      return status == "planned" || status == "ongoing" || status == "cancelled" || status == "occurred" ||
             status == "failed";
    });
  }

  std::vector<EntityIndex> powers(const Draft& draft, const std::string& role) const {
    std::vector<EntityIndex> out;
    if (const auto found = draft.roles.find(role); found != draft.roles.end())
      for (const auto& filler : found->second)
        if (filler.entity && (scene_.is_power(*filler.entity) || role == "place")) out.push_back(*filler.entity);
    return out;
  }

  // The one that is paired most often with `known`, if no other comes near.
  std::optional<EntityIndex> partner(const std::vector<EntityIndex>& known, bool known_first) const {
    std::map<EntityIndex, unsigned> count;
    for (const auto& [pair, n] : *pairs_) {
      for (const auto e : known) {
        if ((known_first ? pair.first : pair.second) == e)
          count[known_first ? pair.second : pair.first] += 2 * n;
        else if (kind_.opposes && (known_first ? pair.second : pair.first) == e)
          count[known_first ? pair.first : pair.second] += n;
      }
    }
    for (const auto e : known) count.erase(e);
    if (!kind_.opposes)
      std::erase_if(count, [&](const auto& entry) { return sides_with_enemy(entry.first, known_first, known); });
    const auto [best, most, second] = leader(count);
    return most > second ? best : std::nullopt;
  }

  struct Leader {
    std::optional<EntityIndex> best; // the first of those named most often; none: nobody is named
    unsigned most = 0, second = 0;   // how often it is named, and the next one
  };

  static Leader leader(const Counts& count) {
    Leader found;
    for (const auto& [e, n] : count) {
      if (n > found.most)
        found = {e, n, found.most};
      else
        found.second = std::max(found.second, n);
    }
    return found;
  }

  // Rebels without a name are a side of their own, and nobody that the rest of the document knows.
  bool is_open(const Draft& draft, const std::string& role) const {
    if (is_taken_by_others(scene_, draft, role)) return false;
    const auto found = draft.roles.find(role);
    return found == draft.roles.end() || std::none_of(found->second.begin(), found->second.end(), [&](const Filler& f) {
             return f.entity || scene_.frames.in_class("irregular", predicate::lower(scene_.tree.lemma(f.token)));
           });
  }

  void take_partner(Draft& draft) const {
    const auto shown = scene_.predications.items[draft.predication].token;
    const auto first = powers(draft, kind_.first), second = powers(draft, kind_.second);
    if (!first.empty() && is_open(draft, kind_.second)) {
      auto e = kind_.opposes ? std::nullopt : main_on_side(false, first);
      if (!e) e = partner(first, true);
      if (e && !is_made_by(draft, *e) && !is_reproached_by(scene_, all_, draft, *e))
        add_as_called(draft, kind_.second, *e, shown);
    } else if (!second.empty() && is_open(draft, kind_.first)) {
      // Who gives to others all through the text gets this from nobody it tells of.
      const bool gives = !kind_.opposes && std::all_of(second.begin(), second.end(), [&](EntityIndex e) {
        const auto given = firsts_->find(e), taken = seconds_->find(e);
        return given != firsts_->end() && (taken == seconds_->end() || given->second > taken->second);
      });
      auto e = kind_.opposes || gives ? std::nullopt : main_on_side(true, second);
      if (!e) e = partner(second, false);
      if (e && !is_reproached_by(scene_, all_, draft, *e)) add_as_called(draft, kind_.first, *e, shown);
    } else if (is_open(draft, kind_.first) && is_open(draft, kind_.second)) {
      if (const auto pair = main_pair();
          pair && !is_reproached_by(scene_, all_, draft, pair->first) && !is_made_by(draft, pair->second)) {
        add_as_called(draft, kind_.first, pair->first, shown);
        add_as_called(draft, kind_.second, pair->second, shown);
      }
    }
  }

  // "Sent rifles to the rebels. THE ARMY got tanks from Minsk": an army is no band, but that of the band's country.
  void add_as_called(Draft& draft, const std::string& role, EntityIndex e, TokenIndex shown) const {
    const auto is_army = [&](TokenIndex t) {
      return scene_.frames.in_class("fighting-body", predicate::lower(scene_.tree.lemma(t)));
    };
    const auto& entity = scene_.entities[e];
    if (entity.kind != EntityKind::org || acts_for_country(entity) || !stands_on_side(scene_, draft, role, is_army))
      return add(draft, role, e, shown);
    const auto country = scene_.country_of(e);
    if (country && !holds(draft, role == kind_.first ? kind_.second : kind_.first, *country))
      add(draft, role, *country, shown);
  }

  // Who arms one side of a war that is known does not arm the other, nor is he armed by who arms that one.
  bool sides_with_enemy(EntityIndex candidate, bool known_first, const std::vector<EntityIndex>& known) const {
    return std::any_of(pairs_->begin(), pairs_->end(),
                       [&](const auto& entry) {
                         const auto& [giver, taker] = entry.first;
                         if ((known_first ? taker : giver) != candidate) return false;
                         const auto other = known_first ? giver : taker;
                         return std::any_of(known.begin(), known.end(),
                                            [&](EntityIndex e) { return are_enemies(other, e); });
                       }) ||
           std::any_of(known.begin(), known.end(), [&](EntityIndex e) { return are_enemies(candidate, e); });
  }

  bool are_enemies(EntityIndex a, EntityIndex b) const {
    const auto stands = [&](const std::vector<Iri>& side, EntityIndex e) {
      return std::find(side.begin(), side.end(), scene_.entities[e].id) != side.end();
    };
    const auto& all = scene_.frames.conflicts();
    return std::any_of(all.begin(), all.end(), [&](const pack::Conflict& c) {
      return (stands(c.first, a) && stands(c.second, b)) || (stands(c.first, b) && stands(c.second, a));
    });
  }

  // Nobody is taken for one who gets what comes from his own country, unless the text says so.
  bool is_made_by(const Draft& draft, EntityIndex e) const {
    const auto& maker = scene_.entities[scene_.country_of(e).value_or(e)].id;
    return std::any_of(draft.roles.begin(), draft.roles.end(), [&](const auto& role) {
      return std::any_of(role.second.begin(), role.second.end(), [&](const Filler& f) {
        return f.entity && scene_.entities[*f.entity].kind == EntityKind::munition &&
               scene_.entities[*f.entity].country == maker;
      });
    });
  }

  // Of those who are on this side of an event of the document, the one that it speaks of most: what it tells of others
  // in passing, it tells whole.
  std::optional<EntityIndex> main_on_side(bool first, const std::vector<EntityIndex>& across) const {
    const Counts& opposite = first ? *seconds_ : *firsts_;
    Counts count = first ? *firsts_ : *seconds_;
    std::erase_if(count, [&](const auto& entry) {
      const auto& [e, n] = entry;
      if (std::find(across.begin(), across.end(), e) != across.end()) return true;
      const auto other = opposite.find(e);
      if (other != opposite.end() && other->second > n) return true; // rather on the other side
      return sides_with_enemy(e, !first, across);
    });
    std::optional<EntityIndex> best;
    for (const auto& [e, n] : count)
      if (!best || scene_.entities[e].mentions.size() > scene_.entities[*best].mentions.size()) best = e;
    return best;
  }

  // The pair that more than half of the document's events have; of those who fight, three times as many as any other.
  std::optional<std::pair<EntityIndex, EntityIndex>> main_pair() const {
    unsigned total = 0, most = 0;
    std::optional<std::pair<EntityIndex, EntityIndex>> best;
    for (const auto& [pair, n] : *pairs_) {
      total += n;
      if (n > most) {
        most = n;
        best = pair;
      }
    }
    if (2 * most > total || !kind_.opposes || !best) return 2 * most > total ? best : std::nullopt;
    const bool stands_out = std::all_of(pairs_->begin(), pairs_->end(), [&](const auto& entry) {
      const auto& [a, b] = entry.first;
      const bool same = entry.first == *best || (a == best->second && b == best->first);
      return same || 3 * entry.second <= most;
    });
    return stands_out ? best : std::nullopt;
  }

  const Scene& scene_;
  const pack::EventKind& kind_;
  const std::vector<Draft>& all_;
  std::vector<Draft*> drafts_;
  const Pairs* pairs_ = nullptr;
  const Counts *firsts_ = nullptr, *seconds_ = nullptr;
};

} // namespace

void fill_implicit_roles(const Scene& scene, std::vector<Draft>& drafts) {
  std::vector<Filling> fillings;
  std::map<std::string, Pairs> pairs; // by group
  std::map<std::string, Filling::Counts> firsts, seconds;
  for (const auto& kind : scene.frames.kinds()) {
    auto& filling = fillings.emplace_back(scene, drafts, kind);
    filling.fill_from_sentence();
    if (!filling.has_pairs()) continue;
    filling.settle_contracts();
    filling.fill_from_description();
    filling.fill_from_same_thing();
    filling.count_pairs(pairs[kind.pair_group]);
    filling.count_sides(firsts[kind.pair_group], seconds[kind.pair_group]);
  }
  for (auto& filling : fillings)
    if (filling.has_pairs())
      filling.fill_from_document(pairs[filling.group()], firsts[filling.group()], seconds[filling.group()]);
}

} // namespace stemma::extract
