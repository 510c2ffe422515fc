// What an event is done with, and whom it harms, where other words than the event's own say it.

#include "extract/counting.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

using predicate::Kind;
using predicate::one_of;

// "struck the port, firing 13 missiles", "the attack involved 13 missiles"
bool Counting::counts_means(const PlacedQuantity& quantity, const Draft& draft) const {
  if (!quantity.carrier || quantity.single || !quantity.quantity.unit.empty()) return false;
  if (scene_.tree.dep(quantity.counted) != "dobj" || !is_countable_thing(quantity.counted)) return false;
  const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
  const auto& carrier = at(*quantity.carrier);
  if (!kind || kind->outcome.empty() || scene_.tree.head(quantity.counted) != carrier.token) return false;
  const auto& p = at(draft.predication);
  if (p.kind == Kind::noun)
    return p.above == quantity.carrier && scene_.tree.dep(p.token) == "nsubj" &&
           scene_.frames.in_class("involving", carrier.lemma);
  return carrier.above == draft.predication && scene_.tree.tag(carrier.token) == "VBG" &&
         one_of(scene_.tree.dep(carrier.token), {"advcl", "conj"}) &&
         (scene_.frames.in_class("involving", carrier.lemma) || scene_.frames.in_class("using", carrier.lemma));
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
