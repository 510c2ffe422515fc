#pragma once

#include "extract/dating.hpp"
#include "extract/draft.hpp"

namespace stemma::extract {

// The quantities of a whole text, found once, and laid on the drafts whose things they count.
class Counting {
public:
  Counting(const Scene& scene, const Dating& dating);

  // Sets `quantities` of every draft.
  void complete(std::vector<Draft>& drafts) const;

private:
  struct PlacedQuantity {
    Quantity quantity;
    TokenIndex head = 0;                                // the token that hangs the number into the sentence
    TokenIndex counted = 0;                             // the noun it counts; the number itself where there is none
    std::vector<TokenIndex> nominals;                   // from the head up to the last word before the carrier
    std::optional<predicate::PredicationIndex> carrier; // the verb above, if any
    std::string preposition;                            // between the carrier and the phrase, if any
    bool is_subject = false;
    bool single = false; // "a tank": one, by its article
    bool whole = false;  // "six of the 24 jets they ordered": so many were ordered, not delivered
  };

  void add_singles(const Dating& dating);
  bool has_contents(TokenIndex noun) const;
  bool is_countable_thing(TokenIndex noun) const;
  std::optional<PlacedQuantity> placed(Quantity quantity, const Dating& dating) const;
  std::optional<TokenIndex> one_of_these(const Quantity& quantity) const;
  bool is_whole(const Quantity& quantity) const;
  bool is_described(TokenIndex noun) const;
  bool describes(const Draft& draft, TokenIndex noun) const;
  bool is_left_behind(const PlacedQuantity& quantity) const;
  TokenIndex end_of_of(TokenIndex number) const;
  bool is_figure(TokenIndex t) const;
  bool is_of_speakers(TokenIndex counted) const;
  bool counts_nothing(const Quantity& quantity, TokenIndex counted) const;
  std::optional<unsigned> rank(const PlacedQuantity& quantity, const Draft& draft) const;
  bool measures(const predicate::Predication& p) const;
  TokenIndex counted_below(TokenIndex number) const;
  std::optional<std::size_t> distance_to_filler(const PlacedQuantity& quantity, const Draft& draft) const;
  bool is_closer_to_sibling(const PlacedQuantity& quantity, const Draft& draft, const std::vector<Draft>& drafts) const;
  bool is_new_size(const PlacedQuantity& quantity) const;
  bool stands_at_carrier(const PlacedQuantity& quantity, const Draft& draft) const;
  bool tells_outcome(const PlacedQuantity& quantity, const Draft& draft) const;
  bool counts_tries(const PlacedQuantity& quantity, const predicate::Predication& p) const;
  bool is_for_sale(const PlacedQuantity& quantity, const Draft& draft) const;
  bool is_toll(const PlacedQuantity& quantity, const std::string& outcome) const;
  bool is_ground(const PlacedQuantity& quantity) const;
  void add_to_known_thing(const PlacedQuantity& quantity, std::vector<Draft>& drafts) const;
  bool tells_of(const Draft& draft, EntityIndex thing) const;
  static bool names_somebody(const Draft& draft);
  std::optional<predicate::PredicationIndex> suffers_with(const predicate::Predication& p) const;
  std::vector<predicate::PredicationIndex> lineage(predicate::PredicationIndex start) const;
  static std::optional<std::size_t> first_shared(const std::vector<predicate::PredicationIndex>& up,
                                                 const std::vector<predicate::PredicationIndex>& own);
  std::optional<std::size_t> clause_distance(const PlacedQuantity& quantity, const Draft& draft) const;
  std::vector<bool> nearest_tellings(const PlacedQuantity& quantity, const std::vector<Draft>& drafts) const;
  bool shares_clause(predicate::PredicationIndex carrier, const Draft& draft) const;
  bool has_outcome(const PlacedQuantity& quantity, const Draft& draft) const;
  bool is_distance(const Quantity& quantity) const;
  bool counts_means(const PlacedQuantity& quantity, const Draft& draft) const;
  bool does_the_harm(const PlacedQuantity& quantity, const Draft& draft) const;
  bool is_among_harmed(const PlacedQuantity& quantity, const std::string& outcome) const;
  void add(const PlacedQuantity& quantity, Draft& draft) const;
  bool is_placed_as(const PlacedQuantity& quantity, const Draft& draft) const;
  void add_outcomes(const PlacedQuantity& quantity, std::vector<Draft>& drafts) const;
  const predicate::Predication& at(predicate::PredicationIndex i) const { return scene_.predications.items[i]; }

  const Scene& scene_;
  std::vector<PlacedQuantity> quantities_;
};

} // namespace stemma::extract
