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
      say_whose_border(from, t);
      say_which_side(from, t, to);
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
    if (verb >= last || lower(tokens_[prefix].lemma) != "re" ||
        tokens_[prefix + 1].bytes.start != tokens_[prefix].bytes.end ||
        tokens_[prefix + 1].bytes.end != tokens_[verb].bytes.start || !is_verb(tokens_[verb]) ||
        (head(verb) != prefix && head(verb) != head(prefix)))
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
    if (side <= first || of + 1 >= last || lower(tokens_[of].lemma) != "of" || head(of) != side ||
        !is_side(lower(tokens_[side].lemma)) || head(side) >= side || tokens_[side - 1].tag == "DT" ||
        tokens_[side - 1].tag == ",")
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
    if (worth <= first || lower(tokens_[worth].lemma) != "worth" || !one_of(dep(worth), {"advcl", "acl", "ccomp"}))
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
    if (of < first + 3 || of + 1 >= last || lower(tokens_[of].lemma) != "of" || dep(of) != "prep") return;
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
