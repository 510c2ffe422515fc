#pragma once
// How an event stands to the predicate above it: governed by it, or only beside it.

#include "extract/telling.hpp"

namespace stemma::extract {

// "engages in talks": the verb only carries its noun.
bool takes_part(const std::string& lemma);

class Standing : public Telling {
public:
  Standing(const Scene& scene, const pack::Frame& frame)
      : Telling(scene, frame), kind_(scene.frames.find_kind(frame.event)) {}

  // "will hand over its jets ONCE it has received others", "would not leave UNTIL they freed them"
  bool is_awaited(const predicate::Predication& p, const predicate::Predication& governor) const;
  // "may retaliate FOLLOWING the strike"
  bool is_preposition(const predicate::Predication& governor) const;
  // "threatened to strike over the KILLING of its envoy"
  bool is_grudge(const predicate::Predication& p, const predicate::Predication& governor) const;
  // "withheld because of the fighting", "postponed in view of the war", "suspended over the assault"
  bool is_reason(const predicate::Predication& p, const predicate::Predication& governor) const;
  // "cleared the WAY for the sale"
  bool is_in_idiom(const predicate::Predication& noun) const;
  // "a meeting ahead of the talks", "said ahead of a visit"
  bool is_yet_to_come(const predicate::Predication& p) const;
  // "ruled out sending", "decided against sending"
  bool rules_out(const predicate::Predication& p, const predicate::Predication& governor) const;
  // Does the word stop what it governs?
  bool stops(const predicate::Predication& p) const;
  // "put the sale on hold", "the deliveries are on ice"
  // "after arriving", "in criticising": what stands beside the verb and is not governed by it.
  static bool is_circumstance(const predicate::Predication& p, const predicate::Predication& governor);
  // "In a call, he rejected the plan", "at the summit they failed to agree": the meeting came about, whatever did not.
  bool is_occasion(const predicate::Predication& p, const predicate::Predication& governor) const;
  // "warned them before the attack": what it says of others it does not say of this.
  bool is_set_beside(const predicate::Predication& p, const predicate::Predication& governor) const;
  // "included in the pact signed during the visit", "a threat to avenge the attack": nothing above says more of it.
  bool stands_apart(const predicate::Predication& p, const predicate::Predication& governor) const;
  // "vowed to avenge the attack"; what one responds with is not yet so.
  bool is_reacted_to(const predicate::Predication& p, const predicate::Predication& governor) const;
  // "declined to comment on the strike"
  bool is_spoken_of(const predicate::Predication& p, const predicate::Predication& said) const;
  // "Calls are growing for Peru to SEND tanks", "Fears are growing that it will SELL them": what the verb's subject
  // says of it. Empty: nothing.
  std::string held_by_subject(const predicate::Predication& p, const predicate::Predication& governor) const;
  // "is defending the town against ATTACKS"
  bool is_being_met(const predicate::Predication& p, const predicate::Predication& governor) const;
  // "neither confirmed nor DENIED that they had sent them"
  bool is_neither_denied(const predicate::Predication& governor) const;
  // "divided over WHETHER to send them"
  bool is_choice(const predicate::Predication& p) const;
  // "has yet to send"
  static bool has_yet_to(const predicate::Predication& governor, const predicate::Predication& p);
  // "talks about the attack": what one did to another is there to be talked about.
  bool is_grievance(const predicate::Predication& governor, const predicate::Predication& p) const;

protected:
  const pack::EventKind* kind_; // of the event; nullptr: the pack says nothing of it
};

} // namespace stemma::extract
