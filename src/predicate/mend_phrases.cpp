#include "predicate/mend_phrases.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::predicate {

namespace {

using language::Token;

bool is_noun(const Token& t) { return one_of(t.tag, {"NN", "NNS", "NNP", "NNPS"}); }
bool is_verb(const Token& t) { return t.tag.starts_with('V'); }

class Phrases {
public:
  Phrases(const std::vector<Token>& tokens, Arcs& arcs) : tokens_(tokens), arcs_(arcs) {}

  void run(std::uint32_t first, std::uint32_t last) {
    for (auto t = first; t < last; ++t) {
      const auto from = t - first > reach ? t - reach : first, to = std::min(last, t + reach);
      join_prefix(from, t, to);
      end_aside(from, t);
      rename_object(from, t);
      value_thing(from, t, to);
      unfold_sale(from, t, to);
      join_particle(t, to);
      take_for_infinitive(t, to);
      say_whose_border(from, t);
      say_which_side(from, t, to);
      part_name_from_things(from, t, to);
      part_joined_names(from, t, to);
      give_deal_its_making(from, t);
      unfold_charge(t, to);
      unfold_promise(from, t, to);
      return_charge(from, t, to);
      stand_accused(from, t, to);
      describe_noun(t);
    }
    free_subject_of_verb(first, last);
  }

private:
  static constexpr std::uint32_t reach = 64; // tokens: a sentence of a book's length would else cost the square

  std::uint32_t head(std::uint32_t i) const { return arcs_.heads[i]; }
  std::string_view dep(std::uint32_t i) const { return arcs_.deps[i]; }
  std::string_view tag(std::uint32_t i) const { return arcs_.tags[i]; }
  void hang(std::uint32_t i, std::uint32_t on, std::string_view as) { arcs_.hang(i, on, as); }

  // "RE - EXPORTED"
  void join_prefix(std::uint32_t first, std::uint32_t prefix, std::uint32_t last) {
    const auto verb = prefix + 2;
    if (verb >= last || !is_verb(tokens_[verb]) || (head(verb) != prefix && head(verb) != head(prefix)) ||
        tokens_[prefix + 1].bytes.start != tokens_[prefix].bytes.end ||
        tokens_[prefix + 1].bytes.end != tokens_[verb].bytes.start || lower(tokens_[prefix].lemma) != "re")
      return;
    const bool root = head(prefix) == prefix;
    hang(verb, root ? verb : head(prefix), dep(prefix));
    for (auto t = first; t < last; ++t) {
      if (t == prefix || t == verb || head(t) != prefix) continue;
      arcs_.heads[t] = verb;
      if (t < prefix && is_noun(tokens_[t]) && one_of(dep(t), {"compound", "npadvmod", "dep"})) arcs_.deps[t] = "nsubj";
    }
    hang(prefix, verb, "punct");
    hang(prefix + 1, verb, "punct");
  }

  // "offered to HOST talks", tagged as a noun: with "to" before it and something to host.
  void take_for_infinitive(std::uint32_t to, std::uint32_t last) {
    const auto verb = to + 1;
    if (verb + 1 >= last || tokens_[to].tag != "TO" || dep(to) != "aux" || head(to) != verb || tag(verb) != "NN")
      return;
    arcs_.tags[verb] = "VB";
    arcs_.poses[verb] = "VERB";
  }

  // "massed troops on the border WITH Peru": it is no company of theirs.
  void say_whose_border(std::uint32_t first, std::uint32_t with) {
    if (with <= first || dep(with) != "prep" || !one_of(lower(tokens_[with].lemma), {"with", "between"})) return;
    const auto border = with - 1;
    if (head(with) == border || !is_noun(tokens_[border]) || head(border) == with ||
        !one_of(lower(tokens_[border].lemma), {"border", "frontier", "boundary"}))
      return;
    hang(with, border, "prep");
  }

  // "massed troops NORTH of the river": where they are, which the parse takes for another name of theirs, or for what
  // the thing before it describes.
  void say_which_side(std::uint32_t first, std::uint32_t side, std::uint32_t last) {
    const auto of = side + 1;
    if (side <= first || of + 1 >= last || head(of) != side || head(side) >= side || tokens_[of].lemma != "of" ||
        one_of(tokens_[side - 1].tag, {"DT", ","}) || !is_side(lower(tokens_[side].lemma)))
      return;
    const auto thing = side - 1;
    if (is_noun(tokens_[thing]) && head(thing) == side && one_of(dep(side), {"dobj", "nsubjpass"})) {
      hang(thing, head(side), dep(side));
      for (auto t = first; t < thing; ++t)
        if (head(t) == side) arcs_.heads[t] = thing;
      hang(side, thing, "prep");
    } else if (one_of(dep(side), {"appos", "npadvmod", "advmod", "dobj", "nmod", "dep"}))
      hang(side, head(side), "prep");
    else
      return;
    arcs_.poses[side] = "ADP";
  }

  // ", along with spare parts, TO Peru"
  void end_aside(std::uint32_t first, std::uint32_t to) {
    if (to <= first || dep(to) != "prep" || tokens_[to - 1].tag != ",") return;
    const auto aside = head(to);
    if (aside <= first || aside >= to || tokens_[aside].tag != "IN" || tokens_[aside - 1].tag != "," ||
        head(aside) >= aside)
      return;
    hang(to, head(aside), "prep");
  }

  // "took delivery of jets, the second BATCH of its kind", "placed an order for jets, the LARGEST of its kind"
  void rename_object(std::uint32_t first, std::uint32_t other) {
    const auto verb = head(other);
    if (dep(other) != "dobj" || verb >= other || verb < first || !(is_noun(tokens_[other]) || tag(other) == "JJS"))
      return;
    auto edge = other;
    bool definite = false;
    while (edge > first && head(edge - 1) >= edge && head(edge - 1) <= other) {
      --edge;
      definite = definite || dep(edge) == "det";
    }
    if (!definite || edge <= first || tokens_[edge - 1].tag != ",") return;
    for (auto object = verb + 1; object + 1 < edge; ++object)
      if (head(object) == verb && dep(object) == "dobj" && is_noun(tokens_[object]))
        return object == verb + 1 || tag(other) == "JJS" ? hang(other, object, "appos") : void();
  }

  // "signed for jets WORTH a million", "signed a contract with Peru WORTH a million for jets"
  void value_thing(std::uint32_t first, std::uint32_t worth, std::uint32_t last) {
    if (worth <= first || !one_of(dep(worth), {"advcl", "acl", "ccomp"}) || lower(tokens_[worth].lemma) != "worth")
      return;
    const auto verb = head(worth), before = worth - 1;
    if (verb >= before || verb < first || !is_noun(tokens_[before]) || head(before) == worth) return;
    auto thing = before;
    for (auto t = verb + 1; tag(before) == "NNP" && t < before; ++t)
      if (head(t) == verb && dep(t) == "dobj") thing = t;
    for (auto t = worth + 1; t < last; ++t)
      if (head(t) == worth && dep(t) == "prep") hang(t, thing, "prep");
    hang(worth, thing, "amod");
    arcs_.tags[worth] = "JJ";
  }

  // "approved the SALE to Peru OF jets"
  void unfold_sale(std::uint32_t first, std::uint32_t of, std::uint32_t last) {
    if (of < first + 3 || of + 1 >= last || dep(of) != "prep" || lower(tokens_[of].lemma) != "of") return;
    auto to = of - 1;
    while (to > first && tokens_[to].tag == "NNP") --to;
    if (to + 1 == of || to <= first || lower(tokens_[to].lemma) != "to" || dep(to) != "prep") return;
    const auto sale = to - 1, named = of - 1;
    if (!one_of(tag(sale), {"NN", "NNS"}) || head(named) != to || head(of) != named) return;
    for (auto t = of + 1; t < last; ++t)
      if (head(t) == of && one_of(tag(t), {"NNP", "NNPS"})) return; // "a trip to the Republic of Peru"
    hang(to, sale, "prep");
    hang(of, sale, "prep");
  }

  // "voted DOWN a bill"
  void join_particle(std::uint32_t particle, std::uint32_t last) {
    if (particle == 0 || head(particle) != particle - 1 || !one_of(dep(particle), {"prep", "prt"}) ||
        lower(tokens_[particle].lemma) != "down" || tokens_[particle - 1].lemma != "vote")
      return;
    for (auto t = particle + 1; t < last; ++t)
      if (head(t) == particle && dep(t) == "pobj") hang(t, particle - 1, "dobj");
    hang(particle, particle - 1, "prt");
  }

  // "discussed with SMITH recent deliveries": no adjective stands behind a name that describes the thing.
  void part_name_from_things(std::uint32_t first, std::uint32_t preposition, std::uint32_t last) {
    const auto verb = head(preposition);
    if (dep(preposition) != "prep" || verb < first || verb >= preposition || !is_verb(tokens_[verb])) return;
    for (auto name = preposition + 1; name + 2 < last; ++name) {
      const auto thing = head(name);
      if (tag(name) != "NNP") return;
      if (thing <= name + 1 || head(thing) != preposition || dep(thing) != "pobj") continue;
      if (tag(name + 1) != "JJ" || head(name + 1) != thing || !one_of(tag(thing), {"NN", "NNS"})) continue;
      if (has_object(first, verb, last)) return;
      hang(name, preposition, "pobj");
      hang(thing, verb, "dobj");
      return;
    }
  }

  bool has_object(std::uint32_t first, std::uint32_t verb, std::uint32_t last) const {
    for (auto t = first; t < last; ++t)
      if (head(t) == verb && one_of(dep(t), {"dobj", "nsubjpass", "ccomp"})) return true;
    return false;
  }

  // "bought launchers from PERU and Caesar howitzers from Spain": taken for howitzers of Peru and of Caesar.
  void part_joined_names(std::uint32_t first, std::uint32_t preposition, std::uint32_t last) {
    const auto name = preposition + 1, conjunction = preposition + 2;
    if (conjunction + 2 >= last || dep(preposition) != "prep" || tag(name) != "NNP" || tag(conjunction) != "CC") return;
    const auto thing = head(name);
    auto kept = head(preposition); // the first things, or the verb that has them for its object
    if (kept < first || kept >= preposition || thing <= conjunction || thing >= last || head(thing) != preposition ||
        head(conjunction) != name || !one_of(tag(thing), {"NN", "NNS"}))
      return;
    for (auto t = kept + 1; is_verb(tokens_[kept]) && t < preposition; ++t)
      if (head(t) == kept && dep(t) == "dobj") kept = t;
    if (!is_noun(tokens_[kept])) return;
    bool parallel = false;
    for (auto t = thing + 1; t < last && t < thing + 3; ++t)
      parallel = parallel || (head(t) == thing && dep(t) == "prep" && tokens_[t].lemma == tokens_[preposition].lemma);
    if (!parallel) return;
    hang(preposition, kept, "prep");
    hang(name, preposition, "pobj");
    hang(conjunction, kept, "cc");
    hang(thing, kept, "conj");
    for (auto t = conjunction + 1; t < thing; ++t)
      if (head(t) == name) hang(t, thing, "compound");
  }

  // "the ORDER for jets, PLACED in May", "a CONTRACT with Peru for jets, SIGNED in May": no jet is signed.
  void give_deal_its_making(std::uint32_t first, std::uint32_t participle) {
    if (participle < first + 3 || dep(participle) != "acl" || tokens_[participle - 1].tag != "," ||
        !one_of(tokens_[participle].lemma, {"sign", "place", "conclude", "award", "agree", "strike", "reach"}))
      return;
    auto deal = head(participle);
    for (int depth = 0; depth < 3 && dep(deal) == "pobj" && head(head(deal)) >= first; ++depth) {
      deal = head(head(deal));
      if (!is_noun(tokens_[deal])) return;
      if (one_of(lower(tokens_[deal].lemma), {"order", "contract", "deal", "agreement", "accord", "pact", "treaty"}))
        return hang(participle, deal, "acl");
    }
  }

  // "will deliver the first of six PROMISED jets": taken for what the first ones promised.
  void unfold_promise(std::uint32_t first, std::uint32_t participle, std::uint32_t last) {
    const auto verb = head(participle), number = participle - 1, thing = participle + 1;
    if (participle < first + 2 || thing >= last || dep(participle) != "ccomp" || verb >= number || verb < first ||
        !is_verb(tokens_[verb]) || !one_of(tag(participle), {"VBD", "VBN"}) || tag(number) != "CD" ||
        head(thing) != participle || dep(thing) != "dobj")
      return;
    auto top = number;
    const auto of = head(number);
    if (dep(number) == "pobj" && of > verb && tokens_[of].lemma == "of") top = head(of);
    if (head(top) != participle || dep(top) != "nsubj") return;
    for (auto t = verb + 1; t < last; ++t)
      if (head(t) == participle && t != top && t != thing) hang(t, verb, dep(t));
    if (top == number) {
      hang(thing, verb, "dobj");
    } else {
      hang(top, verb, "dobj");
      hang(thing, of, "pobj");
    }
    hang(number, thing, "nummod");
    hang(participle, thing, "amod");
    arcs_.tags[participle] = "VBN";
  }

  // "accused Peru OF SHIPPING weapons to rebels": taken for weapons that ship.
  void unfold_charge(std::uint32_t of, std::uint32_t last) {
    const auto gerund = of + 1, thing = of + 2;
    const auto above = head(of), verb = dep(above) == "dobj" ? head(above) : above;
    if (thing >= last || dep(of) != "prep" || tokens_[of].lemma != "of" || above >= of || verb >= of ||
        !one_of(tokens_[verb].lemma, {"accuse", "suspect", "convict"}) || tag(gerund) != "VBG" ||
        dep(gerund) != "amod" || head(gerund) < thing || head(head(gerund)) != of)
      return;
    const auto object = head(gerund);
    hang(of, verb, "prep");
    hang(gerund, of, "pcomp");
    hang(object, gerund, "dobj");
    for (auto t = object + 1; t < last; ++t)
      if (head(t) == verb && dep(t) == "prep") hang(t, gerund, "prep");
  }

  // "is accused by UN experts OF ARMING rebels": whoever accuses arms nobody.
  void return_charge(std::uint32_t first, std::uint32_t of, std::uint32_t last) {
    if (of + 1 >= last || dep(of) != "prep" || tokens_[of].lemma != "of" || tokens_[of + 1].tag != "VBG") return;
    const auto accuser = head(of);
    if (accuser < first || accuser >= of || dep(accuser) != "pobj" || dep(head(accuser)) != "agent") return;
    const auto verb = head(head(accuser));
    if (verb < accuser && one_of(tokens_[verb].lemma, {"accuse", "suspect", "convict"})) hang(of, verb, "prep");
  }

  // "Calls TO SEND tanks are growing": a noun has no adverbial clause.
  void describe_noun(std::uint32_t verb) {
    if (tag(verb) == "VB" && dep(verb) == "advcl" && head(verb) < verb &&
        one_of(tokens_[head(verb)].tag, {"NN", "NNS"}))
      hang(verb, head(verb), "acl");
  }

  // "STANDS ACCUSED of arming rebels": as "is accused".
  void stand_accused(std::uint32_t first, std::uint32_t accused, std::uint32_t last) {
    if (accused <= first || tokens_[accused].lemma != "accuse" || tokens_[accused].tag != "VBN") return;
    const auto stands = accused - 1;
    if (tokens_[stands].lemma != "stand" || head(accused) != stands) return;
    hang(accused, head(stands) == stands ? accused : head(stands), dep(stands));
    for (auto t = first; t < last; ++t) {
      if (t == accused || t == stands || head(t) != stands) continue;
      arcs_.heads[t] = accused;
      if (dep(t) == "nsubj") arcs_.deps[t] = "nsubjpass";
    }
    hang(stands, accused, "auxpass");
  }

  // "According to the ministry, which is new, PERU in May sent jets": taken for one more of what stands before it.
  void free_subject_of_verb(std::uint32_t first, std::uint32_t last) {
    const auto verb = head(first);
    if (verb <= first || verb >= last || dep(first) != "prep" || !one_of(tag(verb), {"VBD", "VBZ", "VBP"})) return;
    for (auto t = first; t < last; ++t)
      if (head(t) == verb && one_of(dep(t), {"nsubj", "nsubjpass", "csubj", "expl"})) return;
    auto named = verb;
    for (auto t = verb - 1; t > first && tokens_[t].tag != ","; --t) {
      if (!is_noun(tokens_[t]) && !one_of(tokens_[t].tag, {"IN", "JJ", "CD", "DT", "RB"})) return;
      named = t;
    }
    if (named == verb || tokens_[named].tag != "NNP") return;
    while (named + 1 < verb && head(named) == named + 1 && is_noun(tokens_[named + 1])) ++named; // "North KOREA"
    if (!one_of(dep(named), {"conj", "appos"}) || head(named) >= named) return;
    hang(named, verb, "nsubj");
    for (auto t = named + 1; t < verb; ++t) // "in May"
      if (tokens_[t].tag == "IN" && head(t) < named) arcs_.heads[t] = verb;
  }

  const std::vector<Token>& tokens_;
  Arcs& arcs_;
};

} // namespace

void mend_phrases(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last, Arcs& arcs) {
  Phrases(tokens, arcs).run(first, last);
}

} // namespace stemma::predicate
