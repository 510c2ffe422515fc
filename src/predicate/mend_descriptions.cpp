#include "predicate/mend_descriptions.hpp"

#include "predicate/words.hpp"

namespace stemma::predicate {

namespace {

using language::Token;

bool is_name_of_land(const Token& t) { return t.tag == "NNP" && t.ent_type == "GPE"; }

class Descriptions {
public:
  Descriptions(const std::vector<Token>& tokens, Arcs& arcs) : tokens_(tokens), arcs_(arcs) {}

  void run(std::uint32_t begin, std::uint32_t end) {
    for (auto t = begin; t < end; ++t) {
      const auto first = t - begin > reach ? t - reach : begin, last = end - t > reach ? t + reach : end;
      take_gerund_for_noun(first, t, last);
      free_gerund(t, last);
      describe_thing_given(first, t, last);
      deny_other_name(t);
      take_name_for_object(first, t, last);
      take_name_for_subject(first, t, last);
      free_from_witness(first, t);
      give_plan_its_maker(first, t, last);
      close_aside(first, t);
      free_which_of_person(first, t, last);
      give_which_to_last(first, t);
      free_where_of_day(first, t, last);
      join_named_participle(first, t, last);
      take_verb_for_noun(first, t);
    }
  }

private:
  std::uint32_t head(std::uint32_t i) const { return arcs_.heads[i]; }
  std::string_view dep(std::uint32_t i) const { return arcs_.deps[i]; }
  void hang(std::uint32_t i, std::uint32_t on, std::string_view as) { arcs_.hang(i, on, as); }
  bool is_comma(std::uint32_t i) const { return tokens_[i].tag == ","; }

  // "in Peruvian SHELLING on Monday": right behind the name of a people that a preposition governs alone, and with no
  // object of its own.
  void take_gerund_for_noun(std::uint32_t first, std::uint32_t gerund, std::uint32_t last) {
    if (gerund < first + 2 || !one_of(tokens_[gerund].tag, {"VBG", "NN"})) return;
    const auto people = gerund - 1, preposition = gerund - 2;
    if (dep(people) != "pobj" || head(people) != preposition || tokens_[preposition].tag != "IN" ||
        !ends_as_people(tokens_[people]) || !one_of(dep(gerund), {"acl", "advcl", "pcomp", "xcomp"}))
      return;
    for (auto t = first; t < last; ++t) {
      if (head(t) == people && t != people && t != gerund) return;
      if (head(t) == gerund && one_of(dep(t), {"dobj", "nsubj", "ccomp", "xcomp", "aux", "prt"})) return;
    }
    for (auto t = gerund + 1; t < last; ++t) // the day is that of what happened there
      if (head(t) == gerund && dep(t) == "prep" && t + 1 < last && tokens_[t + 1].ent_type == "DATE")
        arcs_.heads[t] = head(preposition);
    hang(people, gerund, "amod");
    arcs_.tags[people] = "JJ";
    arcs_.poses[people] = "ADJ";
    hang(gerund, preposition, "pobj");
    arcs_.poses[gerund] = "NOUN"; // it stays a gerund: its lemma is that of the verb
  }

  // "fined three firms for SHIPPING tools": what has an object is done, and is no thing that the preposition governs.
  void free_gerund(std::uint32_t gerund, std::uint32_t last) {
    if (tokens_[gerund].tag != "VBG" || dep(gerund) != "pobj") return;
    for (auto t = gerund + 1; t < last; ++t)
      if (head(t) == gerund && dep(t) == "dobj") return hang(gerund, head(gerund), "pcomp");
  }

  // "fired a missile, allegedly SUPPLIED by Peru": what somebody gave describes the thing right before the comma.
  void describe_thing_given(std::uint32_t first, std::uint32_t participle, std::uint32_t last) {
    if (tokens_[participle].tag != "VBN" || dep(participle) != "advcl" || participle < first + 3 ||
        !takes_two_objects(lower(tokens_[participle].lemma)))
      return;
    auto comma = participle - 1;
    while (comma > first + 1 && tokens_[comma].tag == "RB") --comma;
    const auto thing = comma - 1;
    if (!is_comma(comma) || !one_of(tokens_[thing].tag, {"NN", "NNS", "NNP"}) || head(participle) > thing) return;
    bool by = false;
    for (auto t = comma; t < last; ++t) {
      if (head(t) != participle) continue;
      if (one_of(dep(t), {"aux", "auxpass", "nsubj", "nsubjpass", "mark"})) return;
      by = by || dep(t) == "agent";
    }
    if (by) hang(participle, thing, "acl");
  }

  // "Peruvian", "Swedish", "Chinese", "Iraqi": as names of peoples end, and seldom those of lands.
  static bool ends_as_people(const Token& t) {
    const auto lemma = lower(t.lemma);
    const std::string_view word = lemma;
    return t.ent_type == "NORP" || ((t.ent_type.empty() || t.ent_type == "GPE") &&
                                    (word.ends_with("ish") || word.ends_with("ese") || word.ends_with("ian")));
  }

  // "Peru, NOT CHILE, that": the negation of the name before is of the one behind.
  void deny_other_name(std::uint32_t negation) {
    const auto name = head(negation), other = negation + 1;
    if (dep(negation) != "neg" || name + 2 != negation || !is_comma(name + 1) || other >= tokens_.size() ||
        !tokens_[name].tag.starts_with("NN") || head(other) != name || dep(other) != "appos")
      return;
    hang(negation, other, "neg");
    arcs_.deps[other] = "conj";
  }

  // "is bombing PERU"
  void take_name_for_object(std::uint32_t first, std::uint32_t name, std::uint32_t last) {
    if (name == first || dep(name) != "npadvmod" || !is_name_of_land(tokens_[name])) return;
    const auto verb = name - 1;
    if (head(name) != verb || tokens_[verb].tag != "VBG") return;
    for (auto t = first; t < last; ++t)
      if (head(t) == verb && one_of(dep(t), {"dobj", "auxpass", "nsubjpass"})) return;
    arcs_.deps[name] = "dobj";
  }

  // "PERU used drones", read as a measure of the verb
  void take_name_for_subject(std::uint32_t first, std::uint32_t name, std::uint32_t last) {
    const auto verb = head(name);
    if (dep(name) != "npadvmod" || tokens_[name].tag != "NNP" || verb != name + 1 ||
        !one_of(tokens_[name].ent_type, {"GPE", "ORG", "PERSON"}) || !one_of(tokens_[verb].tag, {"VBD", "VBZ", "VBP"}))
      return;
    for (auto t = first; t < last; ++t)
      if (head(t) == verb && one_of(dep(t), {"nsubj", "nsubjpass", "csubj", "expl"})) return;
    arcs_.deps[name] = "nsubj";
  }

  // "Peru was seen by satellites PREPARING a launch": Peru prepares it.
  void free_from_witness(std::uint32_t first, std::uint32_t participle) {
    const auto witness = head(participle);
    if (tokens_[participle].tag != "VBG" || dep(participle) != "acl" || witness >= participle || witness < first ||
        dep(witness) != "pobj")
      return;
    const auto by = head(witness);
    if (dep(by) != "agent" || head(by) >= by) return;
    const auto verb = head(by);
    if (tokens_[verb].tag == "VBN" &&
        one_of(lower(tokens_[verb].lemma), {"see", "spot", "catch", "film", "observe", "photograph", "detect", "find"}))
      hang(participle, verb, "xcomp");
  }

  // "criticised PLANS by Peru TO HOLD drills": "by" has nothing to do with a verb that is no passive.
  void give_plan_its_maker(std::uint32_t first, std::uint32_t by, std::uint32_t last) {
    if (by < first + 2 || lower(tokens_[by].lemma) != "by" || dep(by) != "prep") return;
    const auto verb = head(by), plan = by - 1;
    if (dep(plan) != "dobj" || head(plan) != verb ||
        !one_of(lower(tokens_[plan].lemma), {"plan", "effort", "attempt", "move", "bid", "decision", "offer", "pledge",
                                             "proposal", "request", "call", "promise"}))
      return;
    for (auto t = by + 1; t < last; ++t) {
      if (head(t) != verb || tokens_[t].tag != "VB" || !one_of(dep(t), {"advcl", "xcomp"})) continue;
      bool to = false;
      for (auto c = by + 1; c < t; ++c) to = to || (head(c) == t && tokens_[c].tag == "TO");
      if (!to) return;
      hang(by, plan, "prep");
      hang(t, plan, "acl");
      return;
    }
  }

  // "sent men, backed by tanks, TO PERU": the comma closes what stands between.
  void close_aside(std::uint32_t first, std::uint32_t preposition) {
    if (preposition < first + 3 || dep(preposition) != "prep" || !is_comma(preposition - 1)) return;
    const auto participle = head(preposition);
    if (participle >= preposition || participle < first + 2 || tokens_[participle].tag != "VBN" ||
        dep(participle) != "acl" || !is_comma(participle - 1))
      return;
    auto above = head(participle);
    if (above >= participle || above < first) return;
    if (tokens_[above].tag.starts_with("NN") && one_of(dep(above), {"dobj", "nsubjpass"})) above = head(above);
    if (above < preposition && tokens_[above].tag.starts_with("V")) arcs_.heads[preposition] = above;
  }

  // "Spain and PERU, which has sent tanks": of two, a verb of one speaks of the last.
  void give_which_to_last(std::uint32_t first, std::uint32_t which) {
    if (which < first + 4 || tokens_[which].tag != "WDT" || !is_comma(which - 1) || dep(which) != "nsubj") return;
    const auto verb = head(which), last = which - 2, one = head(verb);
    if (dep(verb) != "relcl" || one >= last || dep(last) != "conj" || head(last) != one) return;
    if (!one_of(tokens_[last].tag, {"NNP", "NN"}) || !is_of_one(which + 1, verb)) return;
    arcs_.heads[verb] = last;
  }

  // "has sent", "sends"
  bool is_of_one(std::uint32_t first, std::uint32_t verb) const {
    for (auto t = first; t < verb; ++t)
      if (head(t) == verb && one_of(dep(t), {"aux", "auxpass"})) return tokens_[t].tag == "VBZ";
    return tokens_[verb].tag == "VBZ";
  }

  // "the killing of Smith, WHICH": no person is a which.
  void free_which_of_person(std::uint32_t first, std::uint32_t which, std::uint32_t last) {
    if (which < first + 3 || tokens_[which].tag != "WDT" || lower(tokens_[which].lemma) != "which") return;
    auto comma = which;
    if (is_comma(which - 1)) --comma;
    if (is_comma(which - 2) && tokens_[which - 1].tag == "IN") comma = which - 2;
    if (comma == which) return;
    const auto person = comma - 1;
    if (tokens_[person].tag != "NNP" || !one_of(tokens_[person].ent_type, {"PERSON", ""}) || dep(person) != "pobj")
      return;
    const auto of = head(person);
    if (of >= person || of < first || lower(tokens_[of].lemma) != "of") return;
    const auto deed = head(of);
    if (deed >= of || deed < first || !one_of(tokens_[deed].tag, {"NN", "NNS"})) return;
    for (auto t = which + 1; t < last; ++t)
      if (head(t) == person && dep(t) == "relcl") {
        arcs_.heads[t] = deed;
        return;
      }
  }

  // "in Peru on May 3, WHERE he stays"
  void free_where_of_day(std::uint32_t first, std::uint32_t where, std::uint32_t last) {
    if (where < first + 4 || tokens_[where].tag != "WRB" || lower(tokens_[where].lemma) != "where") return;
    const auto verb = head(where);
    if (verb <= where || verb >= last || dep(verb) != "relcl") return;
    const auto day = head(verb);
    if (day >= where || day < first || tokens_[day].ent_type != "DATE" || dep(day) != "pobj") return;
    const auto on = head(day);
    if (on == first || on > day) return;
    const auto place = on - 1;
    if (is_name_of_land(tokens_[place]) && dep(place) == "pobj") arcs_.heads[verb] = place;
  }

  // "ATTACKED by Peru, Chile asked for help", "Chile, ATTACKED by Peru, asked": it tells of the subject.
  void join_named_participle(std::uint32_t first, std::uint32_t participle, std::uint32_t last) {
    const auto verb = head(participle);
    if (tokens_[participle].tag != "VBN" || dep(participle) != "advcl" || verb <= participle || verb >= last) return;
    auto subject = participle;
    bool by_somebody = false;
    for (auto t = first; t < verb; ++t) {
      if (head(t) == participle && one_of(dep(t), {"aux", "auxpass", "nsubj", "nsubjpass", "mark", "advmod"})) return;
      by_somebody = by_somebody || (head(t) == participle && dep(t) == "agent");
      if (head(t) == verb && one_of(dep(t), {"nsubj", "nsubjpass"})) subject = t;
    }
    if (!by_somebody || subject == participle || !is_noun(subject)) return;
    const bool fronted = participle == first && subject > participle;
    const bool between = subject + 2 == participle && is_comma(subject + 1);
    if (fronted || between) hang(participle, subject, "acl");
  }

  // "may soon test-FIRE a missile": with a modal verb and a subject of its own, no noun.
  void take_verb_for_noun(std::uint32_t first, std::uint32_t noun) {
    if (noun == first || tokens_[noun].tag != "NN" || tokens_[noun - 1].tag != "HYPH") return;
    bool modal = false, subject = false;
    for (auto t = first; t < noun; ++t) {
      if (head(t) != noun) continue;
      modal = modal || (tokens_[t].tag == "MD" && dep(t) == "aux");
      subject = subject || one_of(dep(t), {"nsubj", "nsubjpass"});
      if (one_of(dep(t), {"cop", "det"})) return;
    }
    if (!modal || !subject) return;
    arcs_.tags[noun] = "VB";
    arcs_.poses[noun] = "VERB";
  }

  bool is_noun(std::uint32_t i) const { return tokens_[i].tag.starts_with("NN"); }

  static constexpr std::uint32_t reach = 60; // tokens either way

  const std::vector<Token>& tokens_;
  Arcs& arcs_;
};

} // namespace

void mend_descriptions(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last, Arcs& arcs) {
  Descriptions(tokens, arcs).run(first, last);
}

} // namespace stemma::predicate
