#include "extract/blow_by_unknown.hpp"
#include "extract/course.hpp"
#include "extract/draft.hpp"
#include "extract/made_up.hpp"
#include "extract/ordered_things.hpp"
#include "extract/outer_arguments.hpp"
#include "extract/share_out.hpp"
#include "extract/triggers.hpp"
#include "predicate/exceptions.hpp"
#include "predicate/words.hpp"

#include <algorithm>
#include <set>

namespace stemma::extract {

namespace {

using predicate::Argument;
using predicate::Kind;
using predicate::Position;
using predicate::Predication;

// "anti-PERUVIAN protests": against whom.
bool is_opposed(const Scene& scene, const Argument& a) {
  return a.position == Position::modifier && a.token > 1 && scene.words[a.token - 1] == "-" &&
         scene.words[a.token - 2] == "anti";
}

bool stands_at(const Scene& scene, const Argument& a, const std::string& position) {
  if (is_opposed(scene, a)) return position == "opposed";
  if (position == "demonym") { // "the Iranian attack" is Iran's; "the Iran attack" may be one on it
    const auto* mention = a.position == Position::modifier ? scene.mention(a.token) : nullptr;
    return mention && mention->kind == MentionKind::demonym;
  }
  if (position == "compound") { // "the Iran sanctions", but not "the Iranian sanctions", nor "the EU sanctions"
    const auto* mention = a.position == Position::modifier ? scene.mention(a.token) : nullptr;
    const auto& lemma = scene.tree.lemma(a.token); // of whom one writes "the US" one speaks as of the doer
    return mention && (mention->kind == MentionKind::name || mention->kind == MentionKind::short_form) &&
           std::any_of(lemma.begin(), lemma.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }
  switch (a.position) {
  case Position::subject: return position == "subject";
  case Position::object: return position == "object";
  case Position::indirect_object: return position == "indirect";
  case Position::possessor: return position == "possessor";
  case Position::modifier: return position == "modifier";
  case Position::complement: return position == "complement";
  case Position::time: return position == "time";
  case Position::oblique:
    if (a.carried == 2)
      return position.size() > 4 && position.compare(0, 4, "low-") == 0 &&
             position.compare(4, std::string::npos, a.preposition) == 0;
    return position == a.preposition;
  }
  return false;
}

// Fills one frame from one predication.
class Filling {
public:
  Filling(const Scene& scene, const pack::Frame& frame, const Predication& predication)
      : scene_(scene), frame_(frame), kind_(scene.frames.find_kind(frame.event)), predication_(predication) {}

  std::optional<Draft> run() {
    if (speaks_of_something_else()) return std::nullopt;
    if (kind_ && kind_->speaks && predication_.negated) return std::nullopt; // "has not condemned it"
    for (const auto& fill : frame_.fills) fill_role(fill);
    if (frame_.maker_gives) let_maker_give();
    if (!satisfied() || acts_otherwise() || is_quarrel() || (frame_.abroad && !is_abroad())) return std::nullopt;
    draft_.mutual = frame_.mutual &&
                    std::none_of(predication_.arguments.begin(), predication_.arguments.end(), [&](const Argument& a) {
                      return a.preposition == "on" && a.carried < 2 && !predicate::is_time(scene_.tree.token(a.token));
                    });
    for (const auto& [role, fillers] : draft_.roles) {
      const bool named =
          std::any_of(fillers.begin(), fillers.end(), [](const Filler& f) { return f.entity.has_value(); });
      // A list of things is no worse than one; of two givers one may be misread.
      const bool is_list = kind_ && role != kind_->first && role != kind_->second;
      const std::size_t most = is_together(role) ? 8 : 3;
      const int several = is_list ? 1 : static_cast<int>(std::min(fillers.size(), most));
      draft_.score += (named ? 10 : 9) + (is_together(role) ? several : -several);
    }
    return std::move(draft_);
  }

private:
  bool speaks_of_something_else() const {
    if (frame_.unless.empty()) return false;
    if (std::binary_search(frame_.unless.begin(), frame_.unless.end(), predication_.modal)) return true;
    return std::any_of(predication_.arguments.begin(), predication_.arguments.end(), [&](const Argument& a) {
      const bool content = predication_.kind == Kind::noun && a.position == Position::oblique &&
                           a.preposition == "of"; // "a package of sanctions"
      return (a.position == Position::modifier || a.position == Position::object || content) &&
             (is_unless(a.token) || (a.position == Position::object && is_of_other_kind(a.token)));
    });
  }

  bool is_unless(TokenIndex t) const {
    return std::binary_search(frame_.unless.begin(), frame_.unless.end(), predicate::lower(scene_.tree.lemma(t))) &&
           !carries_men(scene_, t);
  }

  // "get a NUCLEAR weapon"
  bool is_of_other_kind(TokenIndex object) const {
    const auto& tree = scene_.tree;
    if (scene_.frames.in_class("container", predicate::lower(tree.lemma(object)))) // "20 tonnes of MEDICAL supplies"
      for (const auto of : tree.children(object))
        if (const auto held = tree.child(of, "pobj"); tree.dep(of) == "prep" && held != tree.size() && held != object)
          if (is_of_other_kind(held)) return true;
    return std::any_of(tree.begin_children(object), tree.end_children(object), [&](auto child) {
      return child < object && predicate::one_of(tree.dep(child), {"amod", "compound", "nmod"}) && is_unless(child);
    });
  }

  // "The sanctions hit Iran": who or what acts is named, and is neither a party nor a weapon nor men under arms.
  bool acts_otherwise() const {
    if (!kind_ || !kind_->both_sides || predication_.kind == Kind::noun || draft_.roles.count(kind_->first))
      return false;
    bool named = false;
    for (const auto& a : predication_.arguments) {
      if (a.position != Position::subject) continue;
      named = true;
      if (may_act(a.token)) return false;
    }
    return named;
  }

  // "Peter Smith attacked John Brown over taxes": what one person does to another in words.
  bool is_quarrel() const {
    if (!kind_ || !(kind_->opposes || kind_->together)) return false;
    if (is_of_a_game(scene_, predication_)) return true;
    if (!kind_->opposes) return false;
    if (!frame_.mutual && !is_worded()) return false;
    return is_of_persons(kind_->first) && is_of_persons(kind_->second) && !draft_.roles.count("item");
  }

  // "attacked", "launched an ATTACK on"
  bool is_worded() const {
    const auto is_one = [&](const std::string& words) { return scene_.frames.in_class("worded", words); };
    return is_one(predication_.lemma) ||
           std::any_of(predication_.adverbs.begin(), predication_.adverbs.end(), // "fired BACK at Brown"
                       [&](const std::string& adverb) { return is_one(predication_.lemma + " " + adverb); }) ||
           std::any_of(predication_.arguments.begin(), predication_.arguments.end(), [&](const Argument& a) {
             return a.position == Position::object &&
                    scene_.frames.in_class("worded", predicate::lower(scene_.tree.lemma(a.token)));
           });
  }

  // Persons, with the countries that some of them stand for.
  bool is_of_persons(const std::string& role) const {
    const auto found = draft_.roles.find(role);
    if (found == draft_.roles.end()) return false;
    const auto is_person = [&](const Filler& f) {
      return f.entity && scene_.entities[*f.entity].kind == EntityKind::person && scene_.mention(f.shown);
    };
    return std::all_of(found->second.begin(), found->second.end(), [&](const Filler& f) {
      return is_person(f) || std::any_of(found->second.begin(), found->second.end(), [&](const Filler& other) {
               return is_person(other) && other.token == f.token && scene_.country_of(*other.entity) == f.entity;
             });
    });
  }

  // "France signed a deal with Peru for Rafale jets": who makes them sells them.
  void let_maker_give() {
    if (!kind_) return;
    const auto giver = draft_.roles.find(kind_->first), taker = draft_.roles.find(kind_->second);
    if (taker == draft_.roles.end()) return;
    if (giver == draft_.roles.end() && taker->second.size() > 1) { // "Peru and Chile signed a deal for Peruvian jets"
      const auto owner = std::find_if(taker->second.begin(), taker->second.end(),
                                      [&](const Filler& side) { return owns_thing(side) || makes_thing({side}); });
      if (owner == taker->second.end()) { // which of them sells is not said
        draft_.roles.erase(taker);
        return;
      }
      draft_.roles[kind_->first] = {*owner};
      taker->second.erase(owner);
      return;
    }
    if (!makes_thing(taker->second)) return;
    if (giver == draft_.roles.end()) {
      draft_.roles[kind_->first] = std::move(taker->second);
      draft_.roles.erase(kind_->second);
    } else if (!makes_thing(giver->second)) {
      std::swap(giver->second, taker->second);
    }
  }

  bool owns_thing(const Filler& side) const {
    static const std::vector<std::string> owner = {"party", "owner"};
    return std::any_of(draft_.roles.begin(), draft_.roles.end(), [&](const auto& role) {
      if (role.first == kind_->first || role.first == kind_->second) return false;
      return std::any_of(role.second.begin(), role.second.end(), [&](const Filler& thing) {
        const auto owners = fillers(scene_, thing.shown, owner);
        return std::find(owners.begin(), owners.end(), side) != owners.end();
      });
    });
  }

  bool makes_thing(const std::vector<Filler>& side) const {
    return std::any_of(draft_.roles.begin(), draft_.roles.end(), [&](const auto& role) {
      return std::any_of(role.second.begin(), role.second.end(), [&](const Filler& thing) {
        return thing.entity && scene_.entities[*thing.entity].kind == EntityKind::munition &&
               std::any_of(side.begin(), side.end(), [&](const Filler& f) {
                 return f.entity &&
                        scene_.entities[scene_.state_of(*f.entity)].id == scene_.entities[*thing.entity].country;
               });
      });
    });
  }

  // The place is not the actor's own; a person whose country is not known may be at home anywhere.
  bool is_abroad() const {
    if (!kind_) return false;
    const auto places = draft_.roles.find(kind_->second);
    if (places == draft_.roles.end()) return kind_->opposes; // against whom may be known
    const auto actors = draft_.roles.find(kind_->first);
    for (const auto& place : places->second) {
      if (!place.entity || actors == draft_.roles.end()) continue;
      const auto& there = state_of(*place.entity);
      for (const auto& actor : actors->second) {
        if (!actor.entity) continue;
        const auto& home = state_of(*actor.entity);
        if (home.empty() && scene_.entities[*actor.entity].kind == EntityKind::person) return false;
        if (home == there) return false;
      }
    }
    return true;
  }

  // The IRI of its country, which the text need not name; its own where it has none, and nobody's for a person.
  const Iri& state_of(EntityIndex e) const {
    const auto& entity = scene_.entities[e];
    return entity.country.empty() && entity.kind != EntityKind::person ? entity.id : entity.country;
  }

  bool may_act(TokenIndex t) const {
    const auto pos = scene_.tree.pos(t);
    if (pos != "NOUN") return true;
    if (const auto* mention = scene_.mention(t);
        mention && scene_.entities[mention->entity].kind == EntityKind::munition)
      return true;
    if (is_band(scene_, t)) return true;
    const auto lemma = predicate::lower(scene_.tree.lemma(t));
    for (const auto* name : {"force", "stand-in", "combatant"})
      if (scene_.frames.in_class(name, lemma)) return true;
    return names_event(scene_, t, frame_.event) || scene_.frames.in_class("container", lemma);
  }

  // "the deputy John Brown, who urged Rome to send tanks": who holds no office that is known asks for somebody else.
  bool asks_for_others(TokenIndex asker) const {
    const auto* mention = scene_.mention(asker);
    const auto e = mention ? std::optional(mention->entity) : scene_.referent[asker];
    return e && scene_.entities[*e].kind == EntityKind::person && scene_.entities[*e].country.empty() &&
           !scene_.country_of(*e);
  }

  bool gathers(const std::string& role) const { // "participants*2": fillers come from several positions
    for (const auto& requirement : frame_.requirements)
      for (const auto& [name, count] : requirement.any_of)
        if (name == role && count > 1) return true;
    return false;
  }

  // "Struck TARGETS in Peru": words without a name leave room for who is named at the next position.
  bool is_settled(const std::vector<Filler>& role) const {
    if (role.empty() || !kind_ || !kind_->opposes ||
        (predication_.passive && predication_.perfect)) // "have been killed there": a toll
      return !role.empty();
    return std::any_of(role.begin(), role.end(), [](const Filler& f) { return f.entity.has_value(); });
  }

  bool is_together(const std::string& role) const { return kind_ && kind_->gathers && role == kind_->first; }

  void fill_role(const pack::Fill& fill) {
    auto& role = draft_.roles[fill.role];
    const bool all = gathers(fill.role) || is_together(fill.role);
    for (const auto& position : fill.positions) {
      if (is_settled(role) && !all) break;
      if (position == "asker" && kind_ && fill.role == kind_->second && is_asked_to_stop(scene_, predication_))
        continue;
      if (position == "self") take(role, predication_.token, fill);
      if (position == "reporter") take_reporter(role, fill);
      for (const auto& argument : predication_.arguments)
        if (stands_at(scene_, argument, position)) take_with_owner(role, argument.token, fill);
      for (const auto token : outer_arguments(scene_, predication_, position))
        if (position != "asker" || !asks_for_others(token)) take(role, token, fill);
    }
    if (role.empty()) take_outer_subject(role, fill);
    if (role.empty()) take_outer_antecedent(role, fill);
    if (std::none_of(role.begin(), role.end(), [](const Filler& f) { return f.entity.has_value(); })) {
      std::vector<Filler> described; // "a militia backed by Chile" has a name of its own elsewhere
      take_described(described, fill);
      if (!described.empty()) role = std::move(described);
    }
    if (role.empty()) draft_.roles.erase(fill.role);
  }

  // "Lima said the port was shut and accused Quito", where the parse joins the second verb to what was said: whoever
  // says it.
  void take_outer_subject(std::vector<Filler>& role, const pack::Fill& fill) {
    if (predication_.kind != Kind::verb || predication_.passive || !predication_.above) return;
    if (predication_.relation != predicate::Relation::clause || scene_.tree.dep(predication_.token) != "conj") return;
    if (std::find(fill.positions.begin(), fill.positions.end(), "subject") == fill.positions.end()) return;
    const auto& outer = scene_.predications.items[*predication_.above];
    if (outer.kind != Kind::verb || !reports(outer) || outer.token > predication_.token ||
        scene_.tree.tag(outer.token) != scene_.tree.tag(predication_.token))
      return;
    for (const auto& argument : outer.arguments)
      if (argument.position == Position::subject) take(role, argument.token, fill);
  }

  // "a package for Ukraine, which includes tanks": the clause may speak of the phrase above the one it is hung on. No
  // reader takes it for a party there.
  void take_outer_antecedent(std::vector<Filler>& role, const pack::Fill& fill) {
    const auto admits = [&](std::string_view name) {
      return std::find(fill.admits.begin(), fill.admits.end(), name) != fill.admits.end();
    };
    if (predication_.relation != predicate::Relation::relative || (!admits("munition") && !admits_words(fill))) return;
    for (const auto& argument : predication_.arguments) {
      if (argument.carried != 1 || argument.position == Position::oblique) continue;
      if (std::none_of(fill.positions.begin(), fill.positions.end(),
                       [&](const std::string& position) { return stands_at(scene_, argument, position); }))
        continue;
      auto token = argument.token;
      for (int depth = 0; depth < 3 && role.empty() && scene_.tree.dep(token) == "pobj"; ++depth) {
        token = scene_.tree.head(scene_.tree.head(token));
        take(role, token, fill);
      }
    }
  }

  // "Peru is the only country that sent tanks", "Peru, a neighbour armed by Chile": who is described so.
  void take_described(std::vector<Filler>& role, const pack::Fill& fill) {
    const bool clause = predication_.relation == predicate::Relation::relative;
    if (!clause && (predication_.relation != predicate::Relation::adnominal || predication_.infinitive)) return;
    for (const auto& argument : predication_.arguments) {
      if (argument.carried != 1 || argument.position == Position::oblique || scene_.tree.pos(argument.token) != "NOUN")
        continue;
      if (std::none_of(fill.positions.begin(), fill.positions.end(),
                       [&](const std::string& position) { return stands_at(scene_, argument, position); }))
        continue;
      for (const auto token : described_by(argument.token)) take(role, token, fill);
    }
  }

  std::vector<TokenIndex> described_by(TokenIndex noun) const {
    const auto& tree = scene_.tree;
    for (int depth = 0; depth < 3 && tree.dep(noun) == "pobj"; ++depth) { // "one of the countries that …"
      if (scene_.words[tree.head(noun)] != "of") return {};
      noun = tree.head(tree.head(noun));
    }
    if (tree.is_root(noun)) return {};
    if (tree.dep(noun) == "appos") return {tree.head(noun)};
    if (tree.dep(noun) != "attr") return {};
    const auto verb = tree.head(noun);
    const auto subject = tree.child(verb, "nsubj");
    return subject == tree.size() ? std::vector<TokenIndex>() : std::vector<TokenIndex>{subject};
  }

  bool admits_words(const pack::Fill& fill) const {
    return std::all_of(fill.admits.begin(), fill.admits.end(),
                       [&](const std::string& name) { return scene_.frames.is_class(name); });
  }

  // Whoever says in this sentence what the predication tells.
  void take_reporter(std::vector<Filler>& role, const pack::Fill& fill) {
    const auto* p = &predication_;
    for (int depth = 0; depth < 4 && p->above; ++depth) {
      const bool named = p->kind == Kind::noun && p->relation == predicate::Relation::argument; // "died in an ATTACK"
      if (!named && p->relation != predicate::Relation::clause) return;
      p = &scene_.predications.items[*p->above];
      if (p->kind == Kind::noun || !reports(*p)) continue;
      for (const auto& argument : p->arguments)
        if (argument.position == Position::subject) take(role, argument.token, fill);
      return;
    }
  }

  bool reports(const Predication& p) const {
    const auto words = scene_.frames.embedded_by(word_kind(p.kind), p.lemma);
    return std::any_of(words.begin(), words.end(), [&](auto i) { return scene_.frames.embeddings()[i].reports; });
  }

  // "talks with his colleague X": whose colleague it is talks too.
  void take_with_owner(std::vector<Filler>& role, TokenIndex token, const pack::Fill& fill) {
    take(role, token, fill);
    if (!is_together(fill.role)) return;
    for (auto t = scene_.tree.left_edge(token); t <= token; ++t) {
      if (scene_.tree.pos(t) != "NOUN" ||
          !scene_.frames.in_class("counterpart-word", predicate::lower(scene_.tree.lemma(t))))
        continue;
      for (const auto named : {t, token})
        if (const auto owner = scene_.tree.child(named, "poss"); owner != scene_.tree.size())
          return take(role, owner, fill);
    }
  }

  void take(std::vector<Filler>& role, TokenIndex token, const pack::Fill& fill) {
    for (auto& filler : fillers_at(token, fill)) {
      const bool elsewhere = std::any_of(draft_.roles.begin(), draft_.roles.end(), [&](const auto& other) {
        return &other.second != &role && other.first != "place" &&
               std::find(other.second.begin(), other.second.end(), filler) != other.second.end();
      });
      if (elsewhere && fill.role != "place") continue; // nobody gives to himself
      if (belongs_across(filler, fill.role) || acts_in_compound(filler, fill)) continue;
      if (std::find(role.begin(), role.end(), filler) == role.end()) role.push_back(std::move(filler));
    }
  }

  // "the spokesman accused Peru": who speaks, where the words themselves name nobody.
  std::vector<Filler> fillers_at(TokenIndex token, const pack::Fill& fill) const {
    auto found = fillers(scene_, token, fill.admits);
    if (kind_ && kind_->speaks && fill.role == kind_->first)
      std::erase_if(found, [&](const Filler& f) { return is_crowd(f); });
    const auto speaking = scene_.speaking.find(token);
    if (!found.empty() || !kind_ || !kind_->speaks || fill.role != kind_->first || speaking == scene_.speaking.end())
      return found;
    for (const auto who : speaking->second) found.push_back({who, {}, token, token, true});
    return found;
  }

  // Nobody gives to his own country, "it" is not the one whose minister reproaches it, and no ministry reproaches its
  // own.
  bool belongs_across(const Filler& filler, const std::string& role) const {
    if (!kind_ || !filler.entity || kind_->opposes || kind_->second.empty() || kind_->second == "place") return false;
    if (kind_->pair_group.empty() && !kind_->speaks) return false;
    if (role != kind_->first && role != kind_->second) return false;
    const auto across = draft_.roles.find(role == kind_->first ? kind_->second : kind_->first);
    return across != draft_.roles.end() &&
           std::any_of(across->second.begin(), across->second.end(), [&](const Filler& other) {
             const bool spared = kind_->pair_group.empty() && scene_.tree.pos(filler.token) != "PRON" &&
                                 !is_organ(other) && !is_organ(filler); // a minister may reproach his country
             return other.entity && other.entity != filler.entity && !spared &&
                    (scene_.country_of(*other.entity) == filler.entity ||
                     scene_.country_of(*filler.entity) == other.entity);
           });
  }

  // "Thousands of PERUVIANS protested": people, and not their state; "the Peruvians" may be it.
  bool is_crowd(const Filler& filler) const {
    const auto* mention = scene_.mention(filler.shown);
    return mention && mention->kind == MentionKind::demonym && mention->head == filler.shown &&
           scene_.words[filler.shown].back() == 's' && scene_.tree.dep(filler.shown) != "amod" &&
           !scene_.tree.has_child(filler.shown, "det");
  }

  // A ministry, which warns its people and reproaches others.
  bool is_organ(const Filler& filler) const {
    return filler.entity && std::binary_search(kind_->acting_bodies.begin(), kind_->acting_bodies.end(),
                                               scene_.entities[*filler.entity].type);
  }

  // "a UN-sanctioned plan": who stands before the participle does what it says, and is no one's thing.
  bool acts_in_compound(const Filler& filler, const pack::Fill& fill) const {
    if (filler.shown + 2 != predication_.token || scene_.words[filler.shown + 1] != "-") return false;
    return std::find(fill.positions.begin(), fill.positions.end(), "subject") == fill.positions.end();
  }

  bool stands_anywhere(const std::string& position) const {
    if (position == "attributive") // "the OCCUPIED town"
      return predicate::one_of(scene_.tree.dep(predication_.token),
                               {predication_.kind == Kind::noun ? "compound" : "amod"}) && // "a PATROL ship"
             predication_.kind != Kind::verb;
    if (position == "charge") return is_reproached();
    if (position == "thwarted") return is_thwarted(scene_, predication_);
    if (position == "stricken") return is_stricken(scene_, predication_);
    return std::any_of(predication_.arguments.begin(), predication_.arguments.end(),
                       [&](const Argument& a) { return stands_at(scene_, a, position); });
  }

  // "attacked the alliance FOR SPENDING too little"
  bool is_reproached() const {
    const auto& tree = scene_.tree;
    return std::any_of(tree.begin_children(predication_.token), tree.end_children(predication_.token), [&](auto child) {
      const auto clause = scene_.words[child] == "for" ? tree.child(child, "pcomp") : tree.size();
      return clause != tree.size() && tree.tag(clause) == "VBG";
    });
  }

  // In the clause, or outside of it, as who asks for it does.
  bool stands_around(const std::string& position) const {
    return stands_anywhere(position) || !outer_arguments(scene_, predication_, position).empty();
  }

  bool satisfied() const {
    return std::all_of(
        frame_.requirements.begin(), frame_.requirements.end(), [&](const pack::Requirement& requirement) {
          return std::any_of(requirement.any_of.begin(), requirement.any_of.end(), [&](const auto& wanted) {
            if (wanted.first.front() == '!') return !stands_anywhere(wanted.first.substr(1));
            if (wanted.first.front() == '@') return stands_around(wanted.first.substr(1));
            const auto found = draft_.roles.find(wanted.first);
            return found != draft_.roles.end() && found->second.size() >= wanted.second;
          });
        });
  }

  const Scene& scene_;
  const pack::Frame& frame_;
  const pack::EventKind* kind_; // nullptr: the pack says nothing of the type of event
  const Predication& predication_;
  Draft draft_;
};

void place(const Scene& scene, std::uint32_t frame, predicate::PredicationIndex p, Draft& draft) {
  draft.frame = frame;
  draft.predication = p;
  draft.told = {p};
  draft.in_title = scene.in_title[scene.predications.items[p].token];
}

bool names_side(const Scene& scene, const Draft& draft) {
  const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
  return kind && (has_entity(draft, kind->first) || has_entity(draft, kind->second));
}

// "A strike on a PERUVIAN post in CHILE": whom it names counts before what the rest of the document may know.
bool is_better(const Scene& scene, const Draft& draft, const Draft& best) {
  const auto &a = scene.frames.all()[draft.frame], &b = scene.frames.all()[best.frame];
  if (a.event == b.event && a.among_known != b.among_known) {
    const bool is_own = names_side(scene, a.among_known ? best : draft);
    if (is_own) return b.among_known;
  }
  return draft.score > best.score;
}

// The draft that fills most, of these frames; those told beside others are left out.
std::optional<Draft> best_draft(const Scene& scene, std::span<const std::uint32_t> frames,
                                predicate::PredicationIndex p) {
  std::optional<Draft> best;
  for (const auto index : frames) {
    if (scene.frames.all()[index].beside) continue;
    auto draft = Filling(scene, scene.frames.all()[index], scene.predications.items[p]).run();
    if (!draft) continue;
    place(scene, index, p, *draft);
    if (!best || is_better(scene, *draft, *best)) best = std::move(draft);
  }
  return best;
}

// What is told beside the best, of another type than that.
void add_beside(const Scene& scene, std::span<const std::uint32_t> frames, predicate::PredicationIndex p,
                const std::optional<Draft>& best, std::vector<Draft>& out) {
  for (const auto index : frames) {
    const auto& frame = scene.frames.all()[index];
    if (!frame.beside || (best && scene.frames.all()[best->frame].event == frame.event)) continue;
    auto draft = Filling(scene, frame, scene.predications.items[p]).run();
    if (!draft) continue;
    place(scene, index, p, *draft);
    out.push_back(std::move(*draft));
  }
}

} // namespace

bool has_entity(const Draft& draft, const std::string& role) {
  const auto found = draft.roles.find(role);
  return found != draft.roles.end() &&
         std::any_of(found->second.begin(), found->second.end(), [](const Filler& f) { return f.entity.has_value(); });
}

bool has_named_entity(const Draft& draft, const std::string& role) {
  const auto found = draft.roles.find(role);
  return found != draft.roles.end() && std::any_of(found->second.begin(), found->second.end(),
                                                   [](const Filler& f) { return f.entity && !f.implied; });
}

std::vector<Draft> match_frames(const Scene& scene, const Dating& dating) {
  std::vector<Draft> out;
  std::set<predicate::TokenIndex> spoken_for; // nouns that an idiom has used up
  const auto& items = scene.predications.items;
  for (predicate::PredicationIndex p = 0; p < items.size(); ++p) {
    if (spoken_for.count(items[p].token)) continue;
    if (items[p].kind != Kind::noun && predicate::is_passed_over(scene.tree, items[p].token)) continue;
    if (is_made_up(scene, items[p])) continue;
    std::optional<Draft> best;
    std::span<const std::uint32_t> frames;
    if (const auto figure = figure_of_speech(scene, items[p])) {
      best = best_draft(scene, *figure, p);
    } else {
      if (const auto object = idiom(scene, items[p], frames)) {
        best = best_draft(scene, frames, p);
        if (best) spoken_for.insert(*object);
      }
      if (!best) best = best_draft(scene, frames_of(scene, items[p]), p); // "signed a deal", but not for arms
    }
    add_beside(scene, frames_of(scene, items[p]), p, best, out);
    if (!best) continue;
    auto parts = share_out(scene, dating, *best);
    std::move(parts.begin(), parts.end(), std::back_inserter(out));
  }
  turn_to_takers(scene, out);
  return out;
}

} // namespace stemma::extract
