#include "extract/join_tellings.hpp"

#include "predicate/words.hpp"

#include <algorithm>
#include <map>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::one_of;
using predicate::Position;
using predicate::Predication;
using predicate::PredicationIndex;
using predicate::Relation;
using Fillers = std::vector<Filler>;

bool has_entity(const Fillers& fillers) {
  return std::any_of(fillers.begin(), fillers.end(), [](const Filler& f) { return f.entity.has_value(); });
}

bool shares(const Fillers& a, const Fillers& b) {
  return std::any_of(a.begin(), a.end(), [&](const Filler& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

class Joining {
public:
  Joining(const Scene& scene, std::vector<Draft>& drafts) : scene_(scene), drafts_(drafts) {
    for (std::size_t i = 0; i < drafts.size(); ++i) told_by_[drafts[i].predication] = i;
    for (std::size_t i = 0; i < drafts.size(); ++i) // "launched an attack": the verb speaks for its noun
      if (const auto light = at(i).light_verb)
        if (const auto p = scene.predications.find_at(*light)) told_by_.emplace(*p, i);
  }

  void run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const auto upper = governing_draft(i);
      if (!upper || *upper == i || event(*upper) != event(i) || top_of(*upper) == i) continue;
      if (!compatible(drafts_[*upper], drafts_[i])) continue;
      drafts_[i].within = upper;
      drafts_[i].outcome = tells_outcome(i);
    }
    for (std::size_t i = 0; i < drafts_.size(); ++i)
      if (const auto top = top_of(i); top != i) take_roles(drafts_[top], drafts_[i]);
  }

private:
  const Predication& at(std::size_t draft) const { return scene_.predications.items[drafts_[draft].predication]; }
  const std::string& event(std::size_t draft) const { return scene_.frames.all()[drafts_[draft].frame].event; }

  std::size_t top_of(std::size_t i) const {
    for (int depth = 0; drafts_[i].within && depth < 8; ++depth) i = *drafts_[i].within;
    return i;
  }

  // "were killed and forty WOUNDED": what else came of the same event.
  std::optional<std::size_t> joined_outcome(const Predication& p, const std::string& event) const {
    const auto& tree = scene_.tree;
    const auto* kind = scene_.frames.find_kind(event);
    if (!kind || kind->outcome.empty() || !is_undergone(p, kind->outcome)) return std::nullopt;
    const auto token = p.token;
    if (tree.dep(token) != "conj" || tree.is_root(token)) return std::nullopt;
    const auto first = scene_.predications.find_at(tree.head(token));
    if (!first || !is_undergone(scene_.predications.items[*first], kind->outcome)) return std::nullopt;
    const auto told = told_by_.find(*first);
    return told == told_by_.end() ? std::nullopt : std::optional(told->second);
  }

  // "hit a bus, KILLING nine", "KILLED when shells hit a bus": what is counted there came of it.
  bool tells_outcome(std::size_t i) const {
    const auto* kind = scene_.frames.find_kind(event(i));
    return kind && !kind->outcome.empty() && at(i).kind != Kind::noun &&
           (scene_.frames.in_class(kind->outcome, at(i).lemma) || joined_to_outcome(at(i), event(i)));
  }

  bool joined_to_outcome(const Predication& p, const std::string& event) const {
    return p.above && joined_outcome(scene_.predications.items[*p.above], event).has_value();
  }

  bool is_undergone(const Predication& p, const std::string& outcome) const {
    return p.kind != Kind::noun && (p.passive || scene_.tree.tag(p.token) == "VBN") &&
           scene_.frames.in_class(outcome, p.lemma) &&
           std::none_of(p.arguments.begin(), p.arguments.end(),
                        [](const predicate::Argument& a) { return a.position == Position::subject; });
  }

  // The draft of whatever governs this one so that both tell of the same event.
  std::optional<std::size_t> governing_draft(std::size_t i) const {
    const auto* p = &at(i);
    if (const auto first = joined_outcome(*p, event(i))) return first;
    if (p->light_verb) // "launched a strike": where the verb is an event itself, it is this one
      if (const auto verb = scene_.predications.find_at(*p->light_verb)) {
        const auto told = told_by_.find(*verb);
        if (told != told_by_.end() && told->second != i) return told->second;
        p = &scene_.predications.items[*verb];
      }
    if (const auto thwarted = stopped_on_the_way(*p)) return thwarted;
    auto mark = p->mark;
    for (int depth = 0; depth < 3 && p->above; ++depth) {
      const auto& governor = scene_.predications.items[*p->above];
      const auto told = told_by_.find(*p->above);
      if (told != told_by_.end()) {
        const bool same = tells_same(governor, *p, mark) || names(drafts_[told->second], p->token) ||
                          is_what_is_agreed(governor, i, told->second);
        return same ? std::optional(told->second) : std::nullopt;
      }
      if (const auto first = joined_outcome(governor, event(i)); first && tells_same(governor, *p, mark)) return first;
      // "killed in a series of attacks"
      const bool counts = governor.kind == Kind::noun && p->relation == Relation::argument && mark == "of" &&
                          scene_.frames.in_class("container", governor.lemma);
      // "killed a COMMANDER in an air strike", where the parse hangs the strike on whom it befell
      const bool befalls = governor.kind == Kind::noun && p->relation == Relation::argument &&
                           one_of(mark, {"in", "by", "during"}) &&
                           one_of(scene_.tree.dep(governor.token), {"dobj", "nsubjpass"});
      if (!counts && !befalls) return std::nullopt;
      if (counts) mark = governor.mark;
      p = &governor;
    }
    return std::nullopt;
  }

  // "shot down a missile FIRED at it": what was fired is told with what came of it.
  std::optional<std::size_t> stopped_on_the_way(const Predication& p) const {
    if (p.kind == Kind::noun || p.infinitive || !p.above) return std::nullopt;
    if (p.relation != Relation::adnominal && p.relation != Relation::relative) return std::nullopt;
    const auto& thing = scene_.predications.items[*p.above];
    if (thing.kind == Kind::noun && thing.above && scene_.tree.dep(thing.token) == "pobj" &&
        scene_.tree.dep(scene_.tree.head(thing.token)) == "agent") { // "killed by a bomb PLANTED there"
      const auto told = told_by_.find(*thing.above);
      return told == told_by_.end() ? std::nullopt : std::optional(told->second);
    }
    if (thing.kind != Kind::noun || !thing.above || !one_of(scene_.tree.dep(thing.token), {"dobj", "nsubjpass"}))
      return std::nullopt;
    const auto told = told_by_.find(*thing.above);
    if (told == told_by_.end() || scene_.frames.all()[drafts_[told->second].frame].status != "failed")
      return std::nullopt;
    const auto item = drafts_[told->second].roles.find("item");
    if (item == drafts_[told->second].roles.end()) return std::nullopt;
    const bool same = std::any_of(item->second.begin(), item->second.end(),
                                  [&](const Filler& f) { return f.token == thing.token || f.shown == thing.token; });
    return same ? std::optional(told->second) : std::nullopt;
  }

  // "agreed to RESTORE ties": what is agreed on is no second agreement, unless it is a pact of its own.
  bool is_what_is_agreed(const Predication& governor, std::size_t i, std::size_t upper) const {
    const auto* kind = scene_.frames.find_kind(event(i));
    const auto& p = at(i);
    if (!kind || !kind->gathers || kind->word_roles.empty() || event(i) != event(upper) || governor.negated ||
        p.negated || !p.infinitive || p.relation != Relation::clause || scene_.tree.has_child(p.token, "nsubj"))
      return false;
    const auto words = drafts_[i].roles.find(kind->word_roles.front());
    return words == drafts_[i].roles.end() ||
           std::none_of(words->second.begin(), words->second.end(), [&](const Filler& f) {
             return scene_.frames.in_class("pact", predicate::lower(scene_.tree.lemma(f.shown)));
           });
  }

  // "agreed on a DEAL": a word that fills a role of the verb's event.
  static bool names(const Draft& draft, TokenIndex token) {
    return std::any_of(draft.roles.begin(), draft.roles.end(), [&](const auto& role) {
      return std::any_of(role.second.begin(), role.second.end(),
                         [&](const Filler& f) { return !f.entity && f.token == token; });
    });
  }

  bool tells_same(const Predication& governor, const Predication& p, const std::string& mark) const {
    if (p.negated || governor.negated) return false;
    switch (p.relation) {
    case Relation::argument:
      if (governor.kind == Kind::noun) return mark == "of";
      return mark.empty() || one_of(mark, {"in", "by", "with", "during", "through"});
    case Relation::adverbial:
      if (p.infinitive && p.modal.empty() && serves(p, governor)) return true;
      if (p.infinitive || !p.modal.empty()) return false;
      return mark.empty() ? scene_.tree.tag(p.token) == "VBG" : one_of(mark, {"by", "when", "as"});
    case Relation::relative:
    case Relation::adnominal:
      if (governor.kind == Kind::noun && p.infinitive && p.modal.empty() && serves(p, governor)) return true;
      return governor.kind == Kind::noun && !p.infinitive &&
             (acts_or_is_done(p, governor.token) || befalls_in_which(p));
    default: return false;
    }
  }

  // "launched a campaign to destroy the rebels", "bombed the town to drive them out": what an attack is for is no other
  // one. Who is to do it is not said anew.
  bool serves(const Predication& p, const Predication& governor) const {
    return !p.passive && !governor.negated && governor.kind != Kind::participle &&
           !scene_.tree.has_child(p.token, "nsubj");
  }

  // "the strike that killed him", "the attack launched by …"
  static bool acts_or_is_done(const Predication& p, TokenIndex noun) {
    return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const predicate::Argument& a) {
      return a.token == noun && (a.position == Position::subject || a.position == Position::object);
    });
  }

  // "an attack IN WHICH nine were killed"
  bool befalls_in_which(const Predication& p) const {
    const auto& tree = scene_.tree;
    if (!p.passive) return false;
    return std::any_of(tree.begin_children(p.token), tree.end_children(p.token), [&](auto in) {
      const auto which = one_of(scene_.words[in], {"in", "during"}) ? tree.child(in, "pobj") : tree.size();
      return which != tree.size() && scene_.words[which] == "which";
    });
  }

  const Fillers* role(const Draft& draft, const std::string& name) const {
    const auto found = draft.roles.find(name);
    return found == draft.roles.end() || !has_entity(found->second) ? nullptr : &found->second;
  }

  // Two who act apart do not tell of one event, nor does who hits where he is hit.
  bool compatible(const Draft& a, const Draft& b) const {
    const auto* kind = scene_.frames.find_kind(scene_.frames.all()[a.frame].event);
    if (!kind) return false;
    const auto *first_a = role(a, kind->first), *first_b = role(b, kind->first);
    if (first_a && first_b && !shares(*first_a, *first_b)) return false;
    const auto *second_a = role(a, kind->second), *second_b = role(b, kind->second);
    if (first_a && second_b && shares(*first_a, *second_b)) return false;
    return !(first_b && second_a && shares(*first_b, *second_a));
  }

  // It says whom it befell, and nobody who did it.
  bool is_only_befallen(const Draft& d, const pack::EventKind& kind) const {
    const auto first = d.roles.find(kind.first), second = d.roles.find(kind.second);
    return (first == d.roles.end() || !has_entity(first->second)) && second != d.roles.end() &&
           std::any_of(second->second.begin(), second->second.end(), [&](const Filler& f) {
             return f.entity && scene_.entities[*f.entity].kind != EntityKind::place; // "in combat in the NORTH"
           });
  }

  void take_roles(Draft& into, const Draft& from) const {
    const auto& event = scene_.frames.all()[into.frame].event;
    if (from.mutual && std::none_of(into.roles.begin(), into.roles.end(),
                                    [](const auto& role) { return role.first != "place" && has_entity(role.second); }))
      into.mutual = true; // "ten were killed in CLASHES between Peru and Chile"
    const auto* kind = scene_.frames.find_kind(event);
    const bool is_across = kind && from.mutual && is_only_befallen(into, *kind) && is_only_befallen(from, *kind);
    for (const auto& [name, fillers] : from.roles) {
      // "ten of Peru's soldiers were killed in clashes WITH CHILE": whom they fought
      auto& target = into.roles[is_across && name == kind->second ? kind->first : name];
      if (!target.empty() && scene_.frames.holds_words(event, name)) continue;
      for (const auto& filler : fillers)
        if (std::find(target.begin(), target.end(), filler) == target.end()) target.push_back(filler);
    }
  }

  const Scene& scene_;
  std::vector<Draft>& drafts_;
  std::map<PredicationIndex, std::size_t> told_by_;
};

} // namespace

void share_tellings(const Scene& scene, std::vector<Draft>& drafts) { Joining(scene, drafts).run(); }

namespace {

// "The package is worth $2 billion": beside the tanks that were counted before.
void add_quantities_in_other_units(Draft& into, const Draft& from) {
  const auto known = into.quantities;
  for (const auto& more : from.quantities)
    if (std::none_of(known.begin(), known.end(),
                     [&](const DraftQuantity& q) { return q.quantity.unit == more.quantity.unit; }))
      into.quantities.push_back(more);
}

// "and forty wounded": beside the nine that were killed.
void add_other_quantities(Draft& into, const Draft& from) {
  for (const auto& more : from.quantities)
    if (std::none_of(into.quantities.begin(), into.quantities.end(), [&](const DraftQuantity& q) {
          return q.quantity.first == more.quantity.first ||
                 (q.quantity.min == more.quantity.min && q.quantity.max == more.quantity.max);
        }))
      into.quantities.push_back(more);
}

} // namespace

void fold_tellings(std::vector<Draft>& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (!drafts[i].within) continue;
    auto top = *drafts[i].within;
    for (int depth = 0; drafts[top].within && depth < 8; ++depth) top = *drafts[top].within;
    auto& into = drafts[top];
    if (!into.time) into.time = drafts[i].time;
    if (into.quantities.empty())
      into.quantities = drafts[i].quantities;
    else if (drafts[i].outcome)
      add_other_quantities(into, drafts[i]);
    if (drafts[i].again) add_quantities_in_other_units(into, drafts[i]);
    into.evidence.insert(into.evidence.end(), drafts[i].evidence.begin(), drafts[i].evidence.end());
    into.told.insert(into.told.end(), drafts[i].told.begin(), drafts[i].told.end());
  }
  std::erase_if(drafts, [](const Draft& draft) { return draft.within.has_value(); });
}

} // namespace stemma::extract
