#include "predicate/mend_sayings.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::predicate {

namespace {

using language::Token;

bool is_noun(std::string_view tag) { return one_of(tag, {"NN", "NNS", "NNP", "NNPS"}); }

class Sayings {
public:
  Sayings(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last, Arcs& arcs)
      : tokens_(tokens), first_(first), last_(last), arcs_(arcs) {}

  void run() {
    for (auto t = first_; t < last_; ++t) {
      give_speaker(t);
      free_verb_behind_quotation(t);
    }
  }

private:
  static constexpr std::uint32_t reach = 40; // tokens: who speaks stands right before

  std::uint32_t head(std::uint32_t i) const { return arcs_.heads[i]; }
  std::string_view dep(std::uint32_t i) const { return arcs_.deps[i]; }
  bool is_comma(std::uint32_t i) const { return tokens_[i].tag == ","; }
  bool is_quote(std::uint32_t i) const { return one_of(tokens_[i].tag, {"''", "``"}); }

  // "Peru shelled a town, SMITH, the mayor, said": a verb that governs what stands before it, and has no subject.
  void give_speaker(std::uint32_t verb) {
    if (!one_of(arcs_.tags[verb], {"VBD", "VBZ"}) || verb < first_ + 4) return;
    auto end = verb;
    while (end > first_ + 2 && tokens_[end - 1].pos == "ADV") --end;
    if (!is_comma(end - 1) || !governs_what_is_before(verb)) return;
    const auto name = explained_before(end - 1);
    if (name != end - 1) arcs_.hang(name, verb, "nsubj");
  }

  bool governs_what_is_before(std::uint32_t verb) const {
    bool said = false;
    for (auto t = verb > first_ + reach ? verb - reach : first_; t < std::min(last_, verb + reach); ++t) {
      if (head(t) != verb || t == verb) continue;
      if (one_of(dep(t), {"nsubj", "nsubjpass", "csubj", "expl"})) return false;
      said = said || (t < verb && dep(t) == "ccomp");
    }
    return said;
  }

  // "…, SMITH, the mayor,": the outermost name of the phrase that ends before the comma and starts behind another one;
  // the comma: there is none.
  std::uint32_t explained_before(std::uint32_t comma) const {
    const auto from = comma > first_ + reach ? comma - reach : first_;
    auto up = comma - 1;
    auto found = comma;
    while (head(up) != up && head(up) >= from) {
      if (dep(up) == "appos" && head(up) < up && is_noun(arcs_.tags[head(up)]) && stands_apart(head(up), from))
        found = head(up);
      if (head(up) > comma) break;
      up = head(up);
    }
    return found;
  }

  // Does the phrase start behind a comma or a quotation?
  bool stands_apart(std::uint32_t noun, std::uint32_t from) const {
    const auto edge = left_edge(noun, from);
    return edge > from && (is_comma(edge - 1) || is_quote(edge - 1));
  }

  std::uint32_t left_edge(std::uint32_t noun, std::uint32_t from) const {
    auto edge = noun;
    while (edge > from && head(edge - 1) >= edge && head(edge - 1) <= noun && !is_comma(edge - 1) &&
           !is_quote(edge - 1))
      --edge;
    return edge;
  }

  // "'Peru shelled a town,' Smith, the mayor, POSTED on Friday": taken for a participle that describes him.
  void free_verb_behind_quotation(std::uint32_t verb) {
    if (dep(verb) != "acl" || !one_of(arcs_.tags[verb], {"VBD", "VBN"}) || verb < first_ + 4) return;
    const auto from = verb > first_ + reach ? verb - reach : first_;
    auto name = head(verb);
    if (name >= verb || name < from) return;
    if (dep(name) == "appos" && head(name) >= from && head(name) < name && !opens_behind_quotation(name, from))
      name = head(name); // the mayor, SMITH, posted
    if (!is_noun(arcs_.tags[name]) || !opens_behind_quotation(name, from)) return;
    const auto said = root_of(name);
    if (said >= name || said < first_ || has_subject_or_auxiliary(verb)) return;
    arcs_.hang(verb, head(said) == said ? verb : head(said), dep(said));
    arcs_.hang(said, verb, "ccomp");
    arcs_.hang(name, verb, "nsubj");
    arcs_.tags[verb] = "VBD";
  }

  bool opens_behind_quotation(std::uint32_t name, std::uint32_t from) const {
    const auto edge = left_edge(name, from);
    return edge > from + 1 && is_quote(edge - 1) && one_of(tokens_[edge - 2].tag, {",", ".", ":"});
  }

  std::uint32_t root_of(std::uint32_t t) const {
    for (auto steps = first_; steps < last_ && head(t) != t; ++steps) t = head(t);
    return t;
  }

  bool has_subject_or_auxiliary(std::uint32_t verb) const {
    for (auto t = verb > first_ + reach ? verb - reach : first_; t < std::min(last_, verb + reach); ++t)
      if (head(t) == verb && t != verb && one_of(dep(t), {"nsubj", "nsubjpass", "aux", "auxpass", "agent"}))
        return true;
    return false;
  }

  const std::vector<Token>& tokens_;
  std::uint32_t first_, last_;
  Arcs& arcs_;
};

} // namespace

void mend_sayings(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last, Arcs& arcs) {
  Sayings(tokens, first, last, arcs).run();
}

} // namespace stemma::predicate
