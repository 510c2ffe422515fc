#include "predicate/predication.hpp"

#include "predicate/exceptions.hpp"
#include "predicate/features.hpp"
#include "predicate/gapping.hpp"
#include "predicate/gerund.hpp"
#include "predicate/misread_objects.hpp"
#include "predicate/naming.hpp"
#include "predicate/sharing.hpp"
#include "predicate/tree.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::predicate {

namespace {

// A stretch of more tokens without an end is a table or worse; what relates its words to each other would cost the
// square of its length.
constexpr std::uint32_t longest_sentence = 2000;

// By token: whether its sentence is one that anybody would write.
std::vector<bool> in_readable_sentence(const Tree& tree) {
  std::vector<bool> readable(tree.size());
  for (TokenIndex first = 0; first < tree.size();) {
    auto last = first;
    while (last < tree.size() && tree.sentence(last) == tree.sentence(first)) ++last;
    std::fill(readable.begin() + first, readable.begin() + last, last - first <= longest_sentence);
    first = last;
  }
  return readable;
}

// "will hold the Desert Wind DRILLS": taken for a verb, but what has an article is a noun.
bool is_noun_misread(const Tree& tree, TokenIndex i) {
  return tree.tag(i) == "VBZ" && tree.dep(i) == "ccomp" && tree.has_child(i, "det") && !tree.has_child(i, "dobj");
}

// "FIGHTING between them has killed thousands", "SHELLING by rebels went on": taken for a verb, but what has its doer
// behind "between" or "by" and nothing of its own before is a noun.
bool is_gerund_of_doer(const Tree& tree, TokenIndex i) {
  if (tree.tag(i) != "VBG" || !one_of(tree.dep(i), {"nsubj", "csubj", "nsubjpass", "csubjpass"})) return false;
  if (i + 1 >= tree.size() || tree.head(i + 1) != i || !one_of(tree.lemma(i + 1), {"between", "by"})) return false;
  return !tree.has_child(i, "nsubj") && !tree.has_child(i, "dobj") && !tree.has_child(i, "aux");
}

std::optional<Kind> kind_of(const Tree& tree, TokenIndex i) {
  const auto pos = tree.pos(i), dep = tree.dep(i), tag = tree.tag(i);
  if (dep == "aux" || dep == "auxpass" || dep == "punct" || dep == "case") return std::nullopt;
  const bool participle_tag = tag == "VBN" || tag == "VBG" || tag == "VBD";
  if (is_noun_misread(tree, i) || is_gerund_of_doer(tree, i)) return Kind::noun;
  if (find_gerund_governor(tree, i)) return Kind::verb;
  if ((dep == "amod" || dep == "acl") && participle_tag) return Kind::participle;
  if ((pos == "VERB" && tag != "JJ") || pos == "AUX") return Kind::verb;
  if (pos == "NOUN" || pos == "PROPN") return Kind::noun;
  if (pos == "ADJ" && (dep == "acomp" || dep == "oprd" || tree.has_child(i, "xcomp") || tree.has_child(i, "cop")))
    return Kind::adjective;
  return std::nullopt;
}

std::string lemma_of(const Tree& tree, TokenIndex i, Kind kind) {
  std::string lemma = lower(tree.lemma(i));
  if (kind == Kind::noun && tree.tag(i) == "VBG") { // "fight": the noun is "fighting"
    if (lemma.size() > 2 && lemma.back() == 'e' && lemma[lemma.size() - 2] != 'e') lemma.pop_back();
    return lemma + "ing";
  }
  if (kind == Kind::noun && i > 0) { // two words for one thing
    const auto before = lower(tree.lemma(i - 1));
    if (lemma == "light" && before == "green") return "green light";
    if (lemma == "ahead" && before == "-" && i > 1 && lower(tree.lemma(i - 2)) == "go") return "go-ahead";
    if (before == "-" && i > 1 && one_of(lemma, {"up", "out", "down", "back", "off"}) && tree.head(i - 2) == i)
      return lower(tree.lemma(i - 2)) + lemma; // "build-up"
  }
  if (kind == Kind::verb || kind == Kind::participle) {
    const auto particle = tree.child(i, "prt");
    if (particle != tree.size()) lemma += " " + lower(tree.lemma(particle));
    // "shot down 58 of 67 drones": taken for an adverb before a number
    const bool is_down = particle == tree.size() && i + 2 < tree.size() && tree.head(i + 1) == i &&
                         tree.dep(i + 1) == "advmod" && lower(tree.lemma(i + 1)) == "down" && tree.tag(i + 2) == "CD";
    if (is_down) lemma += " down";
    // "set aside $3 billion", "fell through": taken for an adverb
    const bool is_particle = particle == tree.size() && !is_down && i + 1 < tree.size() && tree.head(i + 1) == i &&
                             tree.dep(i + 1) == "advmod" &&
                             (tree.tag(i + 1) == "RP" || lower(tree.lemma(i + 1)) == "aside");
    if (is_particle) lemma += " " + lower(tree.lemma(i + 1));
  }
  return lemma;
}

class Collector {
public:
  Collector(const Tree& tree, Predication& predication) : tree_(tree), out_(predication) {}

  // "President VUCIC and Kosovo Prime Minister Kurti", where the parse takes the first one for a word of the second.
  TokenIndex person_in_front(TokenIndex person) const {
    const auto first = tree_.child(person, "nmod");
    const bool joined = first != tree_.size() && first < person && tree_.has_child(first, "cc") &&
                        tree_.has_child(first, "conj") && tree_.has_child(person, "compound");
    const auto is_person = [&](TokenIndex t) { return tree_.token(t).ent_type == "PERSON"; };
    return joined && is_person(first) && is_person(person) ? first : tree_.size();
  }

  void drop(TokenIndex argument) {
    std::erase_if(out_.arguments, [&](const Argument& a) { return a.token == argument; });
  }

  // Every member of a coordination is an argument of its own.
  void add(Position position, TokenIndex phrase, const std::string& preposition = {}, std::uint8_t carried = 0) {
    add_member(position, phrase, phrase, preposition, carried, 0);
  }

  void add_prepositional(TokenIndex adposition, std::uint8_t carried, const std::string& before = {}) {
    const std::string own = preposition_of(word(adposition));
    // "north of the river" is near it
    std::string preposition = before.empty() ? own : is_side(before) ? "near" : before + " " + own;
    for (const auto child : tree_.children(adposition)) {
      const auto dep = tree_.dep(child);
      if (dep == "pobj")
        add(Position::oblique, child, preposition, carried);
      else if (const auto meant = dep == "pcomp" ? meant_by(tree_, child) : tree_.size(); meant != tree_.size())
        add(Position::oblique, meant, preposition, carried);
      else if (own == "worth") // "sent arms worth a million [to Egypt]"
        dep == "prep" ? add_prepositional(child, 2) : add_low_attachments(child, 1);
      else if (dep == "prep" && tree_.has_child(adposition, "pobj") && tree_.child(adposition, "pobj") < child)
        add_prepositional(child, 2); // "voted on aid [for Peru]", hung on "on"
      else if (dep == "prep")
        add_prepositional(child, carried, preposition);
      else if (dep == "conj" && tree_.pos(child) == "ADP" &&
               !is_excepted_from_denial(tree_, out_.token, adposition, child))
        add_prepositional(child, carried);
    }
  }

  // "containers [of shells [to Russia]]": what the parse hangs low may belong to the verb.
  void add_low_attachments(TokenIndex noun, int depth = 0) {
    if (depth > 3) return;
    for (const auto child : tree_.children(noun)) {
      if (tree_.dep(child) == "prep") {
        add_prepositional(child, 2);
        const auto inner = tree_.child(child, "pobj");
        if (inner != tree_.size()) add_low_attachments(inner, depth + 1);
      } else if (tree_.dep(child) == "conj" || is_worth(child) || is_filled(child)) {
        add_low_attachments(child, depth + 1);
      }
    }
  }

  // "crates filled with shells [to Egypt]"
  bool is_filled(TokenIndex i) const {
    const auto with = tree_.child(i, "prep");
    return tree_.dep(i) == "acl" && tree_.tag(i) == "VBN" && with == i + 1 && word(with) == "with";
  }

  // "arms worth a million euros [to Egypt]"
  bool is_worth(TokenIndex i) const {
    return word(i) == "worth" || (tree_.dep(i) == "npadvmod" && word(tree_.head(i)) == "worth");
  }

  std::string word(TokenIndex i) const { return lower(tree_.lemma(i)); }

private:
  void add_member(Position position, TokenIndex token, TokenIndex phrase, const std::string& preposition,
                  std::uint8_t carried, int depth) {
    const bool left_out = is_left_out(tree_, token);
    if (const auto front = left_out ? tree_.size() : person_in_front(token); front != tree_.size())
      out_.arguments.push_back({position, preposition, front, phrase, carried});
    if (!left_out) out_.arguments.push_back({position, preposition, token, phrase, carried});
    if (depth > 50) return; // a list longer than this is no coordination of parties
    for (const auto child : tree_.children(token))
      if ((left_out && !is_set_against(tree_, token, child)) ||
          is_excepted_from_denial(tree_, out_.token, token, child) || opens_gapped_clause(tree_, child))
        continue;
      else if (tree_.dep(child) == "conj" &&
               (is_nominal(tree_.pos(child)) || (is_quality(position) && tree_.pos(child) == "ADJ")))
        add_member(position, child, phrase, preposition, carried, depth + 1);
      else if (tree_.dep(child) == "appos" && goes_on_with(token, child))
        add_member(position, child, phrase, preposition, carried, depth + 1);
  }

  // Where adjectives are joined that each say something: "a BRUTAL and ILLEGAL act", "is BRUTAL and ILLEGAL".
  static bool is_quality(Position position) {
    return position == Position::modifier || position == Position::complement;
  }

  // "Peru, Chile and Cuba", where the parse takes the second name and what is joined to it for another name of the
  // first: several names do not explain one.
  bool goes_on_with(TokenIndex name, TokenIndex next) const {
    return next > name && tree_.pos(name) == "PROPN" && tree_.pos(next) == "PROPN" && tree_.has_child(next, "conj") &&
           !tree_.token(name).ent_type.empty() && tree_.token(name).ent_type == tree_.token(next).ent_type;
  }

  const Tree& tree_;
  Predication& out_;
};

// "White House: North Korea has shipped …": what the parse takes for one more subject is who says it.
bool speaks_before_colon(const Tree& tree, TokenIndex subject, TokenIndex verb) {
  const auto children = tree.children(verb);
  return subject < verb && std::any_of(
                               children.begin(), children.end(),
                               [&](TokenIndex other) {
                                 if (tree.dep(other) != "nsubj" || other <= subject) return false;
                                 for (auto t = subject; t < other; ++t)
                                   if (tree.lemma(t) == ":") return true;
                                 return false;
                               });
}

void add_things_behind(const Tree& tree, TokenIndex verb, TokenIndex preposition, TokenIndex name, Collector& collect) {
  const auto first = name_joined_in_front(tree, name);
  const auto object = tree.child(verb, "dobj");
  if (first != tree.size() && object < preposition) {
    const auto word = collect.word(preposition);
    collect.drop(name);
    collect.add(Position::oblique, first, word);
    collect.add(Position::object, name);
    return collect.add_low_attachments(name);
  }
  for (const auto thing : tree.children(name))
    if (is_thing_behind_name(tree, verb, preposition, thing)) {
      collect.drop(thing);
      collect.add(Position::object, thing);
      collect.add_low_attachments(thing);
    }
}

// "fired rockets, many of them SUPPLIED by Peru": a participle with a subject of its own and a doer.
bool is_absolute_passive(const Tree& tree, TokenIndex verb) {
  const auto subject = tree.child(verb, "nsubj");
  return tree.tag(verb) == "VBN" && subject != tree.size() && subject < verb && tree.has_child(verb, "agent") &&
         !tree.has_child(verb, "aux") && !tree.has_child(verb, "auxpass");
}

void add_verb_arguments(const Tree& tree, Predication& out) {
  Collector collect(tree, out);
  const auto i = out.token;
  const bool absolute = is_absolute_passive(tree, i);
  out.passive = out.passive || absolute;
  const bool has_object = tree.has_child(i, "dobj");
  const auto given_to_or_named = first_of_two_objects(tree, i);
  const bool is_named = given_to_or_named != tree.size() && is_naming_verb(collect.word(i));
  const auto given_to = is_named ? tree.size() : given_to_or_named;
  const auto raised = thing_up_to(tree, i);
  const auto up_to = raised != tree.size() ? raised : thing_between(tree, i);
  const bool is_bounded = up_to != tree.size() && (!has_object || takes_two_objects(collect.word(i)));
  if (is_bounded) {
    collect.add(Position::object, up_to);
    collect.add_low_attachments(up_to);
  }
  for (const auto child : tree.children(i)) {
    const auto dep = tree.dep(child);
    if (dep == "nsubj") {
      if (!speaks_before_colon(tree, child, i)) collect.add(absolute ? Position::object : Position::subject, child);
    } else if (child == given_to || (is_bounded && dep == "dobj"))
      collect.add(Position::indirect_object, child);
    else if (dep == "nsubjpass")
      collect.add(has_object ? Position::indirect_object : Position::object, child);
    else if (dep == "dobj" && is_named) // "branded the raid A PLOT", taken for one more object
      collect.add(child == given_to_or_named ? Position::object : Position::complement, child);
    else if (dep == "dobj") {
      if (is_parted(tree, i, child) || (is_behind_comma(tree, child) && tree.child(i, "dobj") != child)) continue;
      const auto thing = thing_behind_participle(tree, child);
      if (thing != tree.size()) {
        collect.add(Position::object, thing);
        for (const auto holder : {thing, child + 1})
          for (const auto inner : tree.children(holder))
            if (tree.dep(inner) == "prep") collect.add_prepositional(inner, 0);
        continue;
      }
      if (const auto named = name_before_quotation(tree, i, child); named != tree.size()) {
        collect.add(Position::object, named);
        collect.add(Position::complement, child);
        continue;
      }
      if (const auto name = called_name(tree, i, child); name != tree.size()) collect.add(Position::complement, name);
      collect.add(Position::object, child);
      collect.add_low_attachments(child);
      for (const auto inner : tree.children(child)) // "jets [from Peru and tanks from Chile]"
        if (const auto name = tree.child(inner, "pobj"); tree.dep(inner) == "prep" && name != tree.size())
          add_things_behind(tree, i, inner, name, collect);
      if (const auto called = name_apposed(tree, i, child); called != tree.size())
        collect.add(Position::complement, called);
      auto given = name_before_numeral(tree, child);
      if (given == tree.size()) given = name_before_things(tree, i, child);
      if (given != tree.size() && !tree.has_child(i, "dative")) collect.add(Position::indirect_object, given);
    } else if (dep == "dative" && tree.pos(child) == "ADP") {
      collect.add_prepositional(child, 0);
      if (const auto inner = tree.child(child, "pobj"); inner != tree.size())
        add_things_behind(tree, i, child, inner, collect);
    } else if (const auto name = has_object ? tree.size() : name_before_things(tree, i, child);
               dep == "dative" && name != tree.size()) { // "promised Peru arms", taken for those who get something
      collect.add(Position::indirect_object, name);
      collect.add(Position::object, child);
      collect.add_low_attachments(child);
    } else if (dep == "dative") {
      collect.add(Position::indirect_object, child);
      const auto some = has_object ? tree.size() : number_behind_name(tree, child);
      if (some != tree.size()) collect.add(Position::object, some);
    } else if (dep == "agent") {
      const auto by = tree.child(child, "pobj");
      if (by == tree.size()) continue;
      collect.add(Position::subject, by);
      for (const auto next : tree.children(child)) // "not by Peru but BY CHILE"
        if (const auto other = tree.child(next, "pobj"); tree.dep(next) == "conj" && other != tree.size())
          collect.add(Position::subject, other);
      collect.add_low_attachments(by); // "built by a yard [for Peru]"
    } else if (is_bounded && (child == tree.head(up_to) || child == tree.head(tree.head(up_to)))) {
      continue; // "up to", "between"
    } else if (dep == "prep") {
      const auto front = has_object ? tree.size() : name_in_front(tree, child);
      if (front != tree.size()) { // "will give to Peru 20 tanks", with all of it hung on "to"
        collect.add(Position::oblique, front, collect.word(child));
        collect.add(Position::object, tree.child(child, "pobj"));
        continue;
      }
      collect.add_prepositional(child, 0);
      const auto inner = tree.child(child, "pobj");
      const auto judged_as = has_object || inner == tree.size() ? tree.size() : quality_in_front(tree, child, inner);
      if (judged_as != tree.size()) { // "denounced as CRUEL the raid"
        collect.drop(inner);
        collect.add(Position::object, inner);
        collect.add(Position::complement, judged_as);
      }
      const bool judges = has_object && collect.word(child) == "as"; // "denounced it as a breach [of law]"
      if (inner != tree.size() && !judges && !is_help(tree, child, inner))
        collect.add_low_attachments(inner, 1); // "spoke by telephone [with Putin]"
      if (inner != tree.size()) add_things_behind(tree, i, child, inner, collect);
    } else if (is_noun_misread(tree, child)) {
      collect.add(Position::object, child);
    } else if (dep == "advmod" && one_of(collect.word(child), {"there", "here"})) {
      collect.add(Position::oblique, child, "in");
    } else if (dep == "advmod") { // "sailed close [to the island]", "fired deep [into the country]"
      for (const auto inner : tree.children(child))
        if (tree.dep(inner) == "prep") collect.add_prepositional(inner, 0);
    } else if (dep == "attr" && tree.has_child(i, "expl")) { // "there are troops [in the south]"
      collect.add(Position::complement, child);
      collect.add_low_attachments(child);
    } else if (dep == "attr" || dep == "oprd" || dep == "acomp")
      collect.add(Position::complement, child);
    else if (const auto meant = dep == "ccomp" ? meant_by(tree, child) : tree.size(); meant != tree.size()) {
      collect.add(Position::object, meant);
      collect.add_low_attachments(meant);
      for (const auto inner : tree.children(child)) // "what it called a raid [by Peru]"
        if (inner > meant && tree.dep(inner) == "prep") collect.add_prepositional(inner, 2);
    } else if (dep == "xcomp" && child > i && collect.word(i) == "be" && collect.word(child) == "blame") {
      collect.add(Position::complement, child);                    // "is to blame"
    } else if (dep == "ccomp" && collect.word(child) == "worth") { // "got arms worth a million [from Peru]"
      for (const auto inner : tree.children(child))
        if (tree.dep(inner) == "prep") collect.add_prepositional(inner, 0);
    } else if (dep == "npadvmod" && !has_object && child > i && tree.tag(child) == "CD" &&
               !is_time(tree.token(child))) {
      collect.add(Position::object, child); // "shot down 15 of 17 drones"
      collect.add_low_attachments(child);
    } else if (is_joined_thing(tree, i, child)) {
      collect.add(Position::object, child);
      collect.add_low_attachments(child);
    } else if (dep == "npadvmod" && is_time(tree.token(child)))
      collect.add(Position::time, child);
    else if (one_of(dep, {"ccomp", "xcomp"}) && collect.word(i) == "help" &&
             tree.tag(child) == "VB") { // "helped Spain find them"
      const auto helped = tree.child(child, "nsubj");
      if (helped != tree.size()) collect.add(Position::object, helped, {}, 1);
    }
  }
}

// "denied supplying shells to Ukraine": what the parse hangs on the verb above belongs to the gerund.
void add_gerund_arguments(const Tree& tree, TokenIndex governor, Predication& out) {
  add_verb_arguments(tree, out);
  Collector collect(tree, out);
  const auto noun = tree.head(out.token);
  collect.add(Position::object, noun);
  collect.add_low_attachments(noun);
  for (const auto child : tree.children(governor))
    if (child > noun && tree.dep(child) == "prep") collect.add_prepositional(child, 0);
}

// In a passive clause whose doer the parse hangs on another phrase: "was listed as a terrorist group by France".
void take_low_agent(Predication& out) {
  const auto is_subject = [](const Argument& a) { return a.position == Position::subject; };
  if (!out.passive || std::any_of(out.arguments.begin(), out.arguments.end(), is_subject)) return;
  for (auto& a : out.arguments)
    if (a.position == Position::oblique && a.preposition == "by") a.position = Position::subject;
}

// "Peter Smith, visiting Peru, said …", where the parse takes Peru for an apposition: whoever is named before.
// size(): no such.
TokenIndex before_participle(const Tree& tree, TokenIndex participle) {
  const auto noun = tree.head(participle);
  if (tree.tag(participle) != "VBG" || tree.dep(participle) != "amod" || tree.dep(noun) != "appos" ||
      tree.pos(noun) != "PROPN" || tree.left_edge(noun) != participle || participle == 0 ||
      tree.lemma(participle - 1) != ",")
    return tree.size();
  const auto named = tree.head(noun);
  return tree.pos(named) == "PROPN" && named < participle ? named : tree.size();
}

// Before or after a noun: the noun is what is done to ("the shells sent by …") or the doer ("forces holding …").
void add_participle_arguments(const Tree& tree, Predication& out) {
  add_verb_arguments(tree, out);
  Collector collect(tree, out);
  const auto noun = tree.head(out.token);
  if (noun == out.token) return;
  out.passive = tree.tag(out.token) != "VBG";
  if (const auto named = before_participle(tree, out.token); named != tree.size()) {
    collect.add(Position::subject, named, {}, 1);
    return collect.add(Position::object, noun);
  }
  collect.add(out.passive ? Position::object : Position::subject, noun, {}, 1);
  if (!out.passive || tree.dep(out.token) != "amod") return;
  for (const auto child : tree.children(out.token)) { // "Iran-backed", "U.S.-made"
    const auto dep = tree.dep(child);
    if ((dep == "npadvmod" && !is_time(tree.token(child))) || dep == "compound" || dep == "nmod" || dep == "amod")
      collect.add(Position::subject, child);
  }
}

// "inspections of the engine and launch pad": "launch", taken for a verb, belongs beside the engine. size(): no such.
TokenIndex noun_before_misread(const Tree& tree, TokenIndex verb) {
  if (tree.dep(verb) != "conj" || tree.tag(verb) != "VB" || !tree.has_child(verb, "dobj") ||
      tree.has_child(verb, "aux"))
    return tree.size();
  for (auto t = verb; t > tree.head(verb); --t)
    if (tree.dep(t - 1) == "pobj") return t - 1;
  return tree.size();
}

void add_noun_arguments(const Tree& tree, Predication& out) {
  Collector collect(tree, out);
  if (tree.dep(out.token) == "pobj") // "voted on aid [for Peru]", hung on "on"
    for (const auto child : tree.children(tree.head(out.token)))
      if (tree.dep(child) == "prep" && child > out.token) collect.add_prepositional(child, 0);
  for (const auto child : tree.children(out.token)) {
    const auto dep = tree.dep(child);
    if (dep == "poss")
      collect.add(Position::possessor, child);
    else if (dep == "amod" && child > out.token && collect.is_worth(child)) // "exports worth a million [to Peru]"
      collect.add_low_attachments(child, 1);
    else if (dep == "compound" || dep == "nmod" || dep == "amod")
      collect.add(Position::modifier, child);
    else if (dep == "prep" || dep == "agent") {
      collect.add_prepositional(child, 0);
      const auto inner = tree.child(child, "pobj");
      if (inner != tree.size()) collect.add_low_attachments(inner, 1); // "delivery [of shells [to Russia]]"
    } else if (const auto before = noun_before_misread(tree, child); before != tree.size())
      collect.add(Position::oblique, child, collect.word(tree.head(before)), 2);
  }
}

void add_arguments(const Tree& tree, Predication& out) {
  if (const auto governor = find_gerund_governor(tree, out.token)) return add_gerund_arguments(tree, *governor, out);
  switch (out.kind) {
  case Kind::verb:
    add_verb_arguments(tree, out);
    take_low_agent(out);
    break;
  case Kind::participle: add_participle_arguments(tree, out); break;
  case Kind::noun: add_noun_arguments(tree, out); break;
  case Kind::adjective: add_verb_arguments(tree, out); break;
  }
}

} // namespace

std::optional<PredicationIndex> Predications::find_at(TokenIndex token) const {
  const auto found = std::lower_bound(items.begin(), items.end(), token,
                                      [](const Predication& p, TokenIndex t) { return p.token < t; });
  if (found == items.end() || found->token != token) return std::nullopt;
  return static_cast<PredicationIndex>(found - items.begin());
}

std::span<const Predication> Predications::in_sentence(std::uint32_t sentence) const {
  const auto first = std::lower_bound(items.begin(), items.end(), sentence,
                                      [](const Predication& p, std::uint32_t s) { return p.sentence < s; });
  const auto last = std::upper_bound(first, items.end(), sentence,
                                     [](std::uint32_t s, const Predication& p) { return s < p.sentence; });
  return {first, last};
}

Predications predications(const language::Analysis& analysis) {
  const Tree tree(analysis);
  const auto readable = in_readable_sentence(tree);
  Predications out;
  for (TokenIndex i = 0; i < tree.size(); ++i) {
    if (!readable[i]) continue;
    const auto kind = kind_of(tree, i);
    if (!kind) continue;
    Predication predication;
    predication.token = i;
    predication.kind = *kind;
    predication.lemma = lemma_of(tree, i, *kind);
    predication.sentence = tree.sentence(i);
    read_features(tree, predication);
    add_arguments(tree, predication);
    out.items.push_back(std::move(predication));
  }
  attach(tree, out);
  share_arguments(tree, out);
  return out;
}

} // namespace stemma::predicate
