#include "predicate/misread_objects.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::predicate {

namespace {

// "gave the US old rifles": no adjective stands behind a name that describes the thing.
bool is_named_with_article(const Tree& tree, TokenIndex verb, TokenIndex name) {
  return name == verb + 2 && tree.tag(name) == "NNP" && one_of(tree.dep(name), {"compound", "nmod"}) &&
         tree.tag(verb + 1) == "DT" && tree.tag(name + 1) == "JJ" && tree.head(name + 1) == tree.head(name) &&
         tree.token(name).ent_type == "GPE";
}

} // namespace

bool is_behind_comma(const Tree& tree, TokenIndex object) {
  const auto first = tree.left_edge(object);
  return first > 0 && tree.lemma(first - 1) == "," && tree.tag(first) == "PRP$" && tree.head(first) == object;
}

TokenIndex first_of_two_objects(const Tree& tree, TokenIndex verb) {
  TokenIndex first = tree.size();
  for (const auto child : tree.children(verb)) {
    if (tree.dep(child) != "dobj" || child < verb || is_behind_comma(tree, child)) continue;
    const auto edge = tree.left_edge(child);
    if (edge > verb && lower(tree.lemma(edge - 1)) == "and") continue; // "sent ten to Kyiv and another six"
    if (first != tree.size()) return first;
    first = child;
  }
  return tree.size();
}

TokenIndex name_before_numeral(const Tree& tree, TokenIndex object) {
  TokenIndex name = tree.size();
  for (const auto child : tree.children(object)) {
    const auto dep = tree.dep(child);
    if ((dep == "nmod" || dep == "compound") && tree.tag(child) == "NNP") name = child;
    if (dep == "nummod" && name != tree.size() && name < child && child < object) return name;
  }
  const bool vague = tree.tag(object) == "NNS" && // "sent Greece billions of dollars"
                     one_of(lower(tree.lemma(object)), {"billion", "million", "thousand", "hundred", "dozen", "ten"});
  return vague && name + 1 == object ? name : tree.size();
}

TokenIndex name_in_front(const Tree& tree, TokenIndex adposition) {
  const auto object = tree.child(adposition, "pobj");
  if (object == tree.size() || !one_of(lower(tree.lemma(adposition)), {"to", "from"})) return tree.size();
  const auto name = name_before_numeral(tree, object);
  return name != tree.size() && tree.left_edge(object) == name && name == adposition + 1 ? name : tree.size();
}

TokenIndex name_before_things(const Tree& tree, TokenIndex verb, TokenIndex object) {
  if (!takes_two_objects(lower(tree.lemma(verb))) || !one_of(tree.tag(object), {"NNS", "NN", "NNPS"}))
    return tree.size();
  for (const auto child : tree.children(verb))
    if (child > object && tree.dep(child) == "prep" && one_of(tree.lemma(child), {"to", "for"})) return tree.size();
  for (const auto child : tree.children(object)) {
    if (tree.dep(child) == "prep" && one_of(tree.lemma(child), {"to", "for"})) return tree.size();
    if (child > object) break;
    if (is_named_with_article(tree, verb, child)) return child;
    if (tree.left_edge(child) != verb + 1 || !one_of(tree.dep(child), {"compound", "nmod"})) continue;
    const bool named = one_of(tree.tag(child), {"NNP", "NNPS"}) &&
                       one_of(tree.token(child).ent_type, {"GPE", "PERSON", "ORG", "NORP"});
    const auto first = verb + 1; // "gave PERU Leopard tanks", with Peru hung on Leopard; but "gave South AFRICA tanks"
    const bool is_one_name = named && tree.token(child).ent_type == "GPE";
    if (first < child && !is_one_name && tree.head(first) == child && tree.tag(first) == "NNP" &&
        tree.dep(first) == "compound")
      return first;
    if (named || tree.tag(child) == "PRP") return child; // "send US air defences"
  }
  return tree.size();
}

TokenIndex number_behind_name(const Tree& tree, TokenIndex name) {
  const auto number = tree.child(name, "nummod");
  const bool behind = number != tree.size() && number > name && tree.tag(name) == "NNP" && tree.tag(number) == "CD";
  return behind && tree.has_child(number, "prep") ? number : tree.size();
}

TokenIndex thing_behind_participle(const Tree& tree, TokenIndex number) {
  const auto participle = number + 1;
  if (tree.tag(number) != "CD" || participle >= tree.size() || tree.tag(participle) != "VBN" ||
      tree.head(participle) != tree.head(number) || tree.has_child(number, "prep"))
    return tree.size();
  const auto thing = tree.child(participle, "dobj");
  return thing != tree.size() && thing == participle + 1 ? thing : tree.size();
}

TokenIndex thing_up_to(const Tree& tree, TokenIndex verb) {
  for (const auto up : tree.children(verb)) {
    if (up < verb || up + 2 >= tree.size() || tree.lemma(up) != "up" || tree.lemma(up + 1) != "to") continue;
    if (tree.tag(up + 2) != "CD" || (tree.head(up + 1) != up && tree.head(up + 1) != verb)) continue;
    const auto thing = tree.child(up + 1, "pobj");
    if (thing != tree.size() && tree.left_edge(thing) == up + 2 && is_nominal(tree.pos(thing))) return thing;
  }
  return tree.size();
}

TokenIndex thing_between(const Tree& tree, TokenIndex verb) {
  for (const auto between : tree.children(verb)) {
    if (between < verb || tree.dep(between) != "prep" || tree.lemma(between) != "between") continue;
    const auto thing = tree.child(between, "pobj");
    if (thing == tree.size() || !one_of(tree.tag(thing), {"NNS", "NNPS"})) continue;
    const auto low = tree.child(thing, "nummod");
    if (low == between + 1 && tree.left_edge(thing) == low && low + 2 < thing && tree.tag(low + 2) == "CD" &&
        one_of(tree.lemma(low + 1), {"and", "to"}))
      return thing;
  }
  return tree.size();
}

bool is_parted(const Tree& tree, TokenIndex verb, TokenIndex object) {
  for (auto t = verb; t < object; ++t)
    if (tree.lemma(t) == ";" && tree.head(t) == verb) return true;
  return false;
}

bool is_joined_thing(const Tree& tree, TokenIndex verb, TokenIndex child) {
  if (tree.dep(child) != "conj" || !one_of(tree.tag(child), {"NN", "NNS"})) return false;
  const auto object = tree.child(verb, "dobj");
  return object != tree.size() && object < child && !tree.has_child(child, "nsubj") && !tree.has_child(child, "aux");
}

bool is_thing_behind_name(const Tree& tree, TokenIndex verb, TokenIndex preposition, TokenIndex thing) {
  if (tree.dep(thing) != "conj" || tree.pos(thing) != "NOUN" || is_time(tree.token(thing))) return false;
  const auto name = tree.head(thing);
  if (tree.pos(name) != "PROPN" && !is_time(tree.token(name))) return false;
  const auto object = tree.child(verb, tree.has_child(verb, "dobj") ? "dobj" : "nsubjpass");
  if (object == tree.size() || object > preposition) return false;
  const bool counted = tree.has_child(thing, "nummod");
  if (!counted && tree.tag(thing) != "NNS") return false;
  const auto leads_alike = [&](TokenIndex t) {
    return t > thing && tree.dep(t) == "prep" && lower(tree.lemma(t)) == lower(tree.lemma(preposition));
  };
  const auto own = tree.children(thing), next = tree.children(verb);
  const auto behind = thing + 1; // whatever the parse hangs it on
  if (behind < tree.size() && leads_alike(behind)) return true;
  return counted || is_time(tree.token(name)) || std::any_of(own.begin(), own.end(), leads_alike) ||
         std::any_of(next.begin(), next.end(), leads_alike);
}

bool is_help(const Tree& tree, TokenIndex preposition, TokenIndex noun) {
  return one_of(tree.lemma(preposition), {"with", "without"}) &&
         one_of(lower(tree.lemma(noun)), {"help", "aid", "assistance", "support", "backing", "intelligence", "advice"});
}

TokenIndex name_joined_in_front(const Tree& tree, TokenIndex thing) {
  if (tree.tag(thing) != "NNS" || tree.pos(thing) != "NOUN") return tree.size();
  for (const auto child : tree.children(thing)) {
    if (child > thing) break;
    if (one_of(tree.dep(child), {"nmod", "compound"}) && tree.pos(child) == "PROPN" && tree.has_child(child, "cc") &&
        !tree.has_child(child, "conj"))
      return child;
  }
  return tree.size();
}

TokenIndex called_name(const Tree& tree, TokenIndex verb, TokenIndex object) {
  if (!one_of(lower(tree.lemma(verb)), {"call", "dub", "label", "brand"})) return tree.size();
  for (const auto child : tree.children(object))
    if (tree.dep(child) == "appos" && child > object && tree.left_edge(child) > object &&
        tree.lemma(tree.left_edge(child) - 1) != ",")
      return child;
  return tree.size();
}

TokenIndex name_before_quotation(const Tree& tree, TokenIndex verb, TokenIndex object) {
  if (!one_of(lower(tree.lemma(verb)), {"call", "dub", "label", "brand"})) return tree.size();
  const auto name = tree.child(object, "nmod");
  if (name == tree.size() || name > object || tree.tag(name) != "NNP") return tree.size();
  return tree.tag(name + 1) == "``" ? name : tree.size();
}

} // namespace stemma::predicate
