// What an event is done with, and whom it harms, where other words than the event's own say it.

#include "extract/counting.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

using predicate::Kind;
using predicate::one_of;

// "struck the port, firing 13 missiles", "the attack involved 13 missiles and two drones", "drills involving 12 ships",
// "used 13 missiles in the attack"
bool Counting::counts_means(const PlacedQuantity& quantity, const Draft& draft) const {
  if (!quantity.carrier || quantity.single || !quantity.quantity.unit.empty()) return false;
  const auto& tree = scene_.tree;
  const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
  if (!kind || (kind->outcome.empty() && !kind->gathers)) return false;
  auto thing = quantity.counted;
  while (tree.dep(thing) == "conj" && !tree.is_root(thing)) thing = tree.head(thing);
  const auto& carrier = at(*quantity.carrier);
  if (tree.dep(thing) != "dobj" || tree.head(thing) != carrier.token) return false;
  const bool troops = kind->gathers && scene_.frames.in_class("force", predicate::lower(tree.lemma(quantity.counted)));
  if (!is_countable_thing(quantity.counted) && !troops) return false;
  const auto& p = at(draft.predication);
  const bool involves = scene_.frames.in_class("involving", carrier.lemma);
  const bool uses = scene_.frames.in_class("using", carrier.lemma);
  if (p.kind == Kind::noun) {
    const bool describes = one_of(tree.dep(carrier.token), {"acl", "relcl"}) && tree.head(carrier.token) == p.token;
    if (involves && describes) return true;
    if (p.above != quantity.carrier) return false;
    return tree.dep(p.token) == "nsubj" ? involves : p.mark == "in" && (involves || uses);
  }
  return !kind->outcome.empty() && carrier.above == draft.predication && tree.tag(carrier.token) == "VBG" &&
         one_of(tree.dep(carrier.token), {"advcl", "conj"}) && (involves || uses);
}

// "600 km (370 miles) behind the front", "20 miles north of the town": where it is.
bool Counting::is_distance(const Quantity& quantity) const {
  if (!one_of(quantity.unit, {"km", "mi", "m"})) return false;
  const auto& words = scene_.words;
  const auto word = [&](std::size_t i) { return i < words.size() ? std::string_view(words[i]) : std::string_view(); };
  const auto is_length = [&](std::size_t i) { return one_of(word(i), {"range", "ranges", "radius", "reach"}); };
  const auto before = quantity.first; // "with a range of 500 km", "a 500-km range"
  if (before > 1 && (is_length(before - 1) || (words[before - 1] == "of" && is_length(before - 2)))) return true;
  if (is_length(quantity.last) || (word(quantity.last) == "-" && is_length(quantity.last + 1))) return true;
  auto t = quantity.last;
  if (t < words.size() && words[t] == "(")
    while (t < words.size() && words[t] != ")") ++t;
  if (t < words.size() && words[t] == ")") ++t;
  return t < words.size() && one_of(words[t], {"from", "behind", "away", "off", "north", "south", "east", "west",
                                               "northeast", "northwest", "southeast", "southwest", "outside", "short"});
}

// "12 missiles killed two": what does the harm is no harm done; "two thousand fled the attack": who suffers it is.
bool Counting::does_the_harm(const PlacedQuantity& quantity, const Draft& draft) const {
  if (!quantity.carrier || scene_.tree.dep(quantity.counted) != "nsubj") return false;
  const auto object = scene_.tree.child(at(*quantity.carrier).token, "dobj");
  return object != scene_.tree.size() && object != at(draft.predication).token;
}

// "six children were among the dead"
bool Counting::is_among_harmed(const PlacedQuantity& quantity, const std::string& outcome) const {
  const auto& tree = scene_.tree;
  if (tree.dep(quantity.counted) != "nsubj") return false;
  const auto children = tree.children(tree.head(quantity.counted));
  return std::any_of(children.begin(), children.end(), [&](auto child) {
    if (scene_.words[child] != "among") return false;
    const auto harmed = tree.child(child, "pobj");
    return harmed != tree.size() && scene_.frames.in_class(outcome, predicate::lower(tree.lemma(harmed)));
  });
}

} // namespace stemma::extract
