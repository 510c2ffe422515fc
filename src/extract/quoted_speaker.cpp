// Who speaks where words stand between quotation marks, or in a text that one voice tells from end to end.

#include "extract/attribution.hpp"
#include "extract/find_speaker.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::Predication;

constexpr TokenIndex shortest_quotation = 4; // fewer words are somebody's wording, not his statement
constexpr TokenIndex near = 16;              // words between a quotation and who says it

bool is_state_of_affairs(const std::string& status) { return status == "occurred" || status == "ongoing"; }

} // namespace

SpeakerChain Attribution::from_quotation(const Draft& draft) {
  const auto token = at(draft.predication).token;
  for (std::size_t q = 0; q < quotations_.size(); ++q)
    if (quotations_[q].first <= token && token < quotations_[q].last) {
      if (quotations_[q].last - quotations_[q].first < shortest_quotation) return {};
      return speaker_of_quotation(q, 0);
    }
  return {};
}

// "There will be 'comprehensive talks'.": what a sentence foretells that quotes, and names nobody, is the quoted one's.
SpeakerChain Attribution::from_quotation_beside(const Draft& draft) {
  if (is_state_of_affairs(draft.status)) return {};
  const auto& p = at(draft.predication);
  const auto speaks = [&](const Predication& other) { return other.kind == Kind::verb && reports(other); };
  const auto all = scene_.predications.in_sentence(p.sentence);
  if (std::any_of(all.begin(), all.end(), speaks)) return {};
  for (std::size_t q = 0; q < quotations_.size(); ++q)
    if (scene_.tree.sentence(quotations_[q].first) == p.sentence &&
        quotations_[q].last - quotations_[q].first >= shortest_quotation)
      return speaker_of_quotation(q, 0);
  return {};
}

// Who says it in the same breath: behind the quotation, or before it. Else the quotation goes on with the last one.
SpeakerChain Attribution::speaker_of_quotation(std::size_t index, int depth) {
  const auto& q = quotations_[index];
  const auto quoted = [&](TokenIndex t) {
    return std::any_of(quotations_.begin(), quotations_.end(),
                       [&](const Quotation& other) { return other.first <= t && t < other.last; });
  };
  const auto ends = [&](TokenIndex from, TokenIndex to) { // does a sentence or a line end in between?
    for (auto t = from; t < to; ++t)
      if (scene_.words[t] == "." || scene_.words[t] == ";" || (t > from && starts_line(scene_, t))) return true;
    return false;
  };
  // "'… It is over.' The premier SAID THE ARMY …": a sentence of its own, that has its own words.
  const auto says_another_thing = [&](TokenIndex said) {
    const auto& tree = scene_.tree;
    return scene_.words[q.last - 1] == "." &&
           std::any_of(tree.begin_children(said), tree.end_children(said), [&](auto child) {
             return child > said && (tree.dep(child) == "ccomp" || tree.dep(child) == "xcomp");
           });
  };
  const Report* behind = nullptr;
  const Report* before = nullptr;
  for (const auto& report : reports_) {
    if (quoted(report.token)) continue;
    const auto first = std::min(report.token, report.chain.front().first);
    if (!behind && first > q.last && first - q.last <= near && !ends(q.last, first) && !starts_line(scene_, q.last + 1) &&
        !says_another_thing(report.token))
      behind = &report;
    if (report.token < q.first && q.first - report.token <= near && !ends(report.token, q.first - 1)) before = &report;
  }
  if (before && q.first >= 2 && q.first - 1 - before->token <= 2) return before->chain; // "X said: …"
  if (behind && (!before || q.first - 1 - before->token > 8)) return behind->chain;
  if (before) return before->chain;
  if (behind) return behind->chain;
  if (q.continues && index + 1 < quotations_.size() && depth < 6)
    if (auto chain = speaker_of_quotation(index + 1, depth + 1); !chain.empty()) return chain;
  const auto sentence = scene_.tree.sentence(q.first);
  if (index > 0 && depth < 6 && sentence - scene_.tree.sentence(quotations_[index - 1].last - 1) <= 2)
    return speaker_of_quotation(index - 1, depth + 6);
  const Report* last = nullptr;
  for (const auto& report : reports_)
    if (report.token < q.first && sentence - scene_.tree.sentence(report.token) <= 2 && !quoted(report.token))
      last = &report;
  if (auto chain = named_before_colon(q.first); !chain.empty()) return chain;
  return last ? last->chain : acting_before(q.first);
}

// "The minister, X, on the new frigates: '…'"
SpeakerChain Attribution::named_before_colon(TokenIndex quotation) {
  if (quotation < 3 || scene_.words[quotation - 2] != ":") return {};
  const auto line = line_start(quotation);
  for (const auto& mention : scene_.mentions)
    if (mention.first >= line && mention.last < quotation && scene_.entities[mention.entity].kind == EntityKind::person)
      return {Speaker{mention.entity, mention.head, mention.first, mention.last}};
  return {};
}

// "X spoke of a hard night. '…'": who the sentence before is about, where nobody is said to speak.
SpeakerChain Attribution::acting_before(TokenIndex quotation) {
  const auto& tree = scene_.tree;
  const auto first = tree.sentence_start(quotation);
  if (first == 0 || scene_.in_title[first - 1]) return {};
  for (auto t = tree.sentence_start(first - 1); t < first; ++t)
    if (tree.dep(t) == "nsubj" && tree.is_root(tree.head(t)))
      if (auto found = find_speakers(scene_, t); !found.empty() && is_somebody(found.front().entity))
        return {found.front()};
  return {};
}

bool Attribution::is_somebody(EntityIndex e) const {
  const auto kind = scene_.entities[e].kind;
  return kind == EntityKind::person || kind == EntityKind::anonymous;
}

bool Attribution::is_in_a_voice(const Draft& draft) const {
  const auto token = at(draft.predication).token;
  return !voice_.empty() || std::any_of(turns_.begin(), turns_.end(), [&](const Turn& turn) {
    return turn.speaker && turn.first <= token && token < turn.last;
  });
}

std::optional<Speaker> Attribution::find_voice(TokenIndex t) {
  for (std::size_t q = 0; q < quotations_.size(); ++q)
    if (quotations_[q].first <= t && t < quotations_[q].last)
      if (auto chain = speaker_of_quotation(q, 0); !chain.empty()) return chain.front();
  for (const auto& turn : turns_)
    if (turn.first <= t && t < turn.last) return turn.speaker;
  if (voice_.empty()) return std::nullopt;
  const auto person = std::find_if(voice_.begin(), voice_.end(), [&](const Speaker& s) {
    return scene_.entities[s.entity].kind == EntityKind::person;
  });
  return person == voice_.end() ? voice_.front() : *person;
}

} // namespace stemma::extract
