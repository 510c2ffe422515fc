#pragma once
// Who is credited with an event: chains from the one who speaks to the one relied on.

#include "extract/document_voice.hpp"
#include "extract/draft.hpp"
#include "extract/quotations.hpp"

namespace stemma::extract {

using SpeakerChain = std::vector<Speaker>;

// Made once for a document, after its references are resolved; adds speakers without a name to the scene's entities.
class Attribution {
public:
  // `document` says whose text it is: who publishes it, or the agency it comes from, is never credited.
  Attribution(Scene& scene, const Document& document);

  // The status must be known; drafts come in the order of the text. Empty: the text tells it in its own voice.
  std::vector<SpeakerChain> chains_of(const Draft& draft);

  // Who says what came of an event ("… has killed 20 people, the ministry said"), which is credit for the event, too.
  SpeakerChain chain_of_outcome(const Draft& draft, predicate::PredicationIndex outcome);

  // Whether the draft stands in a text, or in a turn of one, that somebody speaks from end to end.
  bool is_in_a_voice(const Draft& draft) const;

  // In whose voice the words at this token are: of a turn, of a quotation, of the whole text. Empty: the reporter's.
  std::optional<Speaker> find_voice(TokenIndex t);

private:
  struct Report { // "X said": a word of saying whose subject speaks
    predicate::PredicationIndex predication = 0;
    TokenIndex token = 0;
    SpeakerChain chain;
  };

  const predicate::Predication& at(predicate::PredicationIndex i) const { return scene_.predications.items[i]; }
  bool has_word(const predicate::Predication& p, bool pack::Embedding::* what) const;
  bool reports(const predicate::Predication& p) const { return has_word(p, &pack::Embedding::reports); }
  bool tells(const predicate::Predication& said, const predicate::Predication& governor, const Draft& draft) const;
  static bool does_by_saying(const predicate::Predication& p);
  static bool speaks_itself(const predicate::Predication& said, const predicate::Predication& governor);
  bool is_doer(const predicate::Predication& p, const predicate::Argument& a) const;
  SpeakerChain speakers_of(const predicate::Predication& p, bool with_cited = true);
  SpeakerChain inverted_speaker(const predicate::Predication& p);
  void cite(const predicate::Predication& p, SpeakerChain& chain);
  bool is_aside_of(const predicate::Predication& p, const predicate::Predication& citing) const;
  bool is_viewpoint(const predicate::Predication& p) const;
  bool has_it(const predicate::Predication& p) const;
  bool speaks_of(const predicate::Predication& p, const predicate::Predication& told) const;
  bool is_read_out(const predicate::Predication& p) const;
  SpeakerChain quoted_by(const predicate::Predication& said);
  SpeakerChain of_who_adds(const predicate::Predication& p) const;
  SpeakerChain same_as_before(const predicate::Predication& p) const;
  SpeakerChain chain_of(predicate::PredicationIndex index);
  void find_reports();

  bool is_sure(const predicate::Predication& p) const;
  bool makes_known(const predicate::Predication& p) const;
  bool is_news_peg(const predicate::Predication& p) const;
  bool is_where_said(const predicate::Predication& utterance);
  bool is_of_writing(const predicate::Predication& p) const;
  bool is_listed(const predicate::Predication& p) const;
  bool completes_time(const predicate::Predication& p) const;
  bool describes(const predicate::Predication& p) const;
  bool is_granted(const predicate::Predication& p) const;
  bool is_granted(const Draft& draft) const;
  bool is_news(const Draft& draft, const predicate::Predication& p) const;
  bool is_known_before(const predicate::Predication& p, const Draft& draft) const;
  bool is_beside_report(const Draft& draft) const;
  bool is_own_deed(const Draft& draft, const Speaker& speaker) const;
  static bool is_wish(const predicate::Predication& p);
  SpeakerChain from_voices(const Draft& draft);
  std::vector<SpeakerChain> each_of(const SpeakerChain& chain);
  SpeakerChain from_governors(const Draft& draft);
  SpeakerChain from_according_to(const Draft& draft);
  SpeakerChain relied_on(const Draft& draft, const Speaker& speaker);
  SpeakerChain from_parenthesis(const Draft& draft);
  SpeakerChain from_count(const Draft& draft);
  bool is_unnamed_medium(const Speaker& speaker) const;
  SpeakerChain from_blame(const Draft& draft);
  SpeakerChain blamed_by(const Draft& draft, const std::string& doer, TokenIndex noun);
  SpeakerChain from_belief(const Draft& draft);
  SpeakerChain from_label(const Draft& draft);
  SpeakerChain labelled(TokenIndex first, TokenIndex last);
  bool is_announced(TokenIndex object) const;
  bool stands_apart(TokenIndex report) const;
  bool goes_on_behind(const Report& report, const Draft& draft) const;
  bool is_within_addition(const Report& report) const;
  bool is_joined_behind(const Report& report) const;
  SpeakerChain from_quotation(const Draft& draft);
  SpeakerChain from_quotation_beside(const Draft& draft);
  SpeakerChain speaker_of_quotation(std::size_t quotation, int depth);
  SpeakerChain acting_before(TokenIndex quotation);
  SpeakerChain named_before_colon(TokenIndex quotation);
  bool is_somebody(EntityIndex e) const;
  void drop_houses(SpeakerChain& chain) const;
  SpeakerChain carried_on(const Draft& draft) const;
  SpeakerChain from_sentences_before(const Draft& draft);
  SpeakerChain from_list_head(const Draft& draft) const;
  SpeakerChain from_confirmation(const Draft& draft) const;
  TokenIndex line_start(TokenIndex t) const;
  bool has_speaker(std::uint32_t sentence) const;
  bool is_backshifted(const predicate::Predication& told) const;
  bool is_backshifted_sentence(std::uint32_t sentence) const;
  SpeakerChain source_of(TokenIndex first);
  bool is_work(TokenIndex noun) const;
  bool is_actor(const Draft& draft, EntityIndex speaker) const;

  Scene& scene_;
  std::vector<Quotation> quotations_;
  std::vector<EntityIndex> houses_; // who publishes the text
  std::vector<Report> reports_;     // by place, which is the order of predications
  struct {
    std::uint32_t sentence = 0;
    SpeakerChain chain;
  } last_source_; // of the last draft that had one
  std::vector<Speaker> voice_;
  std::vector<Turn> turns_;
};

} // namespace stemma::extract
