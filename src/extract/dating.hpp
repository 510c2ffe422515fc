#pragma once

#include "extract/draft.hpp"
#include "extract/time_expression.hpp"

#include <set>

namespace stemma::extract {

// The times of a whole text, found once, and laid on the drafts they date.
class Dating {
public:
  Dating(const Scene& scene, std::optional<Day> published);

  // Whether a word is part of an expression of time.
  bool covers(TokenIndex token) const { return covered_.count(token) != 0; }

  // Whether the sentence opens with a time that ended more than two months before the text was published.
  bool is_long_past(std::uint32_t sentence) const { return long_past_.count(sentence) != 0; }

  // Sets `time` of every draft that the text dates. The statuses must be known: they say whether "on Thursday" lies
  // behind or ahead.
  void complete(std::vector<Draft>& drafts) const;

private:
  struct PlacedTime {
    TimeExpression expression;
    TokenIndex head = 0;                                // the token that hangs the expression into the sentence
    std::optional<predicate::PredicationIndex> carrier; // the first verb on the way up, if any
    std::optional<TokenIndex> copula;                   // or the form of "be" that stands there
    std::optional<std::uint32_t> heads;                 // the sentence it is the date of: "June 2011 - …"
    std::optional<Interval> told;                       // what the text dated last before it
    std::optional<Interval> own;                        // what it dates itself, for those that count from it
    bool of_report = false;                             // "said on Sunday it had …": when it was said
    bool of_war = false;                                // "since the war began", of a war that the pack dates
  };
  // How an expression comes to date an event: the lower the rank, the closer.
  struct Link {
    const PlacedTime* time = nullptr;
    unsigned rank = 0;
    TimeExpression::Edge edge = TimeExpression::Edge::at; // of a clause between: "since fighting began in October"
  };

  Day today_of(const PlacedTime& time) const;
  bool is_office_holder(const Filler& speaker) const;
  bool decides(const Filler& speaker, const Draft& draft) const;
  bool says_own_plan(const predicate::Predication& said, const Draft& draft) const;
  std::optional<predicate::PredicationIndex> report_before(TokenIndex first, TokenIndex time) const;
  std::optional<predicate::PredicationIndex> told_before_report(TokenIndex time) const;
  void find_carrier(TokenIndex first, PlacedTime& time) const;
  void add_outbreaks();
  void find_long_past();
  bool is_day_of_reaction(const PlacedTime& time, const Draft& draft, const std::vector<Draft>& drafts) const;
  std::optional<std::uint32_t> headed_by(const TimeExpression& expression) const;
  bool passes_on(const std::string& noun) const;
  bool is_asked_of_what_goes_on(const predicate::Predication& asking, const Draft& draft) const;
  bool only_tells_which(const predicate::Predication& p) const;
  bool speaks_of(TokenIndex noun, const Draft& draft) const;
  std::optional<Link> link(const PlacedTime& time, const Draft& draft, const std::set<TokenIndex>& events) const;
  std::optional<unsigned> rank_below(predicate::PredicationIndex dated, const PlacedTime& time,
                                     const Draft& draft) const;
  bool follows(const PlacedTime& time, const predicate::Predication& noun) const;
  std::optional<TokenIndex> first_of_joined(const predicate::Predication& p) const;
  bool goes_on(const predicate::Predication& next, const predicate::Predication& first) const;
  bool is_open(const PlacedTime& time) const;
  bool is_to_end(const PlacedTime& time, const Draft& draft) const;
  std::optional<Link> link_through_noun(const PlacedTime& time, const Draft& draft,
                                        const std::set<TokenIndex>& events) const;
  std::optional<Link> link_to_clause_of_day(const PlacedTime& time, const Draft& draft) const;
  bool dates_announced_subject(const PlacedTime& time, const Draft& draft) const;
  bool is_spoken_of(const Draft& draft) const;
  bool is_agreed_on(const PlacedTime& time, const Draft& draft) const;
  bool is_within(TokenIndex time, TokenIndex noun) const;
  bool names(TokenIndex noun, const Draft& draft) const;
  bool is_said_of(const Link& link, const Draft& draft) const;
  bool is_of_sibling(TokenIndex time, const Draft& draft, const std::vector<Draft>& drafts) const;
  std::optional<Link> link_below(const PlacedTime& time, const Draft& draft) const;
  bool brings_about(const predicate::Predication& verb, const Draft& draft) const;
  bool accompanies(const predicate::Predication& meanwhile, const predicate::Predication& act) const;
  bool is_measure(const PlacedTime& time) const;
  bool compares(TokenIndex since) const;
  std::optional<Link> only_time_of_sentence(const Draft& draft) const;
  bool is_apart(TokenIndex time, TokenIndex event) const;
  bool is_speech(const Draft& draft) const;
  bool is_scheduling(predicate::PredicationIndex carrier) const;
  bool is_arranged(const PlacedTime& time, const Draft& draft) const;
  Direction direction(const PlacedTime& time, const Draft& draft) const;
  std::optional<DraftTime> resolved(const Link& link, const Draft& draft) const;
  const PlacedTime* time_of_noun(TokenIndex noun) const;
  void date_by_distance(std::vector<Draft>& drafts) const;
  void date_by_company(std::vector<Draft>& drafts) const;
  std::optional<Day> day_above(TokenIndex verb, const std::vector<Draft>& drafts) const;
  bool admits(const PlacedTime& time, const Draft& draft) const;
  bool is_announcement(const predicate::Predication& p) const;
  bool reports(const predicate::Predication& p) const;
  bool is_fronted(const PlacedTime& time) const;
  const predicate::Predication& at(predicate::PredicationIndex i) const { return scene_.predications.items[i]; }

  const Scene& scene_;
  std::optional<Day> published_;
  std::vector<PlacedTime> times_;
  std::set<TokenIndex> covered_;
  std::set<std::uint32_t> long_past_; // sentences
};

} // namespace stemma::extract
