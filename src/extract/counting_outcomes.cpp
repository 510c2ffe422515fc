// What came of an event: who was killed, what was taken.

#include "extract/counting.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

// "killed", "wounded", "destroyed": words whose counts tell what came of an event of this type.
bool Counting::has_outcome(const PlacedQuantity& quantity, const Draft& draft) const {
  const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
  if (!kind || kind->outcome.empty()) return false;
  if (is_ground(quantity)) return true;
  if (!quantity.quantity.unit.empty()) return false;
  // "12 missiles killed two": what does the harm is no harm done.
  if (quantity.counted == at(draft.predication).token || does_the_harm(quantity, draft)) return false;
  if (quantity.carrier && is_toll(quantity, kind->outcome)) return true;
  if (quantity.carrier && at(*quantity.carrier).lemma == "leave" && !is_left_behind(quantity)) return false;
  if (quantity.carrier && scene_.frames.in_class(kind->outcome, at(*quantity.carrier).lemma))
    return !quantity.single || quantity.nominals.size() == 1;
  if (quantity.single) return false;
  if (is_among_harmed(quantity, kind->outcome)) return true;
  // "left 20 dead", "20 wounded": what the number itself is said of
  for (const auto child : scene_.tree.children(quantity.counted))
    if (const auto lemma = predicate::lower(scene_.tree.lemma(child));
        lemma != "leave" && scene_.frames.in_class(kind->outcome, lemma))
      return true;
  return scene_.frames.in_class(kind->outcome, predicate::lower(scene_.tree.lemma(quantity.counted)));
}

// "holds 1,200 sq km and 80 villages", "advanced 10 km"
bool Counting::is_ground(const PlacedQuantity& quantity) const {
  if (!quantity.carrier || quantity.single || !scene_.frames.in_class("gaining-ground", at(*quantity.carrier).lemma))
    return false;
  const auto& unit = quantity.quantity.unit;
  return predicate::one_of(unit, {"km", "km2", "mi", "mi2"}) ||
         (unit.empty() && scene_.tree.tag(quantity.counted) == "NNS" &&
          scene_.frames.in_class("area-word", predicate::lower(scene_.tree.lemma(quantity.counted))));
}

// "the death toll has risen to 18", "the number of people killed reached 18"
bool Counting::is_toll(const PlacedQuantity& quantity, const std::string& outcome) const {
  const auto verb = at(*quantity.carrier).token;
  if (quantity.counted != quantity.head || scene_.tree.tag(quantity.head) != "CD") return false;
  const bool risen = quantity.preposition == "to" || quantity.preposition == "at" || quantity.preposition.empty();
  const auto subject = scene_.tree.child(verb, "nsubj");
  if (!risen || subject == scene_.tree.size()) return false;
  for (auto t = scene_.tree.left_edge(subject); t <= scene_.tree.right_edge(subject); ++t)
    if (scene_.frames.in_class(outcome, predicate::lower(scene_.tree.lemma(t)))) return true;
  return false;
}

bool Counting::tells_outcome(const PlacedQuantity& quantity, const Draft& draft) const {
  return has_outcome(quantity, draft) && quantity.carrier && shares_clause(*quantity.carrier, draft);
}

// Those of its sentence that it tells the outcome of: "an attack in which 12 were killed" is nearer than what answers
// it, and what speaks for a near one is near too.
std::vector<bool> Counting::nearest_tellings(const PlacedQuantity& quantity, const std::vector<Draft>& drafts) const {
  std::vector<std::optional<std::size_t>> distance(drafts.size());
  std::optional<std::size_t> least;
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    const bool here = at(drafts[d].predication).sentence == scene_.tree.sentence(quantity.head);
    if (here && tells_outcome(quantity, drafts[d])) distance[d] = clause_distance(quantity, drafts[d]);
    if (distance[d] && (!least || *distance[d] < *least)) least = distance[d];
  }
  std::vector<bool> out(drafts.size());
  for (std::size_t d = 0; d < drafts.size(); ++d)
    if (distance[d] && distance[d] == least)
      for (std::optional<std::size_t> up = d; up && !out[*up]; up = drafts[*up].within)
        out[*up] = distance[*up].has_value();
  return out;
}

// To the events of the sentence that share the clause; else to the nearest one of the sentence; else to the last one
// told before: "Three more were wounded."
void Counting::add_outcomes(const PlacedQuantity& quantity, std::vector<Draft>& drafts) const {
  const auto sentence = scene_.tree.sentence(quantity.head);
  Draft* here = nullptr;
  Draft* before = nullptr;
  bool shared = false;
  const EventTime* own_day = nullptr; // of what is told by nobody's name: "on Thursday nine were killed in air strikes"
  const auto nearest = nearest_tellings(quantity, drafts);
  const auto distance = [&](const Draft& draft) {
    const auto t = at(draft.predication).token;
    return t > quantity.head ? t - quantity.head : quantity.head - t;
  };
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    auto& draft = drafts[d];
    if (!has_outcome(quantity, draft)) continue;
    const auto there = at(draft.predication).sentence;
    if (nearest[d]) {
      add(quantity, draft);
      shared = shared || names_somebody(draft);
      if (draft.time && draft.time->rank == 0 && !draft.time->running) own_day = &draft.time->time;
    }
    // "Twelve people were killed": whom, and by whom, is said of the event before.
    const bool names = names_somebody(draft);
    if (there == sentence && names && (!here || distance(draft) < distance(*here))) here = &draft;
    const bool near = there < sentence && sentence - there <= 3 && !lies_ahead(draft);
    if (near && (!before || std::pair(is_placed_as(quantity, draft), at(draft.predication).token) >
                                std::pair(is_placed_as(quantity, *before), at(before->predication).token)))
      before = &draft;
  }
  if (shared || quantity.single) return;
  if (here)
    add(quantity, *here);
  else if (before && !(own_day && before->time && before->time->time.start != own_day->start))
    add(quantity, *before);
}

} // namespace stemma::extract
