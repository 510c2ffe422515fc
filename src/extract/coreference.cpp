#include "extract/coreference.hpp"

#include "extract/barred_antecedents.hpp"
#include "extract/fillers.hpp"
#include "extract/office_holders.hpp"
#include "extract/owner_before.hpp"
#include "extract/seat_of_speaker.hpp"
#include "extract/wanted_munition.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::one_of;

enum class Number { one, many, either };
enum class Wanted { he, it, they, country, body, place };

// A phrase that a later pronoun or description may take up. Those without an entity count too: where one of them is
// the best reading, the pronoun stands for nobody named and is left open.
struct Antecedent {
  TokenIndex token = 0;
  std::optional<EntityIndex> entity, second; // `second`: "Iran and Syria"
  Number number = Number::one;
  bool person = false; // one or several people, or what acts as people do
  bool subject = false;
  bool object = false;
};

class Resolution {
public:
  explicit Resolution(Scene& scene) : scene_(scene), holders_(scene) {}

  void run() {
    for (TokenIndex t = 0; t < scene_.tree.size(); ++t) {
      if (!scene_.mention(t)) resolve(t);
      note(t);
    }
  }

private:
  void resolve(TokenIndex t) {
    const auto& word = scene_.words[t];
    for (const auto find : {find_owner_before, find_owner_behind, find_owner_described})
      if (const auto owner = find(scene_, t)) return void(scene_.referent[t] = owner);
    if (one_of(word, {"it", "they", "them", "both", "these", "those"}) && receives_munition(scene_, t) &&
        take_thing_meant(t))
      return;
    if (one_of(word, {"itself", "themselves", "himself", "herself"}) && dep(t) == "dobj" && take_subject(t)) return;
    if (one_of(word, {"he", "she", "him", "his", "her", "himself", "herself"}))
      take(t, Wanted::he);
    else if (one_of(word, {"it", "its", "itself"})) {
      if (!is_empty_subject(scene_, t)) take(t, Wanted::it);
    } else if (one_of(word, {"they", "them", "their", "themselves"}))
      take(t, Wanted::they);
    else if (word == "both" && one_of(dep(t), {"nsubj", "nsubjpass", "dobj", "pobj"}))
      take_both(t, false);
    else if (one_of(word, {"there", "here"}) && dep(t) == "advmod")
      take_spot(t);
    else if (counts_unnamed(t) || (is_general_word(t) && receives_munition(scene_, t)))
      take_things(t);
    else if (scene_.tree.pos(t) == "NOUN" || scene_.tree.pos(t) == "NUM")
      take_description(t);
  }

  // "has the right to defend ITSELF": whoever does it.
  bool take_subject(TokenIndex t) {
    const auto verb = scene_.predications.find_at(scene_.tree.head(t));
    if (!verb) return false;
    for (const auto& a : scene_.predications.items[*verb].arguments) {
      if (a.position != predicate::Position::subject || a.token >= t) continue;
      const auto* mention = scene_.mention(a.token);
      scene_.referent[t] = mention ? std::optional(mention->entity) : scene_.referent[a.token];
      if (scene_.referent[t]) return true;
    }
    return false;
  }

  // "handed over the first dozen", "has provided some", "two more arrived": of things that were named before.
  bool counts_unnamed(TokenIndex t) const {
    if (!one_of(dep(t), {"dobj", "nsubjpass", "pobj", "nsubj"}) || speak_together(t)) return false;
    if (dep(t) == "dobj" && (scene_.tree.has_child(scene_.tree.head(t), "xcomp") || // "urged OTHERS to follow"
                             scene_.tree.lemma(scene_.tree.head(t)) == "ask"))      // "did ask SOME"
      return false;
    const auto& token = scene_.tree.token(t);
    if (one_of(token.ent_type, {"MONEY", "DATE", "TIME", "PERCENT", "QUANTITY"})) return false;
    const bool only_counted = is_bare(t, {"nummod", "advmod"});
    if (one_of(scene_.words[t], {"some", "several", "many", "more", "others", "another", "few", "half", "most"}))
      return only_counted;
    if (one_of(scene_.words[t], {"first", "second", "third", "fourth", "fifth", "sixth", "last", "latest", "rest",
                                 "remainder", "remaining", "other"}))
      return is_bare(t) && may_be_munition(scene_, t);
    if (token.ent_type == "ORDINAL") return false;
    if (token.pos == "NUM" || one_of(predicate::lower(token.lemma), {"dozen", "hundred", "thousand"}))
      return is_bare(t) || (is_told_apart(t) && may_be_munition(scene_, t));
    return has_class(t, "container") && is_nth(t) && receives_munition(scene_, t);
  }

  // "the first four", "a further 20", "two more": only which of them, or that they are more.
  bool is_told_apart(TokenIndex t) const {
    for (const auto child : scene_.tree.children(t)) {
      const auto& word = scene_.words[child];
      if (dep(child) == "relcl" || dep(child) == "acl" || (dep(child) == "prep" && word == "of" && !leads_back(child)))
        return false;
      if (child < t ? one_of(dep(child), {"compound", "poss", "nmod"}) : dep(child) == "pobj") return false;
      if (dep(child) == "amod" &&
          !one_of(word, {"first", "second", "third", "last", "next", "latest", "final", "further", "remaining",
                         "initial", "other", "new", "additional", "more", "extra", "same", "several"}))
        return false;
    }
    return true;
  }

  // "the first pair", "another batch", with nothing that says of what
  bool is_nth(TokenIndex t) const {
    bool nth = false;
    for (const auto child : scene_.tree.children(t)) {
      if (dep(child) == "prep" && scene_.words[child] == "of") return false;
      if (child > t || dep(child) == "det") {
        nth = nth || scene_.words[child] == "another";
        continue;
      }
      if (!one_of(scene_.words[child], {"first", "second", "third", "fourth", "fifth", "last", "next", "latest",
                                        "final", "further", "remaining", "initial", "other", "new", "two", "three"}))
        return false;
      nth = true;
    }
    return nth;
  }

  // "the batteries", "the equipment": what general words after the make of a weapon mean alone.
  bool is_general_word(TokenIndex t) const {
    return scene_.tree.pos(t) == "NOUN" && is_definite(t) && is_bare(t) && has_class(t, "hardware");
  }

  // The weapon that was named last; "it" may as well be a thing that is none and was named since.
  bool take_thing_meant(TokenIndex t) {
    const bool one = scene_.words[t] == "it";
    for (auto c = seen_.rbegin(); c != seen_.rend() && distance(t, c->token) < 3; ++c) {
      if (c->person || c->number == (one ? Number::many : Number::one)) continue;
      if (!c->entity && one) return false;
      if (!c->entity || entity(*c->entity).kind != EntityKind::munition) continue;
      scene_.referent[t] = c->entity;
      return true;
    }
    return false;
  }

  bool take_things(TokenIndex t) {
    for (auto c = seen_.rbegin(); c != seen_.rend() && distance(t, c->token) < 3; ++c) {
      const bool thing = c->entity && entity(*c->entity).kind == EntityKind::munition;
      if (!thing || is_barred_antecedent(scene_, c->token, t)) continue; // "the planes brought the systems"
      scene_.referent[t] = c->entity;
      return true;
    }
    return false;
  }

  std::string_view dep(TokenIndex t) const { return scene_.tree.dep(t); }
  const Entity& entity(EntityIndex e) const { return scene_.entities[e]; }
  bool has_class(TokenIndex t, std::string_view name) const {
    return scene_.frames.in_class(name, predicate::lower(scene_.tree.lemma(t)));
  }

  // "the country", "his country", "the group", "the minister", "the Russian leader", "the two sides"
  void take_description(TokenIndex t) {
    const bool country = has_class(t, "country-word");
    if (counts_two(t)) return take_both(t, country);
    if (scene_.tree.pos(t) != "NOUN" || dep(t) == "compound") return;
    const auto owner = scene_.tree.child(t, "poss");
    if (country && owner != scene_.tree.size() && scene_.tree.pos(owner) == "PRON") return take_home(t, owner);
    if (!is_definite(t)) {
      if (owner != scene_.tree.size() && scene_.tree.pos(owner) != "PRON")
        scene_.referent[t] = holders_.find_of_state(t);
      return;
    }
    if (is_nameless_band(scene_, t)) return;
    if (country && scene_.tree.tag(t) == "NNS" && is_bare(t)) return take_both(t, true);
    if (speak_for_both(t)) return take_those_who_met(t);
    if (country && scene_.tree.tag(t) == "NN" && (is_bare(t) || is_praised(t)))
      take(t, Wanted::country);
    else if (has_class(t, "describes-place") && is_bare(t))
      take(t, Wanted::place);
    else if (const auto thing = thing_described(t))
      scene_.referent[t] = thing;
    else if (const auto holder = holders_.find(t))
      scene_.referent[t] = holder;
    else if (is_bare(t))
      take(t, Wanted::body);
  }

  // "flew THERE": the place or country where, or to which, the words before had come last.
  void take_spot(TokenIndex t) {
    for (auto c = seen_.rbegin(); c != seen_.rend() && distance(t, c->token) < 2; ++c) {
      if (!c->entity) continue;
      const auto kind = entity(*c->entity).kind;
      if (kind != EntityKind::place && kind != EntityKind::country) continue;
      const bool reached = dep(c->token) == "pobj" && one_of(scene_.words[scene_.tree.head(c->token)],
                                                             {"in", "to", "at", "on", "near", "into", "around", "for"});
      if (!reached) continue;
      scene_.referent[t] = c->entity;
      return;
    }
  }

  // "the ship", "the second battery", "14 of the aircraft": the thing of that class that was named last.
  std::optional<EntityIndex> thing_described(TokenIndex t) const {
    for (const auto child : scene_.tree.children(t)) {
      const auto relation = dep(child);
      const bool tells_apart = relation == "poss" || relation == "compound" || relation == "nmod" ||
                               (relation == "amod" && !is_ordinal(child)) || relation == "relcl";
      if (tells_apart) return std::nullopt;
    }
    for (auto c = seen_.rbegin(); c != seen_.rend() && distance(t, c->token) < 5; ++c)
      if (c->entity && entity(*c->entity).kind == EntityKind::munition &&
          has_class(t, "describes-" + entity(*c->entity).category))
        return c->entity;
    return std::nullopt;
  }

  bool is_ordinal(TokenIndex t) const {
    return scene_.tree.token(t).ent_type == "ORDINAL" ||
           one_of(scene_.words[t], {"first", "second", "third", "last", "next", "remaining", "new", "same"});
  }

  // "his country": the one the person belongs to. "Their country": whoever they are, if that is one.
  void take_home(TokenIndex t, TokenIndex owner) {
    const auto who = scene_.referent[owner];
    if (who && entity(*who).kind == EntityKind::country)
      scene_.referent[t] = who;
    else if (who && entity(*who).kind == EntityKind::person)
      scene_.referent[t] = scene_.country_of(*who);
    else if (scene_.words[owner] != "our" && scene_.words[owner] != "my")
      take(t, Wanted::country);
  }

  bool is_definite(TokenIndex t) const {
    const auto det = scene_.tree.child(t, "det");
    return det != scene_.tree.size() && one_of(scene_.words[det], {"the", "that", "this"});
  }

  // Nothing tells it from others, but for what stands in one of the relations `but`.
  bool is_bare(TokenIndex t, std::initializer_list<std::string_view> but = {}) const {
    for (const auto child : scene_.tree.children(t))
      if (one_of(dep(child), but))
        continue;
      else if (child < t ? one_of(dep(child), {"amod", "compound", "poss", "nummod", "nmod"})
                         : dep(child) == "relcl" || (dep(child) == "prep" && scene_.words[child] == "of" &&
                                                     !is_charge(child) && !leads_back(child)))
        return false;
    return true;
  }

  // "twelve OF which", "two OF them"
  bool leads_back(TokenIndex of) const {
    const auto object = scene_.tree.child(of, "pobj");
    return object != scene_.tree.size() && one_of(scene_.words[object], {"which", "them", "these", "those"});
  }

  // "accused the group OF hiding …", where the parse hangs the charge on the accused.
  bool is_charge(TokenIndex of) const { return scene_.tree.has_child(of, "pcomp"); }

  // "the small, rich nation": words that tell it from no other.
  bool is_praised(TokenIndex t) const {
    for (const auto child : scene_.tree.children(t)) {
      if (child > t) continue;
      const auto relation = dep(child);
      if (relation == "det" || relation == "punct") continue;
      const bool tells_apart = scene_.mention(child) || scene_.tree.tag(child) != "JJ" ||
                               one_of(scene_.words[child], {"other", "same", "third", "second", "first", "foreign",
                                                            "host", "neighbouring", "neighboring", "western"});
      if (relation != "amod" || tells_apart) return false;
    }
    return true;
  }

  bool counts_two(TokenIndex t) const {
    if (scene_.words[t] == "two" && scene_.tree.pos(t) == "NUM")
      return dep(t) != "nummod" && dep(t) != "compound" && is_definite(t) && is_bare(t);
    if (scene_.tree.tag(t) != "NNS") return false;
    for (const auto child : scene_.tree.children(t))
      if (one_of(scene_.words[child], {"two", "both"}) && child < t) return true;
    return false;
  }

  // "THE TWO spoke for hours": people, where two of them were named.
  bool speak_together(TokenIndex t) const {
    if (!one_of(scene_.words[t], {"two", "both"}) || dep(t) != "nsubj") return false;
    const auto frames =
        scene_.frames.triggered_by(pack::WordKind::verb, predicate::lower(scene_.tree.lemma(scene_.tree.head(t))));
    const bool meet = std::any_of(frames.begin(), frames.end(), [&](auto index) {
      const auto* kind = scene_.frames.find_kind(scene_.frames.all()[index].event);
      return kind && kind->together;
    });
    if (!meet) return false;
    std::optional<EntityIndex> first;
    for (auto c = seen_.rbegin(); c != seen_.rend() && distance(t, c->token) < 3; ++c) {
      if (!c->entity || entity(*c->entity).kind != EntityKind::person) continue;
      if (first && *first != *c->entity) return true;
      first = c->entity;
    }
    return false;
  }

  bool is_kind_of_two(EntityIndex e, bool person, bool country) const {
    const auto kind = entity(e).kind;
    if (person) return kind == EntityKind::person;
    return kind == EntityKind::country || (!country && kind == EntityKind::org);
  }

  // "the two countries", "the two leaders", "both sides": two that acted together, else that were joined, else the last
  // two of one kind.
  void take_both(TokenIndex t, bool country) {
    const bool person = has_class(t, "leader-word") || speak_together(t);
    if (person && means_unnamed_two(scene_, t)) return;
    if (!country && !person && !has_class(t, "side-word") && scene_.words[t] != "two" && scene_.words[t] != "both")
      return;
    for (auto c = seen_.rbegin(); scene_.words[t] != "both" && c != seen_.rend() && distance(t, c->token) < 4; ++c)
      if (c->second && c->subject && is_kind_of_two(*c->entity, person, country) &&
          is_kind_of_two(*c->second, person, country))
        return both(t, *c->entity, *c->second);
    const auto urger = who_urges(t);
    std::optional<EntityIndex> last;
    for (auto c = seen_.rbegin(); c != seen_.rend() && distance(t, c->token) < 4; ++c) {
      if (!c->entity || !is_kind_of_two(*c->entity, person, country) || c->entity == urger) continue;
      if (c->second && is_kind_of_two(*c->second, person, country)) return both(t, *c->entity, *c->second);
      if (!last)
        last = c->entity;
      else if (*last != *c->entity)
        return both(t, *c->entity, *last);
    }
    if (!person) take_main_two(t, urger);
  }

  // "WASHINGTON urged both sides to talk": who bids the two is none of them.
  std::optional<EntityIndex> who_urges(TokenIndex two) const {
    const auto& tree = scene_.tree;
    if (!one_of(dep(two), {"dobj", "dative", "nsubj"}) || tree.is_root(two)) return std::nullopt;
    auto verb = tree.head(two);
    if (dep(two) == "nsubj") { // "urged both sides TO RETURN", which the parse takes for one clause
      if (dep(verb) != "ccomp" || tree.is_root(verb) || tree.child(verb, "aux") == tree.size()) return std::nullopt;
      if (tree.pos(tree.child(verb, "aux")) != "PART") return std::nullopt;
      verb = tree.head(verb);
    }
    const auto subject = tree.child(verb, "nsubj");
    const auto* mention = subject == tree.size() || subject > two ? nullptr : scene_.mention(subject);
    return mention ? std::optional(mention->entity) : std::nullopt;
  }

  // "THE LEADERS agreed", "THE PRESIDENTS signed it": not counted, but no others are spoken of.
  bool speak_for_both(TokenIndex t) const {
    return scene_.tree.tag(t) == "NNS" && one_of(dep(t), {"nsubj", "nsubjpass"}) && is_bare(t) &&
           has_class(t, "leader-word") && has_class(t, "paired-party");
  }

  // The only two people named of late; without people, the states that have just done something together.
  void take_those_who_met(TokenIndex t) {
    std::vector<EntityIndex> people;
    const Antecedent* states = nullptr;
    for (auto c = seen_.rbegin(); c != seen_.rend() && distance(t, c->token) < 12; ++c) {
      if (!c->entity) continue;
      const bool country = entity(*c->entity).kind == EntityKind::country;
      if (country && c->second && c->subject && !states && distance(t, c->token) < 3) states = &*c;
      for (const auto& e : {c->entity, c->second})
        if (e && entity(*e).kind == EntityKind::person && std::find(people.begin(), people.end(), *e) == people.end())
          people.push_back(*e);
    }
    if (people.size() == 2)
      both(t, people[1], people[0]);
    else if (people.empty() && states)
      both(t, *states->entity, *states->second);
  }

  void both(TokenIndex t, EntityIndex first, EntityIndex second) { scene_.both[t] = {first, second}; }

  // The two countries that the document speaks of, where it speaks of no third nearly as often.
  void take_main_two(TokenIndex t, std::optional<EntityIndex> urger) {
    std::vector<std::pair<std::size_t, EntityIndex>> countries;
    for (EntityIndex e = 0; e < scene_.entities.size(); ++e)
      if (entity(e).kind == EntityKind::country && e != urger) countries.emplace_back(entity(e).mentions.size(), e);
    std::sort(countries.begin(), countries.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    if (countries.size() < 2 || (countries.size() > 2 && 2 * countries[2].first >= countries[1].first)) return;
    both(t, std::min(countries[0].second, countries[1].second), std::max(countries[0].second, countries[1].second));
  }

  std::uint32_t distance(TokenIndex later, TokenIndex earlier) const {
    return scene_.tree.sentence(later) - scene_.tree.sentence(earlier);
  }

  static Number number_of(const Entity& e, std::string_view tag) {
    if (e.kind == EntityKind::munition) return tag == "NNS" || tag == "NNPS" ? Number::many : Number::one;
    return e.kind == EntityKind::org ? Number::either : Number::one;
  }

  void note(TokenIndex t) {
    const auto relation = dep(t);
    Antecedent a;
    a.token = t;
    a.subject = relation == "nsubj" || relation == "nsubjpass" || opens_sentence(t);
    a.object = relation == "dobj";
    if (const auto* mention = scene_.mention(t)) {
      if (mention->head != t || (mention->kind == MentionKind::demonym && relation == "amod")) return;
      a.entity = mention->entity;
      a.number = number_of(entity(*a.entity), scene_.tree.tag(t));
      a.person = entity(*a.entity).kind == EntityKind::person;
    } else if (const auto two = scene_.both.find(t); two != scene_.both.end()) {
      a.entity = two->second.first;
      a.second = two->second.second;
      a.number = Number::many;
    } else if (scene_.referent[t]) {
      a.entity = scene_.referent[t];
      a.number = scene_.words[t] == "they" || scene_.words[t] == "their" ? Number::either : Number::one;
      a.person = entity(*a.entity).kind == EntityKind::person;
    } else if (scene_.tree.pos(t) == "NOUN" && relation != "compound" && relation != "npadvmod") {
      note_noun(a);
    } else
      return;
    seen_.push_back(a);
    note_pair(a);
  }

  // "For PERU the jets are a loss. It …": whom the sentence is about, though he is not its subject.
  bool opens_sentence(TokenIndex t) const {
    if (dep(t) != "pobj" || scene_.tree.pos(t) != "PROPN") return false;
    const auto preposition = scene_.tree.head(t);
    return scene_.words[preposition] == "for" && preposition == scene_.tree.sentence_start(t);
  }

  void note_noun(Antecedent& a) {
    a.number = scene_.tree.tag(a.token) == "NNS" ? Number::many : Number::one;
    a.person =
        has_class(a.token, "unnamed-speaker") || has_class(a.token, "leader-word") || has_class(a.token, "people-word");
    if (!scene_.frames.in_class("stand-in", predicate::lower(scene_.tree.lemma(a.token)))) return;
    const auto found = fillers(scene_, a.token, any_party());
    if (found.size() == 1 && found.front().entity) a.entity = found.front().entity;
  }

  // "Iran and Syria … they"
  void note_pair(const Antecedent& second) {
    if (!second.entity || dep(second.token) != "conj") return;
    const auto head = scene_.tree.head(second.token);
    for (auto c = seen_.rbegin(); c != seen_.rend(); ++c) {
      if (c->token != head || !c->entity || c->second || *c->entity == *second.entity) continue;
      auto pair = *c;
      if (entity(*pair.entity).kind != entity(*second.entity).kind) return;
      pair.second = second.entity;
      pair.number = Number::many;
      seen_.push_back(pair);
      return;
    }
  }

  // "Peru and CHILE … accusing it": not one of those who act together, in their own sentence.
  bool is_one_of_several(TokenIndex named, TokenIndex t) const {
    if (scene_.tree.sentence(named) != scene_.tree.sentence(t)) return false;
    auto first = named;
    for (int depth = 0; depth < 20 && dep(first) == "conj" && !scene_.tree.is_root(first); ++depth)
      first = scene_.tree.head(first);
    if (!one_of(dep(first), {"nsubj", "nsubjpass"}) || scene_.tree.right_edge(first) > t) return false;
    return first != named; // the first may be whom the sentence is about
  }

  bool acts(TokenIndex t) const { return dep(t) == "nsubj" && scene_.tree.pos(scene_.tree.head(t)) == "VERB"; }

  // How well the two go together; absent: not at all.
  std::optional<int> fit(const Antecedent& a, TokenIndex t, Wanted wanted) const {
    const bool known = a.entity.has_value();
    const auto kind = known ? entity(*a.entity).kind : EntityKind::anonymous;
    const bool thing = known ? kind == EntityKind::munition || kind == EntityKind::place : !a.person;
    switch (wanted) {
    case Wanted::he:
      if (known ? kind != EntityKind::person : !a.person || a.number == Number::many) return std::nullopt;
      return a.entity ? 0 : -8;
    case Wanted::it:
      if (a.number == Number::many || a.person || is_one_of_several(a.token, t)) return std::nullopt;
      if (thing) return acts(t) ? std::nullopt : std::optional(known ? -12 : -25);
      return 0;
    case Wanted::they:
      if (a.number == Number::one && (thing || a.person || !a.entity)) return std::nullopt;
      if (thing) return acts(t) ? -25 : -5;
      return a.number == Number::one ? -18 : a.number == Number::either ? -6 : 0;
    case Wanted::country:
      // "Prime Minister Smith said that THE COUNTRY needs …": where he governs.
      if (known && kind == EntityKind::person && a.subject && is_named_leader(scene_, *a.entity, a.token)) return -16;
      if (a.second || kind != EntityKind::country) return std::nullopt;
      return 0;
    case Wanted::place:
      if (a.second || kind != EntityKind::place || is_seat_of_speaker(scene_, a.token) || !may_be_called(a.token, t))
        return std::nullopt;
      return 0;
    case Wanted::body:
      if (a.second || kind != EntityKind::org || !is_described(*a.entity, t)) return std::nullopt;
      return 0;
    }
    return std::nullopt;
  }

  // "the town" is no "Kursk region", and "the region" no "Persian Gulf".
  bool may_be_called(TokenIndex name, TokenIndex t) const {
    if (scene_.words[t] == "area") return true;
    const auto& last = scene_.words[name];
    if (scene_.frames.in_class("waters", last)) return false;
    return last == scene_.words[t] || scene_.words[t] == "territory" ||
           !scene_.frames.in_class("describes-place", last);
  }

  // "the alliance" is an alliance, "the group" an armed group: a class of words for each class of bodies.
  bool is_described(EntityIndex e, TokenIndex t) const {
    return has_class(t, "describes-" + entity(e).type) ||
           (entity(e).type == "Organisation" && has_class(t, "body-word"));
  }

  static std::uint32_t reach(Wanted wanted) {
    switch (wanted) {
    case Wanted::he: return 3;
    case Wanted::it:
    case Wanted::they: return 2;
    case Wanted::country:
    case Wanted::place: return 3;
    case Wanted::body: return 6;
    }
    return 2;
  }

  // A sentence of a book's length would else cost the square.
  static constexpr TokenIndex longest_way = 1'000;

  // "The tanker caught fire after IT was hit": the thing that the main clause speaks of.
  bool is_thing_above(TokenIndex t) const {
    if (!one_of(dep(t), {"nsubjpass", "dobj"}) || scene_.words[t] != "it") return false;
    const auto clause = scene_.tree.head(t);
    if (dep(clause) != "advcl" || scene_.tree.is_root(clause)) return false;
    const auto subject = scene_.tree.child(scene_.tree.head(clause), "nsubj");
    return subject != scene_.tree.size() && subject < t && scene_.tree.tag(subject) == "NN" && is_definite(subject) &&
           !scene_.mention(subject) && !scene_.referent[subject] && !has_class(subject, "stand-in");
  }

  // "said that the enemy had stepped up ITS attacks": not the attacks of who says so.
  bool is_enemys(TokenIndex t) const {
    if (scene_.tree.tag(t) != "PRP$") return false;
    auto verb = t;
    for (int depth = 0; depth < 6 && scene_.tree.pos(verb) != "VERB" && !scene_.tree.is_root(verb); ++depth)
      verb = scene_.tree.head(verb);
    const auto subject = scene_.tree.child(verb, "nsubj");
    return subject != scene_.tree.size() && subject < t && is_definite(subject) && !scene_.referent[subject] &&
           has_class(subject, "hostile-party");
  }

  // Near before far, subjects before the rest, like beside like, who is spoken of often before who is named once.
  void take(TokenIndex t, Wanted wanted) {
    if (wanted == Wanted::it && (is_thing_above(t) || is_enemys(t))) return;
    const Antecedent* best = nullptr;
    std::optional<EntityIndex> barred; // by whatever name the text speaks of him before
    int best_score = 0;
    const bool subject = dep(t) == "nsubj" || dep(t) == "nsubjpass";
    for (auto c = seen_.rbegin(); c != seen_.rend(); ++c) {
      const auto sentences = distance(t, c->token);
      if (sentences > reach(wanted) || t - c->token > longest_way) break;
      if (is_barred_antecedent(scene_, c->token, t)) {
        if (!barred) barred = c->entity;
        continue;
      }
      if (barred && c->entity == barred) continue;
      const auto fitness = fit(*c, t, wanted);
      if (!fitness) continue;
      int score = 100 + *fitness - 24 * static_cast<int>(sentences);
      score -= static_cast<int>(std::min<TokenIndex>(t - c->token, 60) / 6);
      if (c->subject) score += 18;
      if (c->object) score += 4;
      if (subject && c->subject) score += 8;
      if (c->entity) score += static_cast<int>(std::min<std::size_t>(entity(*c->entity).mentions.size(), 8));
      if (!best || score > best_score) {
        best = &*c;
        best_score = score;
      }
    }
    if (!best || !best->entity) return;
    if (wanted == Wanted::country && entity(*best->entity).kind == EntityKind::person)
      scene_.referent[t] = scene_.country_of(*best->entity);
    else if (best->second)
      both(t, *best->entity, *best->second);
    else
      scene_.referent[t] = best->entity;
  }

  Scene& scene_;
  OfficeHolders holders_;
  std::vector<Antecedent> seen_;
};

} // namespace

void resolve_references(Scene& scene) { Resolution(scene).run(); }

} // namespace stemma::extract
