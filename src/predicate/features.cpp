#include "predicate/features.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::predicate {

namespace {

Tense tense_of_tag(std::string_view tag) {
  if (tag == "VBD") return Tense::past;
  if (tag == "VBZ" || tag == "VBP") return Tense::present;
  return Tense::none;
}

void read_auxiliary(const Tree& tree, std::uint32_t aux, Predication& out) {
  const auto tag = tree.tag(aux);
  const auto lemma = lower(tree.lemma(aux));
  if (tag == "MD") {
    if (lemma == "will" || lemma == "shall" || lemma == "'ll")
      out.tense = Tense::future;
    else
      out.modal = lemma;
    return;
  }
  if (tag == "TO") {
    out.infinitive = true;
    return;
  }
  if (out.tense == Tense::none && out.modal.empty()) out.tense = tense_of_tag(tag);
  if (lemma == "have" || lemma == "having") out.perfect = true;
  if (lemma == "be" && tree.dep(aux) == "aux" && tree.tag(out.token) == "VBG") out.progressive = true;
}

// "hardly any tanks"
bool is_hardly_any(const Tree& tree, std::uint32_t determiner) {
  const auto adverb = lower(tree.lemma(determiner)) == "any" ? tree.child(determiner, "advmod") : tree.size();
  return adverb != tree.size() && one_of(lower(tree.lemma(adverb)), {"hardly", "scarcely", "barely"});
}

// "NO fewer than 15 tanks"
bool is_bound(const Tree& tree, std::uint32_t no) {
  return no + 2 < tree.size() &&
         one_of(lower(tree.lemma(no + 1)), {"few", "fewer", "less", "little", "more", "many"}) &&
         lower(tree.lemma(no + 2)) == "than";
}

// "no weapons were sent": the determiner of an argument denies the whole.
bool is_negative_phrase(const Tree& tree, std::uint32_t noun) {
  if (is_negative_word(lower(tree.lemma(noun)))) return true;
  for (const auto child : tree.children(noun)) {
    const auto dep = tree.dep(child);
    const bool determines = dep == "det" || (child < noun && (dep == "preconj" || dep == "cc" || dep == "advmod"));
    if (determines && is_negative_word(lower(tree.lemma(child))) && !is_bound(tree, child)) return true;
    if (determines && is_hardly_any(tree, child)) return true;
  }
  return false;
}

// "sent neither to Peru nor to Chile": what joins the phrases denies the whole.
bool is_neither(const Tree& tree, std::uint32_t adposition) {
  if (!one_of(tree.dep(adposition), {"prep", "dative", "agent"})) return false;
  const auto denies = [&](std::uint32_t phrase) {
    const auto children = tree.children(phrase);
    return std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
      return child < phrase && one_of(tree.dep(child), {"preconj", "det", "cc"}) &&
             lower(tree.lemma(child)) == "neither";
    });
  };
  const auto object = tree.child(adposition, "pobj");
  return denies(adposition) || (object != tree.size() && denies(object));
}

// "has not only sent", "is not receiving enough": it is done, and something is said of how.
bool is_limited(const Tree& tree, std::uint32_t verb, std::uint32_t negation) {
  const auto next = negation + 1 < tree.size() ? lower(tree.lemma(negation + 1)) : std::string();
  if (next == "only" || next == "just" || next == "merely" || next == "simply") return true;
  const auto object = tree.child(verb, "dobj");
  if (object == tree.size()) return false;
  for (const auto child : tree.children(object)) {
    const auto word = lower(tree.lemma(child));
    if (word == "enough" || word == "sufficient" || word == "adequate") return true;
  }
  return false;
}

bool is_question(const Tree& tree, std::uint32_t token) {
  const auto sentence = tree.sentence(token);
  for (auto i = token; i < tree.size() && tree.sentence(i) == sentence; ++i)
    if (tree.lemma(i) == "?") return true;
  return false;
}

// "highly anticipated", "long-awaited": says what people felt, not how far a thing is.
bool is_epithet(const Tree& tree, std::uint32_t participle) {
  if (tree.tag(participle) != "VBN") return false;
  for (const auto child : tree.children(participle))
    if (tree.dep(child) == "advmod" &&
        one_of(lower(tree.lemma(child)), {"highly", "long", "much", "eagerly", "widely"}))
      return true;
  return false;
}

// "Send us tanks", "Please give Peru what it needs": the bare verb opens the sentence or the quotation.
bool is_imperative(const Tree& tree, std::uint32_t verb) {
  if (tree.tag(verb) != "VB" || tree.pos(verb) != "VERB" || tree.has_child(verb, "nsubj")) return false;
  if (tree.has_child(verb, "aux") || tree.has_child(verb, "auxpass")) return false;
  const bool governs = tree.has_child(verb, "dobj") || tree.has_child(verb, "dative") || tree.has_child(verb, "xcomp");
  if (!governs) return false; // "Help from abroad …"
  if (!tree.is_root(verb) && !one_of(tree.dep(verb), {"ccomp", "advcl", "parataxis"})) return false;
  for (auto t = verb; t > tree.sentence_start(verb); --t) {
    const auto word = lower(tree.lemma(t - 1));
    if (one_of(word, {"please", "now", "just"})) continue;
    return one_of(word, {"\"", "\xe2\x80\x9c", "'", "\xe2\x80\x98", ":", "``", "''"});
  }
  return true;
}

} // namespace

void read_features(const Tree& tree, Predication& out) {
  const auto i = out.token;
  if (out.kind == Kind::noun) {
    out.negated = is_negative_phrase(tree, i);
    for (const auto child : tree.children(i))
      if (tree.dep(child) == "amod" && !is_epithet(tree, child))
        out.adverbs.push_back(lower(tree.lemma(child))); // "alleged", "planned"
    return;
  }
  // What an adjective predicates, its copula inflects.
  const auto inflected =
      out.kind == Kind::adjective && !tree.is_root(i) && tree.pos(tree.head(i)) == "AUX" ? tree.head(i) : i;
  out.tense = tense_of_tag(tree.tag(inflected));
  if (tree.tag(inflected) == "VBG") out.progressive = true;
  for (const auto child : tree.children(inflected)) {
    const auto dep = tree.dep(child);
    if (dep == "aux")
      read_auxiliary(tree, child, out);
    else if (dep == "auxpass") {
      out.passive = true;
      read_auxiliary(tree, child, out);
    } else if (dep == "neg") {
      const bool behind = child > i && tree.pos(i) == "VERB"; // "sold tanks not to Peru": denies the phrase
      if (!behind && !is_limited(tree, i, child)) out.negated = true;
    } else if (dep == "advmod") {
      out.adverbs.push_back(lower(tree.lemma(child)));
      if (is_negative_word(out.adverbs.back())) out.negated = true;
      if (out.adverbs.back() == "long" && tree.has_child(child, "neg")) out.negated = true; // "no longer"
    } else if (dep == "mark")
      out.mark = lower(tree.lemma(child));
    else if ((dep == "nsubj" || dep == "nsubjpass" || dep == "dobj") && is_negative_phrase(tree, child))
      out.negated = true;
    else if (is_neither(tree, child))
      out.negated = true;
  }
  if (inflected != i)
    for (const auto child : tree.children(i)) {
      if (tree.dep(child) == "neg") out.negated = true;
      if (tree.dep(child) == "advmod") out.adverbs.push_back(lower(tree.lemma(child)));
    }
  if (out.mark.empty() && tree.dep(i) == "advcl")
    for (const auto child : tree.children(i))
      if (tree.dep(child) == "advmod" && tree.tag(child) == "WRB") out.mark = lower(tree.lemma(child));
  out.question = is_question(tree, i);
  out.imperative = out.kind == Kind::verb && is_imperative(tree, i);
}

} // namespace stemma::predicate
