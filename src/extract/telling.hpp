#pragma once
// What a predicate says of itself, by its tense, its mood and the words that carry it.

#include "extract/scene.hpp"

#include <span>
#include <string>
#include <string_view>

namespace stemma::extract {

class Telling {
public:
  Telling(const Scene& scene, const pack::Frame& frame) : scene_(scene), frame_(frame) {}

  // What a predicate's own form says; forms without a tense are as far as what they stand beside.
  std::string told_by(const predicate::Predication& p, int depth) const;
  // "said that it was sending arms": it says "we are sending".
  bool is_backshifted(const predicate::Predication& p) const;
  // "is the first envoy to visit", "X, the last one to leave": he has done so.
  bool did_as_one_of_few(const predicate::Predication& p, int depth) const;
  // What the noun that the verb governs says of what it is for: "a contract", "a bid", "permission".
  std::string status_of_object(const predicate::Predication& governor) const;
  // "any attack would be answered"
  bool is_any(const predicate::Predication& p) const;
  // "is under attack", "towns under attack"; "came under attack" has happened.
  bool is_under_way(const predicate::Predication& p) const;
  // "a consignment on its way to the front", "a consignment of shells on the way there"
  bool is_on_its_way(const predicate::Predication& p) const;
  // "Taking the hill would let them shell the city": nobody says that they will take it.
  bool is_supposed(const predicate::Predication& p) const;
  std::string told_by_modal(const predicate::Predication& p) const;
  // "after striking", "accused of striking", "thanked for sending": done; "…, striking a plant": as far as its verb.
  std::string told_by_gerund(const predicate::Predication& p, int depth) const;
  bool is_close_to(const predicate::Predication& gerund) const;
  bool is_far_off(const predicate::Predication& gerund) const;
  static pack::WordKind kind_of(const predicate::Predication& p);
  // Does the word say by itself how far what it governs is?
  bool decides(const predicate::Predication& p) const;
  bool gives(const predicate::Predication& p, std::string_view status) const;
  static const std::string& given_by(const pack::Embedding& words, const predicate::Predication& p);
  bool words_report(std::span<const std::uint32_t> indices) const;
  // "helped them win", "saw them attack"
  bool is_bare(const predicate::Predication& p) const;
  // "in the process of being transferred"
  bool is_being_done(const predicate::Predication& p) const;
  // "to strike", standing beside a verb that does not govern it: what that verb does is done for it.
  bool is_purpose(const predicate::Predication& p) const;
  bool is_bare_gerund(const predicate::Predication& p) const;
  const predicate::Predication& at(predicate::PredicationIndex i) const;

protected:
  const Scene& scene_;
  const pack::Frame& frame_; // the one that the event was found by
};

} // namespace stemma::extract
