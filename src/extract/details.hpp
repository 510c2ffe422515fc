#pragma once

#include "extract/draft.hpp"
#include "extract/time_expression.hpp"

namespace stemma::extract {

// Times and quantities of the whole text, found once, and laid on the drafts they belong to.
class Details {
public:
  Details(const Scene& scene, std::optional<Day> published);

  // Sets `time` and `quantities`. The status must be known: it says whether "on Thursday" lies behind or ahead.
  void complete(Draft& draft) const;

private:
  struct PlacedTime {
    TimeExpression expression;
    TokenIndex head = 0; // the token that hangs the expression into the sentence
  };
  bool dates(const PlacedTime& time, const Draft& draft) const;
  const PlacedTime* only_time_of_clause(const Draft& draft) const;
  std::optional<DraftTime> time_of(const Draft& draft) const;
  std::vector<DraftQuantity> quantities_of(const Draft& draft) const;

  const Scene& scene_;
  std::optional<Day> published_;
  std::vector<PlacedTime> times_;
  std::vector<Quantity> quantities_;
};

} // namespace stemma::extract
