#include "extract/merge.hpp"

#include "extract/blow_by_unknown.hpp"
#include "extract/credit.hpp"
#include "extract/join_wars.hpp"
#include "extract/other_pacts.hpp"
#include "extract/toll.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::one_of;
using Fillers = std::vector<Filler>;

bool shares(const Fillers& a, const Fillers& b) {
  return std::any_of(a.begin(), a.end(), [&](const Filler& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

const Fillers* role(const Draft& draft, const std::string& name) {
  const auto found = draft.roles.find(name);
  return found == draft.roles.end() || found->second.empty() ? nullptr : &found->second;
}

Fillers named(const Fillers& fillers) {
  Fillers out;
  std::copy_if(fillers.begin(), fillers.end(), std::back_inserter(out), [](const Filler& f) { return !f.implied; });
  return out;
}

// A town, and the country it lies in.
bool share_country(const Scene& scene, const Fillers& a, const Fillers& b) {
  return std::any_of(a.begin(), a.end(), [&](const Filler& x) {
    return x.entity && std::any_of(b.begin(), b.end(), [&](const Filler& y) {
             return y.entity && scene.state_of(*x.entity) == scene.state_of(*y.entity);
           });
  });
}

// Who is named counts before who is concluded: strikes on two towns of one country are two strikes.
bool agree(const Fillers& a, const Fillers& b) {
  const auto own_a = named(a), own_b = named(b);
  return own_a.empty() || own_b.empty() ? shares(a, b) : shares(own_a, own_b);
}

bool is_words_only(const Fillers& fillers) {
  return std::all_of(fillers.begin(), fillers.end(), [](const Filler& f) { return !f.entity; });
}

class Merging {
public:
  explicit Merging(const Scene& scene) : scene_(scene) {}

  bool same(const Draft& a, const Draft& b) const {
    if (event(a) != event(b) || is_told_apart(a, b) || is_another(b, a) || is_other_pact(scene_, a, b) ||
        is_within_a_war(a, b) || is_with_others(a, b) || are_two_voices(a, b) || are_of_band_and_state(scene_, a, b))
      return false;
    if (is_toll_of(scene_, a, b)) return true;
    const bool own_account = gives_own_account(a, b);
    if (a.status != b.status && !own_account && !takes_status(a, b)) return false;
    unsigned shared = 0;
    bool general = false;
    const bool taken_up = own_account || is_taken_up(b) || befalls_the_same(a, b) || is_of_the_things(a, b);
    const bool one_war = is_lasting(a) && is_lasting(b);
    const bool one_threat = opposes(a) && lies_ahead(a) && lies_ahead(b); // wherever it is to be
    for (const auto& [name, fillers] : a.roles) {
      const auto* other = role(b, name);
      if (!other || is_words_only(fillers) || is_words_only(*other)) continue;
      const bool one_side =
          is_party(a, name) && ((one_war && in_one_war(fillers, *other)) || (one_threat && shares(fillers, *other)));
      if (!agree(fillers, *other) && !one_side && !(!opposes(a) && stands_for(fillers, *other)) &&
          !is_same_kind(a, name, fillers, *other) && !(taken_up && share_country(scene_, fillers, *other)) &&
          !(own_account && !is_doer(a, name))) {
        if (name == "place" && (named(fillers).empty() || named(*other).empty())) continue; // where its side lies
        if (!is_general(fillers) && !is_general(*other)) return false;
        general = true; // "arms", and tanks
        continue;
      }
      ++shared;
    }
    if (shared == 0 || (general && shared < 2)) return false;
    if (is_death_apart(a, b)) return false;
    if (!taken_up && is_newly_dated(a, b)) return false;
    if (own_time(a) && own_time(b) && !is_same_time(a.time->time, b.time->time)) return false;
    const bool vague = opposes(a) && !b.time && b.quantities.empty() && !is_placed(b);
    if (is_told(a) && is_told(b) && !is_lead(a) && !vague && !taken_up && differ_in_detail(a, b) &&
        !befall_one_person(a, b))
      return false;
    if (!a.quantities.empty() && !b.quantities.empty() && !compatible(a.quantities, b.quantities)) return false;
    if (!opposes(a) && is_told(b) && are_other_sums(a.quantities, b.quantities)) return false;
    return true;
  }

  void join(Draft& into, Draft&& from) const {
    // Who began it is told by the one that says so: "Russia's attack on Ukraine", not "the war between them".
    if (into.mutual && !from.mutual) std::swap(into.roles, from.roles);
    const bool keeps_sides = into.mutual != from.mutual;
    into.mutual = into.mutual && from.mutual;
    for (auto& [name, fillers] : from.roles) {
      auto& target = into.roles[name];
      if (keeps_sides && !target.empty()) continue;
      const auto own = named(target), other = named(fillers);
      if (own.empty() && !other.empty()) target.clear(); // who is named takes the place of who was concluded
      if (!own.empty() && (other.empty() || scene_.frames.holds_words(event(into), name))) continue;
      for (auto& filler : fillers)
        if (std::find(target.begin(), target.end(), filler) == target.end() && !stands_across(into, name, filler))
          target.push_back(std::move(filler));
    }
    if (into.status != from.status && is_named_only(into) && is_named_only(from) && is_firm(into.status))
      into.status = from.status; // "the ceasefire": whether there is one is said where it is asked for, or agreed on
    if (into.in_title && !from.in_title && is_bare_title(into, from)) into.status = from.status;
    if (into.body_status.empty() && is_firm(into.status) && is_firm(from.status) && tells_status_better(from, into))
      into.body_status = from.status;
    into.in_title = into.in_title && from.in_title;
    into.own_voice = into.own_voice || from.own_voice;
    add_chains(into.chains, std::move(from.chains));
    add_chains(into.naming, std::move(from.naming));
    add_quantities(into, std::move(from.quantities));
    if (from.time && (!into.time || is_better(*from.time, *into.time))) into.time = std::move(from.time);
    into.evidence.insert(into.evidence.end(), from.evidence.begin(), from.evidence.end());
    into.told.insert(into.told.end(), from.told.begin(), from.told.end());
  }

private:
  // "gave $2m to Peru and $3m to Chad": what one word tells as two is two.
  static bool is_told_apart(const Draft& a, const Draft& b) {
    return std::find(a.told.begin(), a.told.end(), b.predication) != a.told.end();
  }

  // "Prime Minister Diaz denounced Chile … Foreign Minister Ortiz accused Chile": two who speak, if for one country.
  bool are_two_voices(const Draft& a, const Draft& b) const {
    const auto* kind = scene_.frames.find_kind(event(a));
    const auto* first = kind && kind->speaks ? role(a, kind->first) : nullptr;
    const auto* second = first ? role(b, kind->first) : nullptr;
    if (!second) return false;
    const auto has_person = [&](const Fillers& fillers) {
      return std::any_of(fillers.begin(), fillers.end(), [&](const Filler& f) {
        return f.entity && scene_.entities[*f.entity].kind == EntityKind::person;
      });
    };
    const auto only_one = without(*first, *second), only_other = without(*second, *first);
    return has_person(only_one) && has_person(only_other);
  }

  // "met Castro in Rome. He also met Ortega": of two meetings that have one in common, each has one whom the other does
  // not know, unless a state on one side may be the one whose man is on the other.
  bool is_with_others(const Draft& a, const Draft& b) const {
    const auto* kind = scene_.frames.find_kind(event(a));
    const auto* first = kind && kind->together ? role(a, kind->first) : nullptr;
    const auto* second = first ? role(b, kind->first) : nullptr;
    if (!second) return false;
    const auto one = named(*first), other = named(*second);
    const auto gathers_many = [&](const Filler& f) {
      return f.entity && std::find(kind->together_in.begin(), kind->together_in.end(),
                                   scene_.entities[*f.entity].type) != kind->together_in.end();
    };
    if (std::any_of(one.begin(), one.end(), gathers_many) || std::any_of(other.begin(), other.end(), gathers_many))
      return false;
    return !strangers(one, other).empty() && !strangers(other, one).empty();
  }

  static Fillers without(const Fillers& all, const Fillers& known) {
    Fillers out;
    std::copy_if(all.begin(), all.end(), std::back_inserter(out),
                 [&](const Filler& f) { return f.entity && std::find(known.begin(), known.end(), f) == known.end(); });
    return out;
  }

  // Those of `all` who are none of `known`, by whatever name.
  Fillers strangers(const Fillers& all, const Fillers& known) const {
    Fillers out;
    for (const auto& x : without(all, known))
      if (std::none_of(known.begin(), known.end(), [&](const Filler& y) { return y.entity && may_be_one(x, y); }))
        out.push_back(x);
    return out;
  }

  bool may_be_one(const Filler& x, const Filler& y) const {
    const auto is_state = [&](const Filler& f) { return scene_.entities[*f.entity].kind == EntityKind::country; };
    return (is_state(x) || is_state(y)) && scene_.state_of(*x.entity) == scene_.state_of(*y.entity);
  }

  // A blow with a day, a number or a place of its own, and the war in which it was struck. What has been done up to now
  // ("more than 30,000 have been killed") is of the war.
  bool is_within_a_war(const Draft& a, const Draft& b) const {
    if (!opposes(a) || is_lasting(a) == is_lasting(b)) return false;
    if (is_firm(a.status) != is_firm(b.status)) return true; // "denied the shelling", "the war broke out in April"
    const auto& blow = is_lasting(a) ? b : a;
    const auto& p = predication(blow);
    const bool so_far = p.kind != predicate::Kind::noun && p.perfect && p.tense == predicate::Tense::present;
    if (so_far || (blow.time && blow.time->running)) return false;
    return own_time(blow) || !blow.quantities.empty() || (is_told(blow) && is_placed(blow));
  }

  // "THE STRIKES hit homes in the south", "houses were damaged IN THE SHELLING": an event of its type told before.
  bool is_taken_up(const Draft& d) const {
    const auto& p = predication(d);
    if (p.kind == predicate::Kind::noun || !opposes(d)) return false;
    const auto& tree = scene_.tree;
    return std::any_of(tree.begin_children(p.token), tree.end_children(p.token), [&](auto child) {
      if (tree.dep(child) == "nsubj") return is_known_event(d, child);
      const bool beside = predicate::one_of(tree.dep(child), {"prep", "agent"}) &&
                          predicate::one_of(scene_.words[child], {"in", "by", "during"});
      const auto noun = beside ? tree.child(child, "pobj") : tree.size();
      return noun != tree.size() && is_known_event(d, noun);
    });
  }

  bool is_known_event(const Draft& d, predicate::TokenIndex noun) const {
    if (!scene_.points_back(noun)) return false;
    const auto frames = scene_.frames.triggered_by(pack::WordKind::noun, predicate::lower(scene_.tree.lemma(noun)));
    return std::any_of(frames.begin(), frames.end(), [&](auto f) {
      return scene_.frames.all()[f].event == event(d) && !scene_.frames.all()[f].lasting;
    });
  }

  // "Jets hit a camp on Sunday, medics said. THE ARMY SAID IT HAD TARGETED a commander": whom those who struck say they
  // meant, next to what others told, and no other place, day or number.
  bool gives_own_account(const Draft& a, const Draft& b) const {
    const auto& p = predication(b);
    const auto* kind = scene_.frames.find_kind(event(b));
    if (!opposes(b) || p.kind == predicate::Kind::noun || p.relation != predicate::Relation::clause || b.time ||
        !b.quantities.empty() || !is_firm(a.status) || !is_firm(b.status) || is_lasting(a) || is_lasting(b))
      return false;
    const auto apart = p.sentence - predication(a).sentence;
    if (apart == 0 || apart > next || !(p.perfect || p.progressive) || is_placed(b)) return false;
    return is_told_by_side(b, kind->first) && !is_told_by_side(a, kind->first) && names_no_state(b, kind->second);
  }

  // "Peru has received 20 tanks from Chile. THE TANKS arrived in May": names nobody but the things told of before.
  bool is_of_the_things(const Draft& a, const Draft& b) const {
    const auto& p = predication(b);
    if (p.kind == predicate::Kind::noun || opposes(b) || !b.quantities.empty() || p.above || !is_firm(a.status) ||
        own_time(a) || p.sentence - predication(a).sentence > next)
      return false;
    const auto thing = scene_.tree.child(p.token, p.passive ? "nsubjpass" : "nsubj");
    if (thing == scene_.tree.size() || !scene_.points_back(thing)) return false;
    if (scene_.tree.has_child(thing, "amod")) return false; // "the first tanks"
    for (const auto& [name, fillers] : b.roles)
      for (const auto& f : fillers)
        if (f.entity && !f.implied && f.token != thing && f.shown != thing) return false;
    return true;
  }

  bool is_doer(const Draft& d, const std::string& name) const {
    const auto* kind = scene_.frames.find_kind(event(d));
    return kind && kind->first == name;
  }

  bool is_told_by_side(const Draft& d, const std::string& side) const {
    const auto* doers = role(d, side);
    return doers && std::any_of(d.chains.begin(), d.chains.end(), [&](const auto& chain) {
             const auto speaker = chain.front().entity;
             return std::any_of(doers->begin(), doers->end(), [&](const Filler& f) {
               return f.entity && (*f.entity == speaker || scene_.country_of(*f.entity) == speaker ||
                                   scene_.country_of(speaker) == f.entity);
             });
           });
  }

  bool names_no_state(const Draft& d, const std::string& side) const {
    const auto* befallen = role(d, side);
    return !befallen || std::none_of(befallen->begin(), befallen->end(), [&](const Filler& f) {
      return f.entity && !f.implied && scene_.entities[*f.entity].kind == EntityKind::country;
    });
  }

  // "Missiles hit a school in Kharkiv. … Two bombs struck THE BUILDING": names nobody, and no other place or day.
  bool befalls_the_same(const Draft& a, const Draft& b) const {
    const auto& p = predication(b);
    if (p.kind == predicate::Kind::noun || !opposes(b) || own_time(b) || is_lasting(a)) return false;
    if (p.sentence - predication(a).sentence > next) return false;
    for (const auto& [name, fillers] : b.roles)
      if (std::any_of(fillers.begin(), fillers.end(), [](const Filler& f) { return f.entity && !f.implied; }))
        return false;
    const auto thing = scene_.tree.child(p.token, p.passive ? "nsubjpass" : "dobj");
    return thing != scene_.tree.size() && scene_.points_back(thing);
  }

  // "short-range missiles", and "the missiles" that were launched.
  bool is_same_kind(const Draft& d, const std::string& name, const Fillers& a, const Fillers& b) const {
    const auto* kind = scene_.frames.find_kind(event(d));
    if (!kind || !kind->pair_group.empty() || is_party(d, name)) return false;
    return std::any_of(b.begin(), b.end(), [&](const Filler& y) {
      return is_thing(y) && std::any_of(a.begin(), a.end(), [&](const Filler& x) {
               return is_thing(x) && ends_in(scene_.entities[*x.entity].label, scene_.entities[*y.entity].label);
             });
    });
  }

  bool is_thing(const Filler& f) const { return f.entity && scene_.entities[*f.entity].kind == EntityKind::munition; }

  // "Modi invited Putin to visit INDIA": somebody who acts for his country, and the country.
  bool stands_for(const Fillers& a, const Fillers& b) const {
    const auto are_persons = [&](const Fillers& own) {
      return !own.empty() && std::all_of(own.begin(), own.end(), [&](const Filler& f) {
        return f.entity && scene_.entities[*f.entity].kind == EntityKind::person;
      });
    };
    const auto own_a = named(a), own_b = named(b);
    return (are_persons(own_a) && shares(a, own_b)) || (are_persons(own_b) && shares(b, own_a));
  }

  static bool ends_in(const std::string& whole, const std::string& end) {
    return whole.size() > end.size() && whole.compare(whole.size() - end.size(), end.size(), end) == 0 &&
           whole[whole.size() - end.size() - 1] == ' ';
  }

  bool is_lasting(const Draft& d) const { return scene_.frames.all()[d.frame].lasting; }

  bool opposes(const Draft& d) const {
    const auto* kind = scene_.frames.find_kind(event(d));
    return kind && kind->opposes;
  }

  bool is_party(const Draft& d, const std::string& name) const {
    const auto* kind = scene_.frames.find_kind(event(d));
    return kind && (name == kind->first || name == kind->second);
  }

  // "The war in Gaza", "the war on Hamas": the same side of it.
  bool in_one_war(const Fillers& a, const Fillers& b) const { return shares(a, b) || is_one_side(scene_, a, b); }

  // Titles stand in the present whatever they tell; "has been striking" says more than a noun alone.
  bool tells_status_better(const Draft& a, const Draft& b) const {
    if (b.in_title && !a.in_title && a.status == "occurred") return true;
    if (a.status != "ongoing" || b.time) return false;
    // "shipments are under way": said of the event, and not by what its word means anyhow
    const bool is_said = !is_told(a) && scene_.frames.all()[a.frame].status.empty();
    return is_said ? b.quantities.empty() : predication(a).progressive && !is_told(b);
  }

  // What gives an event a day of its own tells of another one than what was told before without any. Titles are short.
  static bool is_newly_dated(const Draft& known, const Draft& d) {
    return !known.time && d.time && d.time->rank == 0 && !known.in_title && !is_counted_alike(known, d);
  }

  static bool is_counted_alike(const Draft& a, const Draft& b) {
    return std::any_of(a.quantities.begin(), a.quantities.end(), [&](const DraftQuantity& x) {
      return std::any_of(b.quantities.begin(), b.quantities.end(), [&](const DraftQuantity& y) {
        return x.quantity.min == y.quantity.min && x.quantity.max == y.quantity.max &&
               x.quantity.unit == y.quantity.unit;
      });
    });
  }

  // "They ALSO agreed to open the border"
  bool is_told_besides(const Draft& d) const {
    const auto* kind = scene_.frames.find_kind(event(d));
    const auto& p = predication(d);
    return kind && kind->gathers && is_told(d) &&
           std::any_of(p.adverbs.begin(), p.adverbs.end(), [](const std::string& adverb) {
             return predicate::one_of(adverb, {"also", "separately", "additionally", "furthermore"});
           });
  }

  // "another launch", "a second strike": not the one told before, unless that is the one it belongs to. Nor is "a new
  // memorandum", but what the title and the lead call new.
  bool is_another(const Draft& d, const Draft& known) const {
    const auto& p = scene_.predications.items[d.predication];
    if (is_told_besides(d) && !known.in_title) return true;
    if (p.kind != predicate::Kind::noun || p.above == known.predication) return false;
    bool open = false, ordinal = false, fresh = false;
    for (const auto child : scene_.tree.children(p.token)) {
      const auto& word = scene_.words[child];
      if (word == "another") return true;
      open = open || word == "a" || word == "an";
      ordinal = ordinal || predicate::one_of(word, {"second", "third", "fourth", "fifth", "separate"});
      fresh = fresh || word == "new";
    }
    return open && (ordinal || (fresh && !is_lead(known)));
  }

  // "a million" in the lead, "more than a million" further down: the number is the bound's.
  static bool is_rounded(const Quantity& whole, const Quantity& bounded) {
    return whole.unit == bounded.unit && whole.min && whole.min == whole.max &&
           bounded.min.has_value() != bounded.max.has_value() && (bounded.min ? bounded.min : bounded.max) == whole.min;
  }

  // Closer to the event; of two equally close ones the finer, which lies inside of the other.
  static bool is_better(const DraftTime& a, const DraftTime& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    const auto &inner = a.time, &outer = b.time;
    return !inner.start.empty() && !inner.end.empty() && inner.start >= outer.start &&
           (outer.end.empty() || inner.end <= outer.end) && a.running == b.running;
  }

  static void add_quantities(Draft& into, std::vector<DraftQuantity>&& more) {
    for (auto& quantity : more) {
      const bool known = std::any_of(into.quantities.begin(), into.quantities.end(), [&](const DraftQuantity& other) {
        const auto& a = quantity.quantity;
        const auto& b = other.quantity;
        return (a.min == b.min && a.max == b.max && a.unit == b.unit) || is_rounded(a, b);
      });
      std::erase_if(into.quantities,
                    [&](const DraftQuantity& other) { return is_rounded(other.quantity, quantity.quantity); });
      if (!known) into.quantities.push_back(std::move(quantity));
    }
  }

  // Nobody gives to himself.
  bool stands_across(const Draft& d, const std::string& name, const Filler& filler) const {
    const auto* kind = scene_.frames.find_kind(event(d));
    if (!kind || d.mutual || kind->opposes || kind->second.empty() || (name != kind->first && name != kind->second))
      return false;
    const auto* across = role(d, name == kind->first ? kind->second : kind->first);
    return across && std::find(across->begin(), across->end(), filler) != across->end();
  }

  // A truce that is spoken of, not told.
  bool is_named_only(const Draft& d) const {
    return !scene_.frames.all()[d.frame].ends.empty() &&
           scene_.predications.items[d.predication].kind == predicate::Kind::noun && d.status != "denied" &&
           d.status != "cancelled";
  }

  const predicate::Predication& predication(const Draft& d) const { return scene_.predications.items[d.predication]; }

  // Things of which only the class is said: "weapons".
  bool is_general(const Fillers& fillers) const {
    return std::all_of(fillers.begin(), fillers.end(), [&](const Filler& f) {
      return f.entity && scene_.entities[*f.entity].kind == EntityKind::munition &&
             scene_.frames.in_class("general-category", scene_.entities[*f.entity].category);
    });
  }

  // By a verb, not only named by a noun.
  bool is_told(const Draft& d) const {
    return predication(d).kind != predicate::Kind::noun || predication(d).light_verb.has_value();
  }

  // What the title and the lead tell is told again below.
  bool is_lead(const Draft& d) const { return d.in_title || predication(d).sentence <= lead; }

  // Of two verbs that tell the like, one says where or when and the other does not, or they stand far apart.
  bool differ_in_detail(const Draft& a, const Draft& b) const {
    return own_time(a) != own_time(b) || is_placed(a) != is_placed(b) ||
           predication(b).sentence - predication(a).sentence > reach;
  }

  bool is_placed(const Draft& d) const {
    return std::any_of(d.roles.begin(), d.roles.end(), [&](const auto& entry) {
      return std::any_of(entry.second.begin(), entry.second.end(), [&](const Filler& f) {
        return f.entity && !f.implied && scene_.entities[*f.entity].kind == EntityKind::place;
      });
    });
  }

  // "in response to the killing of X … Three people died in the strikes": another blow than the one that is only named.
  bool is_death_apart(const Draft& a, const Draft& b) const {
    const auto* kind = scene_.frames.find_kind(event(a));
    if (!kind || kind->outcome.empty() || is_told(a) || b.quantities.empty()) return false;
    const auto names_person = [&](const Draft& d) {
      const auto* side = role(d, kind->second);
      return side && std::any_of(side->begin(), side->end(), [&](const Filler& f) {
               return f.entity && !f.implied && scene_.entities[*f.entity].kind == EntityKind::person;
             });
    };
    return names_person(a) && !names_person(b);
  }

  // Nobody is killed twice.
  bool befall_one_person(const Draft& a, const Draft& b) const {
    const auto* kind = scene_.frames.find_kind(event(a));
    if (!kind || kind->outcome.empty()) return false;
    const auto *x = role(a, kind->second), *y = role(b, kind->second);
    return x && y && std::any_of(x->begin(), x->end(), [&](const Filler& f) {
             return f.entity && !f.implied && scene_.entities[*f.entity].kind == EntityKind::person &&
                    std::find(y->begin(), y->end(), f) != y->end();
           });
  }

  // Whether the later one says nothing of the status that the other has: "the strike"; a noun without any detail,
  // where the event is known to be; what the title tells short.
  bool takes_status(const Draft& a, const Draft& b) const {
    if (is_reference(b) || (is_named_only(a) && is_named_only(b)) || befall_one_person(a, b)) return true;
    if (a.in_title && ((!b.time && is_firm(b.status)) || is_bare_title(a, b))) return true;
    if (is_one_threat(a, b)) return true;
    return is_firm(a.status) && (is_firm(b.status) || (b.status == "possible" && !is_one_of_many(b))) && !is_told(b) &&
           !b.time && b.quantities.empty();
  }

  // "AN attack could come": not the one that was told before.
  bool is_one_of_many(const Draft& d) const {
    const auto det = scene_.tree.child(predication(d).token, "det");
    return det != scene_.tree.size() && predicate::one_of(scene_.words[det], {"a", "an", "any"});
  }

  // "Statement on the Transfer of Tanks to Peru": a title that only names what is to come.
  bool is_bare_title(const Draft& a, const Draft& b) const {
    return !opposes(a) && !is_told(a) && a.status == "occurred" && one_of(b.status, {"planned", "wanted"});
  }

  // "could attack the port", "plans to attack it": whether what is feared is planned is told now so, now so.
  bool is_one_threat(const Draft& a, const Draft& b) const {
    return opposes(a) && lies_ahead(a) && lies_ahead(b) && !own_time(b) &&
           (a.status == "possible" || b.status == "possible");
  }

  static constexpr std::uint32_t lead = 3;  // sentences, the title's among them
  static constexpr std::uint32_t reach = 8; // sentences
  static constexpr std::uint32_t next = 2;  // sentences

  // "the strike", "the deal": speaks of an event told before, and says nothing of its status.
  bool is_reference(const Draft& d) const {
    const auto& p = scene_.predications.items[d.predication];
    return p.kind == predicate::Kind::noun && d.status == "occurred" && scene_.points_back(p.token);
  }

  const std::string& event(const Draft& d) const { return scene_.frames.all()[d.frame].event; }

  static bool own_time(const Draft& d) { return d.time && d.time->rank != said_again; }

  static bool is_same_time(const EventTime& a, const EventTime& b) { return a.start == b.start && a.end == b.end; }

  static bool compatible(const std::vector<DraftQuantity>& a, const std::vector<DraftQuantity>& b) {
    for (const auto& x : a)
      for (const auto& y : b) {
        if (x.quantity.unit != y.quantity.unit || x.counted != y.counted) continue; // killed and wounded
        const auto& p = x.quantity;
        const auto& q = y.quantity;
        if (p.max && q.min && *p.max < *q.min) return false;
        if (q.max && p.min && *q.max < *p.min) return false;
      }
    return true;
  }

  static bool overlap(const Quantity& a, const Quantity& b) {
    return !(a.max && b.min && *a.max < *b.min) && !(b.max && a.min && *b.max < *a.min);
  }

  // "A package of $275 million", "has given $51 billion since May": two sums of one currency, whatever they are of.
  static bool are_other_sums(const std::vector<DraftQuantity>& a, const std::vector<DraftQuantity>& b) {
    bool both = false;
    for (const auto& x : a)
      for (const auto& y : b) {
        if (x.quantity.unit.empty() || x.quantity.unit != y.quantity.unit) continue;
        if (overlap(x.quantity, y.quantity)) return false;
        both = true;
      }
    return both;
  }

  const Scene& scene_;
};

} // namespace

std::vector<Draft> merge_mentions(const Scene& scene, std::vector<Draft> drafts) {
  const Merging merging(scene);
  std::vector<Draft> out;
  for (auto& draft : drafts) {
    // The nearest one told before.
    const auto found =
        std::find_if(out.rbegin(), out.rend(), [&](const Draft& known) { return merging.same(known, draft); });
    if (found == out.rend())
      out.push_back(std::move(draft));
    else
      merging.join(*found, std::move(draft));
  }
  for (auto& draft : out)
    if (!draft.body_status.empty() && is_firm(draft.status)) draft.status = draft.body_status;
  return out;
}

} // namespace stemma::extract
