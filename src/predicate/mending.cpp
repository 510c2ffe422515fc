#include "predicate/mending.hpp"

#include "predicate/mend_descriptions.hpp"
#include "predicate/mend_phrases.hpp"
#include "predicate/mend_sayings.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::predicate {

namespace {

using language::Token;

bool is_day_or_month(std::string_view word) {
  return one_of(word,
                {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
                 "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"});
}

bool is_finite(const Token& t) { return one_of(t.tag, {"VBD", "VBZ", "VBP", "MD"}); }

// "sold", "launched": past tense and participle are one form. Regular forms are longer than their lemma; of the
// irregular ones that grow, only two are no participles.
bool is_also_participle(const Token& t) {
  const auto lemma = lower(t.lemma);
  const auto length = t.bytes.end.value - t.bytes.start.value;
  if (length > lemma.size()) return !one_of(lemma, {"go", "do", "be", "have"});
  return one_of(lemma,
                {"sell", "send",  "build", "make", "hold", "lead", "find",  "keep", "leave", "lend", "lose", "meet",
                 "pay",  "shoot", "win",   "hit",  "put",  "set",  "spend", "lay",  "feed",  "lift", "buy"});
}

bool is_noun(const Token& t) { return one_of(t.tag, {"NN", "NNS", "NNP", "NNPS"}); }

class Mending {
public:
  Mending(const std::vector<Token>& tokens, Arcs& arcs) : tokens_(tokens), arcs_(arcs) {}

  void run(std::uint32_t first, std::uint32_t last) {
    if (last - first > longest_mended) return; // a table: each verb looks through its whole sentence
    free_subject_of_day(first, last);
    for (auto t = first; t < last; ++t) bridge_aside(t, last);
    for (auto t = first; t < last; ++t) {
      free_verb_of_name(first, t, last);
      take_for_past(first, t, last);
    }
    for (auto t = first; t < last; ++t) {
      free_described_subject(first, t, last);
      open_bare_clause(first, t, last);
      take_worth_for_measure(first, t, last);
    }
    for (auto t = first; t < last; ++t) join_to_object(first, t);
  }

private:
  static constexpr std::uint32_t longest_mended = 400; // tokens

  std::uint32_t head(std::uint32_t i) const { return arcs_.heads[i]; }
  std::string_view dep(std::uint32_t i) const { return arcs_.deps[i]; }
  void hang(std::uint32_t i, std::uint32_t on, std::string_view as) { arcs_.hang(i, on, as); }

  // "On Friday Smith left": preposition, day, and the name that was taken for the rest of the day's.
  void free_subject_of_day(std::uint32_t first, std::uint32_t last) {
    if (first + 3 >= last || tokens_[first].tag != "IN") return;
    const auto day = first + 1, name = head(day), verb = head(first);
    if (!is_day_or_month(lower(tokens_[day].lemma)) || !one_of(dep(day), {"compound", "nmod"}) || name <= day ||
        name >= last || head(name) != first || dep(name) != "pobj" || verb <= name || verb >= last)
      return;
    bool passive = false, finite = is_finite(tokens_[verb]);
    for (auto t = first; t < last; ++t) {
      if (head(t) != verb || t == verb) continue;
      if (one_of(dep(t), {"nsubj", "nsubjpass", "csubj", "expl"})) return;
      passive = passive || dep(t) == "auxpass";
      finite = finite || (is_finite(tokens_[t]) && one_of(dep(t), {"aux", "auxpass"}));
    }
    if (!finite) return;
    hang(day, first, "pobj");
    hang(name, verb, passive ? "nsubjpass" : "nsubj");
  }

  // "Smith, the minister, ANNOUNCED a plan": the parse makes it describe the name.
  void free_verb_of_name(std::uint32_t first, std::uint32_t verb, std::uint32_t last) {
    if (dep(verb) != "acl" || verb < first + 3 || !one_of(tokens_[verb].tag, {"VBD", "VBN"}) ||
        tokens_[verb - 1].tag != ",")
      return;
    const auto name = head(verb);
    if (head(name) != name || name >= verb || tokens_[name].tag != "NNP") return;
    bool named_again = false, object = false;
    for (auto t = first; t < last; ++t) {
      if (head(t) == name && t > name && t < verb) named_again = named_again || dep(t) == "appos";
      if (head(t) != verb || t == verb) continue;
      if (one_of(dep(t), {"aux", "auxpass", "nsubj", "nsubjpass", "agent"})) return;
      object = object || one_of(dep(t), {"dobj", "ccomp"});
    }
    if (!named_again || !object) return;
    for (auto t = verb + 1; t < last; ++t)
      if (head(t) == name) arcs_.heads[t] = verb;
    hang(verb, verb, dep(name));
    hang(name, verb, "nsubj");
    arcs_.tags[verb] = "VBD";
  }

  // "Smith ANNOUNCED a plan", tagged as a participle: with a subject and an object, and no auxiliary.
  void take_for_past(std::uint32_t first, std::uint32_t verb, std::uint32_t last) {
    if (arcs_.tags[verb] != "VBN" || head(verb) != verb) return;
    bool subject = false, object = false;
    for (auto t = first; t < last; ++t) {
      if (head(t) != verb || t == verb) continue;
      if (one_of(dep(t), {"aux", "auxpass", "nsubjpass", "agent"})) return;
      subject = subject || (dep(t) == "nsubj" && t < verb);
      object = object || (one_of(dep(t), {"dobj", "ccomp"}) && t > verb);
    }
    if (subject && object) arcs_.tags[verb] = "VBD";
  }

  // "did not, HE SAID, sell": the aside tears the auxiliary and its denial off the verb behind it.
  void bridge_aside(std::uint32_t auxiliary, std::uint32_t last) {
    const auto denial = auxiliary + 1;
    if (denial + 2 >= last || !is_finite(tokens_[auxiliary]) || tokens_[denial + 1].tag != "," ||
        !one_of(lower(tokens_[denial].lemma), {"not", "n't", "never"}))
      return;
    const auto lemma = lower(tokens_[auxiliary].lemma);
    const bool has = lemma == "have", bare = lemma == "do" || tokens_[auxiliary].tag == "MD";
    const auto verb = has || bare ? verb_after_aside(denial + 1, last) : last;
    if (verb == last) return;
    auto top = verb; // of what the parse put above the verb, from the auxiliary on
    while (head(top) != top && head(top) >= auxiliary && head(top) < verb) top = head(top);
    if (top != verb) {
      const auto over = head(top);
      const auto relation = dep(top);
      hang(top, verb, top == auxiliary ? "aux" : "advcl");
      hang(verb, over == top ? verb : over, relation);
    }
    for (auto t = auxiliary > 40 ? auxiliary - 40 : 0; t < verb; ++t) {
      const bool subject = t < auxiliary && one_of(dep(t), {"nsubj", "nsubjpass"});
      if (t != auxiliary && head(t) != t && (head(t) == auxiliary || (subject && head(t) > denial && head(t) < verb)))
        arcs_.heads[t] = verb;
    }
    hang(auxiliary, verb, "aux");
    hang(denial, verb, "neg");
    arcs_.tags[verb] = has ? "VBN" : "VB";
  }

  // The verb right behind the comma that ends the aside, without a subject of its own; `last`: there is none.
  std::uint32_t verb_after_aside(std::uint32_t comma, std::uint32_t last) const {
    constexpr std::uint32_t longest = 12;
    for (auto t = comma + 2; t + 1 < last && t < comma + longest; ++t) {
      if (tokens_[t].tag != ",") continue;
      const auto verb = t + 1;
      if (!tokens_[verb].tag.starts_with("VB") || tokens_[verb].tag == "VBG" || tokens_[verb].tag == "VBZ") continue;
      if (one_of(dep(verb), {"aux", "auxpass", "relcl"})) return last;
      return verb;
    }
    return last;
  }

  // A noun joined to a verb by "and" goes with what the verb governs right before: its object, or else that of its
  // preposition.
  void join_to_object(std::uint32_t first, std::uint32_t noun) {
    const auto verb = head(noun);
    if (dep(noun) != "conj" || !is_noun(tokens_[noun]) || verb >= noun || !tokens_[verb].tag.starts_with("V")) return;
    for (auto t = verb + 1; t < noun; ++t) // a clause of its own
      if (head(t) == noun && one_of(dep(t), {"nsubj", "nsubjpass", "aux", "advmod"})) return;
    std::uint32_t object = noun, governed = noun;
    for (auto t = verb + 1; t < noun; ++t) {
      if (head(t) == verb && dep(t) == "dobj" && is_noun(tokens_[t])) object = t;
      if (dep(t) == "pobj" && is_noun(tokens_[t]) && head(t) < t && head(t) >= first && head(head(t)) == verb &&
          dep(head(t)) == "prep")
        governed = t;
    }
    const auto partner = object != noun ? object : governed;
    if (partner != noun) hang(noun, partner, "conj");
  }

  // "boats SOLD to Peru SANK": the parse takes the participle for the verb, and the verb for one more clause below it,
  // beside it or above it.
  void free_described_subject(std::uint32_t first, std::uint32_t participle, std::uint32_t last) {
    const auto subject = subject_described_by(first, participle, last);
    if (subject == participle) return;
    const auto verb = verb_behind(participle, last);
    if (verb == participle) return;
    bool passive = false;
    for (auto t = first; t < last; ++t) {
      passive = passive || (head(t) == verb && dep(t) == "auxpass");
      const bool outside = t < subject || t > verb;
      if (head(t) == participle && t != participle && t != verb && outside) arcs_.heads[t] = verb;
    }
    if (head(verb) == participle) {
      const bool root = head(participle) == participle;
      hang(verb, root ? verb : head(participle), dep(participle));
    }
    hang(subject, verb, passive ? "nsubjpass" : "nsubj");
    const auto owner = clause_subject_before(subject, participle);
    hang(participle, subject, owner == participle ? "acl" : "relcl");
    if (owner == participle)
      arcs_.tags[participle] = "VBN";
    else
      hang(owner, participle, "nsubj");
  }

  // "boats CHILE sold", "jets the COMPANY sold": without a comma, one of them does not stand beside several things as
  // another name of theirs.
  void open_bare_clause(std::uint32_t first, std::uint32_t verb, std::uint32_t last) {
    if (verb < first + 2 || !one_of(tokens_[verb].tag, {"VBD", "VBN"}) || dep(verb) != "acl") return;
    const auto seller = verb - 1, thing = head(seller);
    if (!is_noun(tokens_[seller]) || tokens_[seller].tag == "NNS" || dep(seller) != "appos" || thing >= seller ||
        thing < first || tokens_[thing].tag != "NNS" || (head(verb) != thing && head(verb) != seller))
      return;
    bool determined = tokens_[seller].tag == "NNP";
    for (auto t = thing + 1; t < seller; ++t) {
      if (head(t) != seller) return;
      determined = determined || dep(t) == "det" || dep(t) == "poss";
    }
    for (auto t = verb + 1; t < last; ++t)
      if (head(t) == verb && one_of(dep(t), {"agent", "dobj"})) return;
    if (!determined) return;
    hang(seller, verb, "nsubj");
    hang(verb, thing, "relcl");
    arcs_.tags[verb] = "VBD";
  }

  // "bought BOATS worth a million", "sold Peru BOATS worth a million": bought, and the worth only tells which.
  void take_worth_for_measure(std::uint32_t first, std::uint32_t worth, std::uint32_t last) {
    if (worth == first || !one_of(dep(worth), {"advmod", "prep", "advcl", "ccomp"}) ||
        lower(tokens_[worth].lemma) != "worth")
      return;
    const auto verb = head(worth), thing = worth - 1;
    if (verb >= thing || verb < first || !tokens_[verb].tag.starts_with("V") || head(thing) != worth ||
        !one_of(dep(thing), {"npadvmod", "nsubj"}) || !is_noun(tokens_[thing]))
      return;
    for (auto t = first; t < last; ++t)
      if (head(t) == verb && one_of(dep(t), {"dobj", "nsubjpass"})) return;
    for (auto t = verb + 1; t < thing; ++t) // "36 transport boats"
      if (head(t) == verb && tokens_[t].tag == "CD") hang(t, thing, "nummod");
    hang(thing, verb, "dobj");
    hang(worth, thing, "amod");
    arcs_.tags[worth] = "JJ";
  }

  // The noun right before a verb that could be a participle and has nothing of a verb of its own; itself: there is
  // none.
  std::uint32_t subject_described_by(std::uint32_t first, std::uint32_t participle, std::uint32_t last) const {
    const auto& token = tokens_[participle];
    if (!(token.tag == "VBN" || (token.tag == "VBD" && is_also_participle(token))) ||
        one_of(dep(participle), {"acl", "amod", "relcl", "aux", "auxpass"}))
      return participle;
    auto subject = participle;
    for (auto t = first; t < last; ++t) {
      if (head(t) != participle || t == participle) continue;
      if (one_of(dep(t), {"aux", "auxpass", "dobj", "neg", "expl", "nsubjpass", "prt"})) return participle;
      if (dep(t) != "nsubj") continue;
      if (subject != participle || t > participle || !is_noun(tokens_[t])) return participle;
      subject = t;
    }
    for (auto t = subject + 1; t < participle; ++t) // nothing between but what belongs to the noun
      if (tokens_[t].tag == "," || tokens_[t].tag == ":" || tokens_[t].tag == "RB") return participle;
    return subject;
  }

  // The first finite verb behind that has no subject and that the parse ties to the participle; itself: there is none.
  std::uint32_t verb_behind(std::uint32_t participle, std::uint32_t last) const {
    for (auto v = participle + 1; v < last; ++v) {
      if (one_of(tokens_[v].tag, {"CC", ":", "WDT", "WP", "WRB", "``", "''"})) return participle;
      const bool values = tokens_[v].lemma == "worth"; // "signed for jets WORTH a million"
      if (!tokens_[v].tag.starts_with("V") || values || one_of(dep(v), {"aux", "auxpass"})) continue;
      const bool below =
          head(v) == participle && one_of(dep(v), {"advcl", "ccomp", "conj", "dep", "xcomp", "acl", "parataxis"});
      const bool above = head(participle) == v && one_of(dep(participle), {"csubj", "csubjpass", "nsubj", "nsubjpass"});
      const bool beside =
          head(v) == head(participle) && head(v) < participle && dep(v) == "ccomp" && dep(participle) == "ccomp";
      if (!below && !above && !beside) continue;
      bool finite = one_of(tokens_[v].tag, {"VBD", "VBZ", "VBP"});
      for (auto t = participle + 1; t < last; ++t) {
        if (head(t) != v || t == v) continue;
        if (one_of(dep(t), {"nsubj", "nsubjpass", "expl", "mark"}) && t < v) return participle;
        finite = finite || (one_of(dep(t), {"aux", "auxpass"}) && is_finite(tokens_[t]));
      }
      return finite && tokens_[v - 1].tag != "," ? v : participle;
    }
    return participle;
  }

  // "the boats CHILE sold": the parse takes it for another name of the boats. The participle: nobody.
  std::uint32_t clause_subject_before(std::uint32_t subject, std::uint32_t participle) const {
    for (auto t = subject + 1; t < participle; ++t)
      if (head(t) == subject && dep(t) == "appos" && is_noun(tokens_[t])) return t;
    return participle;
  }

  const std::vector<Token>& tokens_;
  Arcs& arcs_;
};

// Does every token of [first, last) hang, over others of them, on a root?
bool is_forest(const Arcs& arcs, std::uint32_t first, std::uint32_t last) {
  enum class Seen : std::uint8_t { no, on_this_way, to_a_root };
  std::vector<Seen> seen(last - first, Seen::no);
  for (auto t = first; t < last; ++t) {
    auto up = t;
    while (seen[up - first] == Seen::no) {
      seen[up - first] = Seen::on_this_way;
      const auto over = arcs.heads[up];
      if (over < first || over >= last) return false;
      if (over == up) break;
      up = over;
    }
    if (seen[up - first] == Seen::on_this_way && arcs.heads[up] != up) return false; // a circle
    for (auto down = t; seen[down - first] == Seen::on_this_way; down = arcs.heads[down])
      seen[down - first] = Seen::to_a_root;
  }
  return true;
}

} // namespace

Arcs mended_arcs(const language::Analysis& analysis) {
  const auto& tokens = analysis.tokens;
  Arcs arcs;
  const auto take = [&](std::uint32_t t) {
    arcs.heads[t] = tokens[t].head;
    arcs.deps[t] = tokens[t].dep;
    arcs.tags[t] = tokens[t].tag;
    arcs.poses[t] = tokens[t].pos;
  };
  arcs.heads.resize(tokens.size());
  for (auto* texts : {&arcs.deps, &arcs.tags, &arcs.poses}) texts->resize(tokens.size());
  for (std::uint32_t t = 0; t < tokens.size(); ++t) take(t);
  for (std::uint32_t first = 0; first < tokens.size();) {
    auto last = first + 1;
    while (last < tokens.size() && !tokens[last].sent_start) ++last;
    Mending(tokens, arcs).run(first, last);
    mend_phrases(tokens, first, last, arcs);
    mend_descriptions(tokens, first, last, arcs);
    mend_sayings(tokens, first, last, arcs);
    // One change may undo what another relied on: a sentence that is no forest any more is read as the parser gave it.
    // Those who climb from a word to its root rely on getting there.
    if (!is_forest(arcs, first, last))
      for (auto t = first; t < last; ++t) take(t);
    first = last;
  }
  return arcs;
}

} // namespace stemma::predicate
