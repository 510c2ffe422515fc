// Who still speaks where a sentence names nobody: on whose word the sentences before it rest.

#include "extract/attribution.hpp"
#include "extract/find_speaker.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::lower;
using predicate::Predication;
using predicate::Tense;

constexpr int longest_list = 40; // lines

bool is_list_mark(const std::string& word) {
  return predicate::one_of(word, {"-", "--", "–", "—", "•", "*", "·", "▪", "◦"});
}

} // namespace

// "Accordingly, …": still told on the word of whoever the sentence before relied on.
SpeakerChain Attribution::carried_on(const Draft& draft) const {
  const auto& tree = scene_.tree;
  const auto first = tree.sentence_start(at(draft.predication).token);
  const auto sentence = tree.sentence(first);
  const bool goes_on = scene_.frames.in_class("carrying-on", scene_.words[first]);
  return goes_on && last_source_.sentence + 1 == sentence ? last_source_.chain : SpeakerChain{};
}

// "The minister said the tanks were paid for. The first would arrive in May.": what is told from where the speaker
// stood in time is his; a report that opens a paragraph is what its further sentences rest on.
SpeakerChain Attribution::from_sentences_before(const Draft& draft) {
  const auto& tree = scene_.tree;
  const auto& p = at(draft.predication);
  if (scene_.in_title[p.token] || is_granted(draft) || has_speaker(p.sentence)) return {};
  bool backshifted = is_backshifted(p);
  auto first = tree.sentence_start(p.token);
  while (first > 0 && !starts_line(scene_, first)) {
    first = tree.sentence_start(first - 1);
    if (scene_.in_title[first]) return {};
    const auto sentence = tree.sentence(first);
    if (auto chain = source_of(first); !chain.empty()) return chain;
    for (auto report = reports_.rbegin(); report != reports_.rend(); ++report)
      if (tree.sentence(report->token) == sentence)
        return backshifted && at(report->predication).tense == Tense::past ? report->chain : SpeakerChain{};
    backshifted = backshifted && is_backshifted_sentence(sentence);
  }
  return {};
}

// "The ministry listed what had come:", and below it, line by line, what that was.
SpeakerChain Attribution::from_list_head(const Draft& draft) const {
  auto line = line_start(at(draft.predication).token);
  if (!is_list_mark(scene_.words[line])) return {};
  for (int lines = 0; lines < longest_list && line > 0; ++lines) {
    const auto last = line - 1;
    if (scene_.words[last] != ":") {
      line = line_start(last);
      if (!is_list_mark(scene_.words[line])) return {};
      continue;
    }
    const auto head = scene_.tree.sentence(last);
    for (auto report = reports_.rbegin(); report != reports_.rend(); ++report)
      if (scene_.tree.sentence(report->token) == head) return report->chain;
    return {};
  }
  return {};
}

TokenIndex Attribution::line_start(TokenIndex t) const {
  while (t > 0 && !starts_line(scene_, t)) --t;
  return t;
}

// "The minister confirmed this.", said of what the sentence before tells.
SpeakerChain Attribution::from_confirmation(const Draft& draft) const {
  const auto& tree = scene_.tree;
  const auto& p = at(draft.predication);
  if (p.kind == Kind::noun || !is_firm(draft.status) || p.relation != predicate::Relation::root) return {};
  for (const auto& report : reports_) {
    if (tree.sentence(report.token) != p.sentence + 1) continue;
    if (!scene_.frames.in_class("confirming", at(report.predication).lemma)) return {};
    const auto object = tree.child(report.token, "dobj");
    const bool taken_up = object != tree.size() && predicate::one_of(scene_.words[object], {"this", "that", "it"});
    return taken_up && !at(report.predication).negated ? report.chain : SpeakerChain{};
  }
  return {};
}

bool Attribution::has_speaker(std::uint32_t sentence) const {
  for (const auto& report : reports_)
    if (scene_.tree.sentence(report.token) == sentence) return true;
  const auto said = scene_.predications.in_sentence(sentence);
  return std::any_of(said.begin(), said.end(), [&](const Predication& p) {
    return (p.kind == Kind::verb && !p.infinitive && reports(p)) || scene_.words[p.token] == "according";
  });
}

// "would arrive", where nothing is made a condition of it.
bool Attribution::is_backshifted(const Predication& told) const {
  const auto* p = &told;
  for (int depth = 0; depth < 12 && p->above; ++depth) {
    if (p->mark == "if" || p->mark == "unless") return false;
    if (p->kind != Kind::noun && p->modal == "would") break;
    p = &at(*p->above);
  }
  return p->modal == "would" && p->mark != "if" && is_backshifted_sentence(p->sentence);
}

bool Attribution::is_backshifted_sentence(std::uint32_t sentence) const {
  bool would = false;
  for (const auto& p : scene_.predications.in_sentence(sentence)) {
    if (p.mark == "if" || p.mark == "unless" || p.mark == "were") return false;
    would = would || (p.modal == "would" && p.relation == predicate::Relation::root);
  }
  return would;
}

// The sentence that starts here rests on a document or a standpoint: "In the experts' account …", "as the centre draws
// it", "a report by X says", "according to a list by X".
SpeakerChain Attribution::source_of(TokenIndex first) {
  const auto& tree = scene_.tree;
  const auto sentence = tree.sentence(first);
  if (!starts_line(scene_, first)) return {};
  for (const auto& report : reports_) {
    if (tree.sentence(report.token) != sentence) continue;
    const auto& p = at(report.predication);
    if (is_viewpoint(p)) return report.chain;
    const auto subject = tree.child(p.token, "nsubj");
    if (subject != tree.size() && is_work(subject)) return report.chain;
    for (const auto in : tree.children(p.token))
      if (tree.dep(in) == "prep" && scene_.words[in] == "in")
        if (const auto work = tree.child(in, "pobj"); work != tree.size() && is_work(work)) return report.chain;
  }
  for (auto t = first; t < tree.size() && tree.sentence(t) == sentence; ++t) {
    const bool relied_on = scene_.words[t] == "according";
    if (!relied_on && !(t == first && predicate::one_of(scene_.words[t], {"in", "by", "on"}))) continue;
    for (auto object = t + 1; object <= tree.right_edge(t); ++object) {
      if (tree.dep(object) != "pobj") continue;
      const auto noun = lower(tree.lemma(object));
      if (relied_on ? is_work(object) : scene_.frames.in_class("standpoint", noun))
        if (auto chain = find_speakers(scene_, object); !chain.empty()) return {chain.front()};
      break;
    }
  }
  return {};
}

bool Attribution::is_work(TokenIndex noun) const {
  return scene_.frames.in_class("written-work", lower(scene_.tree.lemma(noun)));
}

} // namespace stemma::extract
