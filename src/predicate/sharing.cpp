#include "predicate/sharing.hpp"

#include "predicate/asides.hpp"
#include "predicate/named_doers.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::predicate {

namespace {

class Sharing {
public:
  Sharing(const Tree& tree, Predications& all) : tree_(tree), all_(all), state_(all.items.size(), State::untouched) {}

  void run() {
    share_back_objects();
    share_back_agents();
    for (PredicationIndex i = 0; i < all_.items.size(); ++i) complete(i);
  }

private:
  enum class State : std::uint8_t { untouched, underway, done };

  static bool has(const Predication& p, Position position) {
    return std::any_of(p.arguments.begin(), p.arguments.end(),
                       [&](const Argument& a) { return a.position == position; });
  }

  static void copy(const Predication& from, Position source, Predication& to, Position target) {
    std::vector<Argument> taken;
    for (const auto& a : from.arguments)
      if (a.position == source) taken.push_back({target, {}, a.token, a.phrase, 1});
    to.arguments.insert(to.arguments.end(), taken.begin(), taken.end());
  }

  // Whoever is above is completed first; a cycle, which only a broken analysis has, ends where it closes.
  void complete(PredicationIndex index) {
    if (state_[index] != State::untouched) return;
    state_[index] = State::underway;
    auto& item = all_.items[index];
    if (const auto first = first_of_coordination(item)) complete(*first);
    if (item.above) complete(*item.above);
    if (item.kind == Kind::noun)
      complete_noun(item);
    else
      complete_verb(item);
    state_[index] = State::done;
  }

  std::optional<PredicationIndex> first_of_coordination(const Predication& item) const {
    if (tree_.dep(item.token) != "conj" || tree_.is_root(item.token)) return std::nullopt;
    const auto found = all_.find_at(tree_.head(item.token));
    if (!found || (all_.items[*found].kind == Kind::noun) != (item.kind == Kind::noun)) return std::nullopt;
    return found;
  }

  void complete_verb(Predication& item) {
    if (const auto first = first_of_coordination(item)) share_with_first(all_.items[*first], item);
    if (!item.above) return;
    const auto& above = all_.items[*item.above];
    if (item.relation == Relation::relative)
      resolve_relative(item, above.token);
    else if (item.relation == Relation::clause)
      resolve_inner_relative(item);
    resolve_cleft(item);
    if (doer_missing(item)) take_doer(above, item);
    if (is_light_verb(item.lemma)) give_to_noun(item, all_.items[*item.above]);
  }

  static bool doer_missing(const Predication& item) {
    return item.passive ? !has(item, Position::object) && !has(item, Position::indirect_object)
                        : !has(item, Position::subject);
  }

  // "sent shells and trained crews", "was built and tested", "will send and train".
  void share_with_first(const Predication& first, Predication& item) {
    if (item.mark.empty()) item.mark = first.mark; // "if X stops and Y starts"
    const bool own_auxiliary = tree_.has_child(item.token, "aux") || tree_.has_child(item.token, "auxpass");
    if (first.passive && !own_auxiliary && tree_.tag(item.token) == "VBN" && tree_.has_child(item.token, "nsubj")) {
      item.passive = true; // "nine were killed and forty wounded"
      for (auto& a : item.arguments)
        if (a.position == Position::subject) a.position = Position::object;
    }
    if (doer_missing(item)) {
      const bool bare_participle = tree_.tag(item.token) == "VBN" && !own_auxiliary;
      if (bare_participle && first.passive) item.passive = true;
      if (const auto* outer = told_with(first, item)) return copy(*outer, Position::subject, item, Position::subject);
      const auto source = first.passive ? Position::object : Position::subject;
      const auto target = item.passive ? Position::object : Position::subject;
      if (item.kind == first.kind || item.kind == Kind::verb) copy(first, source, item, target);
      if (item.passive && first.passive && !has(item, Position::subject))
        copy(first, Position::subject, item, Position::subject);
    } else if (own_auxiliary || tree_.has_child(item.token, "nsubj")) {
      return;
    }
    if (own_auxiliary) return;
    const auto tag = tree_.tag(item.token);
    if (tag != "VB" && tag != "VBN" && tag != "VBG") return;
    item.modal = first.modal;
    item.infinitive = item.infinitive || first.infinitive;
    item.negated = item.negated || first.negated;
    item.perfect = item.perfect || first.perfect;
    item.progressive = item.progressive || first.progressive;
    if (item.tense == Tense::none) item.tense = first.tense;
  }

  // "demanded that Peru leave and DEPLORED the raid", where the parse joins the second verb to what is demanded: it is
  // told in the tense of the verb above. nullptr: it belongs where it stands.
  const Predication* told_with(const Predication& first, const Predication& item) const {
    const auto tag = tree_.tag(item.token);
    if (tree_.tag(first.token) != "VB" || item.passive || !one_of(tag, {"VBD", "VBZ"}) || !first.above) return nullptr;
    const auto& outer = all_.items[*first.above];
    return outer.kind == Kind::verb && !outer.passive && tree_.tag(outer.token) == tag ? &outer : nullptr;
  }

  // "supplied and trained UKRAINE": the last of the coordination has the object of both.
  void share_back_objects() {
    for (auto& item : all_.items) {
      const auto first_index = first_of_coordination(item);
      if (!first_index || item.kind == Kind::noun) continue;
      auto& first = all_.items[*first_index];
      if (has(first, Position::object) || first.passive || first.token > item.token || !has(item, Position::object))
        continue;
      bool adjacent = true;
      for (auto t = first.token + 1; t < item.token; ++t)
        adjacent = adjacent && (tree_.dep(t) == "cc" || tree_.dep(t) == "punct" || tree_.dep(t) == "advmod");
      if (adjacent) copy(item, Position::object, first, Position::object);
    }
  }

  // "was armed and trained BY IRAN": who stands at the last of the coordination has done both.
  void share_back_agents() {
    for (auto& item : all_.items) {
      const auto first_index = first_of_coordination(item);
      if (!first_index || item.kind == Kind::noun || !tree_.has_child(item.token, "agent")) continue;
      if (tree_.tag(item.token) != "VBN" || tree_.has_child(item.token, "aux") ||
          tree_.has_child(item.token, "auxpass"))
        continue;
      auto& first = all_.items[*first_index];
      if (first.kind == Kind::adjective && first.token < item.token && !has(item, Position::object)) {
        item.passive = true; // "are armed and PAID by Iran"
        copy(first, Position::subject, item, Position::object);
        continue;
      }
      if (!first.passive || first.token > item.token) continue;
      item.passive = true;
      bool adjacent = !has(first, Position::subject);
      for (auto t = first.token + 1; t < item.token; ++t)
        adjacent = adjacent && (tree_.dep(t) == "cc" || tree_.dep(t) == "punct" || tree_.dep(t) == "advmod");
      if (adjacent) copy(item, Position::subject, first, Position::subject);
    }
  }

  // "the group, which they say has tanks"
  void resolve_inner_relative(Predication& item) {
    auto top = item.token;
    while (tree_.dep(top) == "ccomp" || tree_.dep(top) == "xcomp") top = tree_.head(top);
    if (tree_.dep(top) != "relcl") return;
    const auto noun = tree_.head(top);
    for (auto& a : item.arguments)
      if (is_relative_pronoun(tree_.token(a.token))) a = {a.position, a.preposition, noun, noun, 1};
  }

  // "It was PERU that sold the tanks", "It was not Chile but PERU that sold them": who did it stands beside the copula.
  void resolve_cleft(Predication& item) {
    auto copula = tree_.is_root(item.token) ? item.token : tree_.head(item.token);
    if (tree_.dep(item.token) == "relcl" && tree_.dep(copula) == "attr") copula = tree_.head(copula);
    const auto it = tree_.child(copula, "nsubj"), focus = tree_.child(copula, "attr");
    if (copula == item.token || lower(tree_.lemma(copula)) != "be" || it == tree_.size() || focus == tree_.size() ||
        lower(tree_.lemma(it)) != "it" || focus > item.token || !one_of(tree_.dep(item.token), {"ccomp", "relcl"}))
      return;
    const bool denied = tree_.has_child(copula, "neg") || tree_.has_child(focus, "neg");
    const bool instead = denied && tree_.has_child(focus, "cc") && tree_.has_child(focus, "conj");
    const auto named = instead ? tree_.child(focus, "conj") : focus;
    for (auto& a : item.arguments)
      if (is_relative_pronoun(tree_.token(a.token)) || one_of(lower(tree_.lemma(a.token)), {"that", "who"}) ||
          (a.token == focus && a.carried == 1))
        a = {a.position, a.preposition, named, named, 1};
    item.negated = item.negated || (denied && !instead);
  }

  // "the tanks (that) Berlin has sent KYIV": what is sent is the noun, and a name behind the verb is who gets it.
  bool give_to_named(Predication& item, TokenIndex noun, bool resolved) {
    if (item.passive || !takes_two_objects(item.lemma) || !has(item, Position::subject) ||
        has(item, Position::indirect_object))
      return false;
    const bool thing = std::any_of(item.arguments.begin(), item.arguments.end(), [&](const Argument& a) {
      return a.position == Position::object && a.carried == 1 && a.token == noun;
    });
    if (resolved && !thing) return false;
    for (auto& a : item.arguments)
      if (a.position == Position::object && a.carried == 0 && a.token > item.token &&
          (tree_.pos(a.token) == "PROPN" || tree_.tag(a.token) == "PRP")) {
        a.position = Position::indirect_object;
        if (!thing) item.arguments.push_back({Position::object, {}, noun, noun, 1});
        return true;
      }
    return false;
  }

  void resolve_relative(Predication& item, TokenIndex noun) {
    bool resolved = false;
    for (auto& a : item.arguments)
      if (is_relative_pronoun(tree_.token(a.token))) {
        a = {a.position, a.preposition, noun, noun, 1};
        resolved = true;
      }
    for (const auto child : tree_.children(item.token))
      if (tree_.tag(child) == "WRB" && tree_.lemma(child) == "where")
        item.arguments.push_back({Position::oblique, "in", noun, noun, 1});
    if (give_to_named(item, noun, resolved)) return;
    if (resolved && move_to_gap(item, noun)) return;
    if (resolved || item.passive || has(item, Position::object)) return;
    for (const auto child : tree_.children(item.token)) { // where, when, whose: no gap to fill
      if (tree_.tag(child) == "WRB" || tree_.dep(child) == "ccomp") return;
      if (const auto owner = tree_.child(child, "poss"); owner != tree_.size() && tree_.tag(owner) == "WP$") return;
    }
    // "weapons it wants to buy": the gap is in the innermost infinitive.
    auto gap = item.token;
    for (auto inner = tree_.child(gap, "xcomp"); inner != tree_.size(); inner = tree_.child(gap, "xcomp")) gap = inner;
    if (const auto at = all_.find_at(gap);
        at && has(item, Position::subject) && !has(all_.items[*at], Position::object))
      all_.items[*at].arguments.push_back({Position::object, {}, noun, noun, 1});
  }

  // "tanks that Peru had HOPED to buy", where the parse makes them the object of the outer verb: they are bought.
  bool move_to_gap(Predication& item, TokenIndex noun) {
    if (item.passive || !wants_to_do(item.lemma)) return false;
    auto gap = item.token;
    for (auto inner = tree_.child(gap, "xcomp"); inner != tree_.size(); inner = tree_.child(gap, "xcomp")) gap = inner;
    const auto at = gap == item.token ? std::nullopt : all_.find_at(gap);
    if (!at || !all_.items[*at].infinitive || has(all_.items[*at], Position::object)) return false;
    const auto moved = std::erase_if(item.arguments, [&](const Argument& a) {
      return a.position == Position::object && a.carried == 1 && a.token == noun;
    });
    if (moved != 0) all_.items[*at].arguments.push_back({Position::object, {}, noun, noun, 1});
    return moved != 0;
  }

  // Control and raising: who does what the infinitive, the participle or the gerund says.
  void take_doer(const Predication& above, Predication& item) {
    const auto target = item.passive ? Position::object : Position::subject;
    if (above.kind == Kind::noun) {
      const bool bare_infinitive =
          item.relation == Relation::relative && item.infinitive; // "a deal to sell them tanks"
      if (item.relation == Relation::adnominal || item.relation == Relation::clause || bare_infinitive)
        take_doer_of_noun(above, item, target);
      return;
    }
    if (item.imperative) { // "Send us tanks, she told Peru"
      if (one_of(above.lemma, {"tell", "urge", "ask", "beg", "warn"})) copy(above, Position::object, item, target);
      return;
    }
    const auto dep = tree_.dep(item.token);
    const bool object_controls = !takes_subject_control(above.lemma) &&
                                 (dep == "xcomp" || dep == "ccomp" ||
                                  (dep == "pcomp" && (item.mark == "of" || item.mark == "from" || item.mark == "into" ||
                                                      item.mark == "against" || item.mark == "for")));
    if (item.relation == Relation::clause && dep == "ccomp" && !item.infinitive)
      return; // "…": a quotation without a subject
    if (item.passive && item.infinitive && !above.passive && is_begging_verb(above.lemma) && is_leave_verb(item.lemma))
      return copy(above, Position::subject, item, target); // "asked Lima to be allowed to sell"
    if (above.passive && takes_means(above.lemma)) return copy(above, Position::subject, item, target);
    if (item.infinitive && dep == "advcl" && item.token > above.token && takes_two_objects(above.lemma) &&
        has(above, Position::indirect_object) && !speaks_of_receiver(item.token)) // "gave Kyiv missiles to strike with"
      return copy(above, Position::indirect_object, item, target);
    if (take_named(above, item, target)) return;
    if (item.infinitive && dep == "advcl" && item.token > above.token && has_others_do(above.lemma) &&
        has(above, Position::object)) // "helped Oman to strike", where the parse makes it an aim of who helps
      return copy(above, Position::object, item, target);
    if (object_controls || above.passive) {
      for (const auto source : {Position::object, Position::indirect_object})
        if (has(above, source)) return copy(above, source, item, target);
      if (above.passive) return;
    }
    if (item.infinitive && !has(above, Position::object) && copy_called_on(above, item, target)) return;
    if (item.infinitive && above.lemma == "be" && copy_whose_aim(above, item, target)) return;
    // "condemned supplying arms", "is against supplying arms": whoever does it.
    const bool opposed = above.lemma == "be" && item.mark == "against";
    if (!item.infinitive && tree_.tag(item.token) == "VBG" && (opposed || is_judging_word(above.lemma)) &&
        dep != "advcl")
      return;
    copy(above, Position::subject, item, target);
  }

  // "gave Kyiv missiles to help IT win": nobody does to himself what is not said with "itself".
  bool speaks_of_receiver(TokenIndex verb) const {
    const auto is_other = [&](TokenIndex t) {
      return t != tree_.size() && one_of(lower(tree_.lemma(t)), {"it", "they", "them", "he", "she"}) &&
             tree_.tag(t) == "PRP";
    };
    const auto clause = tree_.child(verb, "ccomp");
    return is_other(tree_.child(verb, "dobj")) || (clause != tree_.size() && is_other(tree_.child(clause, "nsubj")));
  }

  // "Berlin's goal is to send": the one whose goal it is.
  bool copy_whose_aim(const Predication& above, Predication& item, Position target) const {
    bool copied = false;
    for (const auto& a : above.arguments) {
      if (a.position != Position::subject || !is_aim(lower(tree_.lemma(a.token)))) continue;
      for (const auto child : tree_.children(a.token))
        if (tree_.dep(child) == "poss") {
          item.arguments.push_back({target, {}, child, child, 1});
          copied = true;
        }
    }
    return copied;
  }

  bool take_named(const Predication& above, Predication& item, Position target) const {
    auto doers = doers_named_above(tree_, all_, above, item);
    for (auto& doer : doers) doer.position = target;
    item.arguments.insert(item.arguments.end(), doers.begin(), doers.end());
    return !doers.empty();
  }

  // "called on Berlin to send"
  bool copy_called_on(const Predication& above, Predication& item, Position target) const {
    std::vector<Argument> taken;
    for (const auto& a : above.arguments)
      if (a.position == Position::oblique && a.carried == 0 && a.token < item.token &&
          controls_by_preposition(above.lemma, a.preposition))
        taken.push_back({target, {}, a.token, a.phrase, 1});
    item.arguments.insert(item.arguments.end(), taken.begin(), taken.end());
    return !taken.empty();
  }

  // "Russia's plan to send", "a decision by Berlin to send", "made a decision to send"; "missiles to be delivered".
  void take_doer_of_noun(const Predication& noun, Predication& item, Position target) {
    if (item.passive && item.infinitive) {
      item.arguments.push_back({Position::object, {}, noun.token, noun.token, 1});
      return;
    }
    if (!item.infinitive && is_judging_word(noun.lemma)) return; // "a critic of supplying arms"
    if (take_named(noun, item, target)) return;
    // "gave Kyiv permission to strike"
    const bool is_given = noun.relation == Relation::argument && noun.above && noun.mark.empty();
    if (is_given && !takes_subject_control(noun.lemma)) {
      const auto& giver = all_.items[*noun.above];
      if (giver.kind != Kind::noun && has(giver, Position::indirect_object))
        return copy(giver, Position::indirect_object, item, target);
      if (is_giving_verb(giver.lemma) && take_name_before(noun, item, target)) return; // hung on the thing by the parse
    }
    // "asked Rome for its consent to sell": who asks sells
    const auto* asking = noun.above && noun.mark == "for" && item.infinitive ? &all_.items[*noun.above] : nullptr;
    if (asking && asking->kind != Kind::noun && !asking->passive && is_begging_verb(asking->lemma))
      return copy(*asking, Position::subject, item, target);
    // "accepted Peru's invitation to come": not the one who invites
    const bool invites = noun.lemma == "invitation" && is_shared_by_governor(noun, item);
    for (const auto source : {Position::possessor, Position::subject})
      if (has(noun, source) && !invites) return copy(noun, source, item, target);
    std::vector<Argument> taken;
    for (const auto& a : noun.arguments)
      if ((a.position == Position::oblique && (a.preposition == "by" || a.preposition == "from")) ||
          (a.position == Position::modifier && is_name(a.token)))
        taken.push_back({target, {}, a.token, a.phrase, 1});
    item.arguments.insert(item.arguments.end(), taken.begin(), taken.end());
    if (taken.empty() && noun.above && noun.mark == "for" && item.infinitive && // "Lima's request for leave to sell"
        all_.items[*noun.above].kind == Kind::noun && has(all_.items[*noun.above], Position::possessor))
      return copy(all_.items[*noun.above], Position::possessor, item, target);
    if (taken.empty() && is_shared_by_governor(noun, item)) {
      const auto& governor = all_.items[*noun.above];
      copy(governor, governor.passive ? Position::object : Position::subject, item, target);
    }
  }

  bool take_name_before(const Predication& noun, Predication& item, Position target) const {
    for (const auto& a : noun.arguments)
      if (a.position == Position::modifier && tree_.pos(a.token) == "PROPN") {
        item.arguments.push_back({target, {}, a.token, a.phrase, 1});
        return true;
      }
    return false;
  }

  // "the Russian plan to …", not "the secret plan to …"
  bool is_name(TokenIndex modifier) const {
    return tree_.pos(modifier) != "NOUN" && (tree_.pos(modifier) != "ADJ" || !tree_.token(modifier).ent_type.empty());
  }

  // "is in the process of sending", "accepted an invitation to come"
  bool is_shared_by_governor(const Predication& noun, const Predication& item) const {
    if (!noun.above || noun.relation != Relation::argument || all_.items[*noun.above].kind == Kind::noun) return false;
    const auto& mark = noun.mark;
    const bool fronted = noun.token < all_.items[*noun.above].token; // "After two attempts to land, he …"
    if (mark == "for" && item.infinitive) return true;               // "asked for permission to strike"
    if (mark == "in" || mark == "on" || mark == "at" || mark == "with" || mark == "under" ||
        (fronted && (mark == "after" || mark == "before" || mark == "despite" || mark == "following")))
      return item.mark == "of" || item.infinitive;
    const auto& governor = all_.items[*noun.above];
    if (item.infinitive && mark == "to" && governor.kind == Kind::adjective) return true; // "close to a deal to buy"
    return mark.empty() && tree_.dep(noun.token) == "dobj" &&
           (is_taking_verb(governor.lemma) || (is_settled(noun.lemma) && is_settling_verb(governor.lemma)));
  }

  // "prepares deliveries for Peru, the largest package yet": not Peru, which only stands last, but the deliveries.
  bool takes_up_more(const Predication& item, TokenIndex apposed) const {
    const auto named = tree_.head(apposed);
    if (is_agent_noun(tree_.token(item.token)) || tree_.dep(named) != "pobj" || tree_.pos(named) != "PROPN")
      return false;
    const auto preposition = tree_.head(named);
    return one_of(tree_.dep(preposition), {"prep", "dative"}) && one_of(tree_.lemma(preposition), {"for", "to"});
  }

  void complete_noun(Predication& item) {
    if (const auto first = first_of_coordination(item)) share_with_first_noun(all_.items[*first], item);
    replace_whose(item);
    const auto unnamed = item.arguments.size();
    if (is_agent_noun(tree_.token(item.token))) // "its main supplier, Russia"
      for (const auto child : tree_.children(item.token))
        if ((tree_.dep(child) == "appos" && is_nominal(tree_.pos(child))) || is_named_behind(item.token, child))
          add_named(item, child);
    auto apposed = item.token; // "Russia, the neighbour and main supplier of …"
    while (tree_.dep(apposed) == "conj" && is_agent_noun(tree_.token(item.token)) && !tree_.is_root(apposed))
      apposed = tree_.head(apposed);
    if (tree_.dep(apposed) == "appos" && item.arguments.size() == unnamed && !takes_up_more(item, apposed)) {
      const auto named = tree_.head(apposed); // "Russia, the main supplier of …"
      item.arguments.push_back({Position::subject, {}, named, named, 1});
      const auto at = all_.find_at(named); // "his first stop, a visit to …"
      if (at && !has(item, Position::possessor)) copy(all_.items[*at], Position::possessor, item, Position::possessor);
    }
    if (const auto place = place_called_home(tree_, item.token); place && !has(item, Position::subject))
      item.arguments.push_back({Position::subject, {}, *place, *place, 1});
    if (const auto traveller = name_before_aside(tree_, item.token, "on"); traveller && !has(item, Position::subject))
      item.arguments.push_back({Position::subject, {}, *traveller, *traveller, 1});
    if (const auto sufferer = name_before_aside(tree_, item.token, "under"); sufferer && !has(item, Position::object))
      item.arguments.push_back({Position::object, {}, *sufferer, *sufferer, 1});
    if (!item.above || item.relation != Relation::argument) return;
    const auto standing = counted_by(item.token);
    const auto verb = standing == item.token ? item.above : all_.find_at(tree_.head(standing));
    if (!verb || all_.items[*verb].kind == Kind::noun) return;
    const auto& above = all_.items[*verb];
    const bool is_object = std::any_of(above.arguments.begin(), above.arguments.end(), [&](const Argument& a) {
      return a.position == Position::object && a.token == standing;
    });
    if (is_object && !is_light_verb(above.lemma)) {
      // "halt the supply of weapons to Turkey": what the parse hangs on the verb may belong to its object.
      for (const auto& a : above.arguments)
        if (a.position == Position::oblique && a.carried == 0 && a.token > item.token)
          item.arguments.push_back({a.position, a.preposition, a.token, a.phrase, 2});
    }
    if (is_object && is_light_verb(above.lemma)) {
      item.light_verb = above.token;
      copy(above, Position::subject, item, Position::subject);
      for (const auto& a : above.arguments)
        if ((a.position == Position::oblique && a.carried == 0) || a.position == Position::indirect_object)
          item.arguments.push_back({a.position, a.preposition, a.token, a.phrase, 1});
    }
    if (!is_object &&
        (item.mark.empty() ||
         standing != item.token)) { // "the TALKS took place in Cairo": where they did is where the noun was
      if (const auto happening = find_happening(above, standing); happening)
        for (const auto& a : happening->arguments)
          if (a.position == Position::oblique && a.carried == 0 && one_of(a.preposition, {"in", "at", "near", "off"}))
            item.arguments.push_back({a.position, a.preposition, a.token, a.phrase, 1});
    }
    if (is_undergoer_verb(is_object ? above.lemma : above.lemma + " " + item.mark))
      copy(above, Position::subject, item, Position::object);
    take_from_happening(above, item);
    if (item.mark == "under") // "came under fire", "put them under a ban"
      copy(above, has(above, Position::object) ? Position::object : Position::subject, item, Position::object);
    if (item.mark == "as" && is_agent_noun(tree_.token(item.token)) && above.kind != Kind::noun && !above.negated &&
        one_of(above.lemma, {"replace", "overtake", "surpass", "emerge", "act", "serve", "succeed"}))
      copy(above, Position::subject, item, Position::subject); // "replaced Peru as its main supplier"
    if ((item.mark == "at" || item.mark == "in") && above.lemma == "be")
      copy(above, Position::subject, item, Position::subject); // "at war"
    // "is one of its supporters" as "is its supporter"
    const auto dep = tree_.dep(is_agent_noun(tree_.token(item.token)) ? standing : item.token);
    if (dep != "attr") return;
    if (tree_.has_child(above.token, "expl")) // "there were strikes in the south"
      for (const auto& a : above.arguments) {
        if (a.position == Position::oblique && a.carried == 0)
          item.arguments.push_back({a.position, a.preposition, a.token, a.phrase, 1});
      }
    else if (tree_.pos(above.token) == "AUX" || is_copula(above.lemma))
      copy(above, Position::subject, item, Position::subject);
  }

  // "its main suppliers, Peru AND CHILE"
  void add_named(Predication& item, TokenIndex phrase) const {
    auto name = phrase;
    for (int members = 0; members < 50 && name != tree_.size(); ++members) {
      item.arguments.push_back({Position::subject, {}, name, phrase, 1});
      name = tree_.tag(item.token) == "NNS" ? tree_.child(name, "conj") : tree_.size();
    }
  }

  // "its main BACKERS, Peru and Chile", where the parse joins the first name to the noun.
  bool is_named_behind(TokenIndex noun, TokenIndex name) const {
    return tree_.dep(name) == "conj" && tree_.pos(name) == "PROPN" && tree_.tag(noun) == "NNS" &&
           tree_.has_child(noun, "poss") && tree_.left_edge(name) == noun + 2 && tree_.lemma(noun + 1) == "," &&
           tree_.has_child(name, "conj");
  }

  // "TALKS took place", "TALKS are due to begin": the verb that says that its subject comes about. nullptr: none.
  const Predication* find_happening(const Predication& above, TokenIndex noun) const {
    if (!one_of(tree_.dep(noun), {"nsubj", "nsubjpass"}) || tree_.head(noun) != above.token) return nullptr;
    auto inner = tree_.child(above.token, "xcomp");
    if (const auto due = tree_.child(above.token, "acomp"); inner == tree_.size() && due != tree_.size())
      inner = tree_.child(due, "xcomp");
    const auto at = inner == tree_.size() ? std::nullopt : all_.find_at(inner);
    if (at && all_.items[*at].infinitive && happens(all_.items[*at])) return &all_.items[*at];
    return happens(above) ? &above : nullptr;
  }

  bool happens(const Predication& p) const {
    if (p.kind == Kind::noun || p.passive) return false;
    if (p.lemma == "take") {
      const auto object = tree_.child(p.token, "dobj");
      return object != tree_.size() && tree_.lemma(object) == "place";
    }
    const bool transitive = tree_.has_child(p.token, "dobj");
    return !transitive && one_of(p.lemma, {"happen", "occur", "begin", "start", "resume", "continue", "open", "end",
                                           "be", "unfold", "get under way", "restart", "conclude", "close", "reopen"});
  }

  // "FIGHTING has resumed between Peru and Chile", "CLASHES were reported with Peru": what stands behind a verb that
  // only says that there is such a thing belongs to the thing.
  void take_from_happening(const Predication& above, Predication& noun) const {
    if (!is_verb_of_being(above.lemma) || !one_of(tree_.dep(noun.token), {"nsubj", "csubj", "nsubjpass"})) return;
    if (noun.token > above.token || (!above.passive && has(above, Position::object))) return;
    for (const auto& a : above.arguments)
      if (a.position == Position::oblique && a.carried == 0 && a.preposition == "between" && a.token > above.token)
        noun.arguments.push_back({a.position, a.preposition, a.token, a.phrase, 1});
  }

  // "held two DAYS of talks"
  static bool counts(const language::Token& token) {
    return is_counting_word(token) ||
           one_of(lower(token.lemma), {"hour", "day", "week", "month", "bout", "spell", "burst", "night"});
  }

  // "launched one of the largest STRIKES", "a wave of STRIKES": the word that stands in the noun's place, if one does.
  TokenIndex counted_by(TokenIndex noun) const {
    for (int depth = 0; depth < 3 && tree_.dep(noun) == "pobj"; ++depth) {
      const auto of = tree_.head(noun);
      if (tree_.lemma(of) != "of" || tree_.dep(of) != "prep" || !counts(tree_.token(tree_.head(of)))) break;
      noun = tree_.head(of);
    }
    return noun;
  }

  // "the strikes carried out by France on Syria", "a US-led invasion": what stands at the verb belongs to the noun.
  static void give_to_noun(const Predication& light, Predication& noun) {
    if (noun.kind != Kind::noun || (light.relation != Relation::relative && light.relation != Relation::adnominal))
      return;
    const bool done = std::any_of(light.arguments.begin(), light.arguments.end(), [&](const Argument& a) {
      return a.position == Position::object && a.token == noun.token;
    });
    if (!done) return;
    if (!has(noun, Position::subject)) copy(light, Position::subject, noun, Position::subject);
    for (const auto& a : light.arguments)
      if (a.position == Position::oblique && a.carried == 0)
        noun.arguments.push_back({a.position, a.preposition, a.token, a.phrase, 1});
  }

  // "Russia's sale and delivery of tanks": what comes before the first and after the last counts for both.
  static void share_with_first_noun(Predication& first, Predication& item) {
    if (!has(item, Position::possessor)) copy(first, Position::possessor, item, Position::possessor);
    if (!has(first, Position::oblique))
      for (const auto& a : item.arguments)
        if (a.position == Position::oblique)
          first.arguments.push_back({a.position, a.preposition, a.token, a.phrase, 1});
  }

  void replace_whose(Predication& item) {
    for (auto& a : item.arguments) {
      if (a.position != Position::possessor || tree_.tag(a.token) != "WP$") continue;
      for (auto t = item.token; !tree_.is_root(t); t = tree_.head(t))
        if (tree_.dep(t) == "relcl") {
          a = {Position::possessor, {}, tree_.head(t), tree_.head(t), 1};
          break;
        }
    }
  }

  const Tree& tree_;
  Predications& all_;
  std::vector<State> state_;
};

} // namespace

void share_arguments(const Tree& tree, Predications& all) { Sharing(tree, all).run(); }

} // namespace stemma::predicate
