#include "predicate/mending.hpp"

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
bool is_noun(const Token& t) { return one_of(t.tag, {"NN", "NNS", "NNP", "NNPS"}); }

class Mending {
public:
  explicit Mending(const language::Analysis& analysis) : tokens_(analysis.tokens) {
    arcs_.heads.reserve(tokens_.size());
    for (const auto& token : tokens_) {
      arcs_.heads.push_back(token.head);
      arcs_.deps.push_back(token.dep);
    }
  }

  Arcs run() {
    for (std::uint32_t first = 0; first < tokens_.size();) {
      auto last = first + 1;
      while (last < tokens_.size() && !tokens_[last].sent_start) ++last;
      free_subject_of_day(first, last);
      for (auto t = first; t < last; ++t) join_to_object(first, t);
      first = last;
    }
    return std::move(arcs_);
  }

private:
  std::uint32_t head(std::uint32_t i) const { return arcs_.heads[i]; }
  std::string_view dep(std::uint32_t i) const { return arcs_.deps[i]; }
  void hang(std::uint32_t i, std::uint32_t on, std::string_view as) {
    arcs_.heads[i] = on;
    arcs_.deps[i] = as;
  }

  // "On Friday Smith left": preposition, day, and the name that was taken for the rest of the day's.
  void free_subject_of_day(std::uint32_t first, std::uint32_t last) {
    if (first + 3 >= last || tokens_[first].tag != "IN") return;
    const auto day = first + 1, name = head(day), verb = head(first);
    if (!is_day_or_month(lower(tokens_[day].lemma)) || !one_of(dep(day), {"compound", "nmod"}) || name <= day ||
        name >= last || head(name) != first || dep(name) != "pobj" || verb <= name || verb >= last)
      return;
    bool passive = false;
    for (auto t = first; t < last; ++t) {
      if (head(t) != verb || t == verb) continue;
      if (one_of(dep(t), {"nsubj", "nsubjpass", "csubj", "expl"})) return;
      passive = passive || dep(t) == "auxpass";
      if (is_finite(tokens_[t]) && one_of(dep(t), {"aux", "auxpass"})) finite_ = verb;
    }
    if (!is_finite(tokens_[verb]) && finite_ != verb) return;
    hang(day, first, "pobj");
    hang(name, verb, passive ? "nsubjpass" : "nsubj");
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

  const std::vector<Token>& tokens_;
  Arcs arcs_;
  std::uint32_t finite_ = 0xffffffff; // a verb that an auxiliary makes finite
};

} // namespace

Arcs mended_arcs(const language::Analysis& analysis) { return Mending(analysis).run(); }

} // namespace stemma::predicate
