// Who says it beside the event: "according to X", "X said", "by X's count", the labels of titles.

#include "extract/attribution.hpp"
#include "extract/fillers.hpp"
#include "extract/find_speaker.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::one_of;
using predicate::Relation;

constexpr TokenIndex near = 16;         // words between "X said:" and what is said
constexpr TokenIndex longest_label = 8; // words of "Minister X:" in a title, and of "- minister" at its end

} // namespace

// "according to X" anywhere beside the event holds for the whole sentence.
SpeakerChain Attribution::from_according_to(const Draft& draft) {
  const auto token = at(draft.predication).token;
  const auto sentence = scene_.tree.sentence(token);
  const auto& tree = scene_.tree;
  for (auto t = token; t > 0 && tree.sentence(t - 1) == sentence; --t) {
    if (scene_.words[t - 1] == ";") break;
    if (scene_.words[t - 1] != "according") continue;
    if (token <= tree.right_edge(t - 1)) return {};
    for (auto object = t; object < token; ++object)
      if (tree.dep(object) == "pobj" && tree.spans(t - 1, object)) return find_speakers(scene_, object);
  }
  for (auto t = token; t < tree.size() && tree.sentence(t) == sentence; ++t) {
    if (scene_.words[t] == ";") break;
    if (scene_.words[t] != "according") continue;
    for (auto object = t + 1; object <= tree.right_edge(t); ++object)
      if (tree.dep(object) == "pobj") return find_speakers(scene_, object);
  }
  return {};
}

// "X said that Iran, according to the agency, sold …": within what X says, on whose word X says it.
SpeakerChain Attribution::relied_on(const Draft& draft, const Speaker& speaker) {
  const auto& tree = scene_.tree;
  const auto token = at(draft.predication).token;
  const auto sentence = tree.sentence(token);
  if (speaker.token > token || tree.sentence(speaker.token) != sentence) return {};
  bool said = false; // the clause that is said has begun
  for (auto t = speaker.token; t < token; ++t) {
    const auto index = scene_.predications.find_at(t);
    said = said || (index && at(*index).kind == predicate::Kind::verb && reports(at(*index)));
    if (!said || scene_.words[t] != "according" || tree.head(t) <= t || tree.right_edge(t) >= token) continue;
    for (auto object = t + 1; object <= tree.right_edge(t); ++object)
      if (tree.dep(object) == "pobj") return find_speakers(scene_, object);
  }
  return {};
}

// "…, by the ministry's count", "in the words of X", "on their reckoning"
SpeakerChain Attribution::from_count(const Draft& draft) {
  const auto& tree = scene_.tree;
  const auto sentence = tree.sentence(at(draft.predication).token);
  for (auto t = tree.sentence_start(at(draft.predication).token); t < tree.size() && tree.sentence(t) == sentence;
       ++t) {
    if (!one_of(scene_.words[t], {"by", "in", "on", "to", "from"}) || tree.dep(t) == "agent") continue;
    const auto noun = tree.child(t, "pobj");
    if (noun == tree.size() || !scene_.frames.in_class("standpoint", predicate::lower(tree.lemma(noun)))) continue;
    const auto of = tree.child(noun, "prep");
    const bool is_of = of != tree.size() && scene_.words[of] == "of";
    const auto owner = tree.has_child(noun, "poss") ? tree.child(noun, "poss") : is_of ? tree.child(of, "pobj") : noun;
    if (owner == noun || owner == tree.size()) continue;
    auto found = find_speakers(scene_, noun);
    return found.empty() ? find_speakers(scene_, owner) : found;
  }
  return {};
}

// "the strike, which Peru blamed on Chile", "killed in an attack that Peru attributes to Chile": who says whose it was.
SpeakerChain Attribution::from_blame(const Draft& draft) {
  const auto& tree = scene_.tree;
  const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
  if (!kind || !kind->opposes || !is_firm(draft.status)) return {};
  const auto token = at(draft.predication).token;
  if (at(draft.predication).kind == predicate::Kind::noun) return blamed_by(draft, kind->first, token);
  for (const auto in : tree.children(token)) {
    if (tree.dep(in) != "prep" || !one_of(scene_.words[in], {"in", "by"})) continue;
    if (const auto blow = tree.child(in, "pobj"); blow != tree.size())
      if (auto chain = blamed_by(draft, kind->first, blow); !chain.empty()) return chain;
  }
  return {};
}

// Who blames the noun on the one who is the doer of the event.
SpeakerChain Attribution::blamed_by(const Draft& draft, const std::string& doer, TokenIndex noun) {
  const auto doers = draft.roles.find(doer);
  if (doers == draft.roles.end()) return {};
  for (const auto& p : scene_.predications.in_sentence(scene_.tree.sentence(noun))) {
    if (p.relation != Relation::relative || p.negated || p.passive || !reports(p)) continue;
    const auto head = scene_.tree.head(p.token);
    if (head < noun || head > scene_.tree.right_edge(noun)) continue;
    for (const auto& a : p.arguments)
      if (a.position == predicate::Position::oblique && one_of(a.preposition, {"on", "to"}))
        for (const auto& filler : fillers(scene_, a.token, any_party()))
          if (std::find(doers->second.begin(), doers->second.end(), filler) != doers->second.end())
            return speakers_of(p);
  }
  return {};
}

// "if X is to be believed", "to believe X"
SpeakerChain Attribution::from_belief(const Draft& draft) {
  for (const auto& p : scene_.predications.in_sentence(at(draft.predication).sentence)) {
    if (!one_of(p.lemma, {"believe", "trust"}) || scene_.tree.has_child(p.token, "ccomp")) continue;
    const auto mark = scene_.tree.child(p.token, "mark");
    const bool is_condition = p.mark == "if" || (mark != scene_.tree.size() && scene_.words[mark] == "if");
    const bool opens_aside = p.infinitive && p.relation == Relation::adverbial;
    const bool to_be_believed = p.passive && p.above && at(*p.above).mark == "if";
    if (!is_condition && !opens_aside && !to_be_believed) continue;
    for (const auto& a : p.arguments)
      if (a.position == predicate::Position::object)
        if (auto found = find_speakers(scene_, a.token); !found.empty()) return {found.front()};
  }
  return {};
}

// "Minister X: army took the town", "Army took the town - minister": how titles say who speaks.
SpeakerChain Attribution::from_label(const Draft& draft) {
  const auto token = at(draft.predication).token;
  if (!scene_.in_title[token]) return {};
  auto first = token, last = token + 1;
  while (first > 0 && !starts_line(scene_, first) && scene_.in_title[first - 1]) --first;
  while (last < scene_.tree.size() && !starts_line(scene_, last) && scene_.in_title[last]) ++last;
  for (auto t = first + 1; t < token && t < first + longest_label; ++t)
    if (scene_.words[t] == ":") return labelled(first, t);
  for (auto t = last; t > token + 1 && last - t < longest_label; --t)
    if (one_of(scene_.words[t - 1], {"-", "--", "–", "—"})) return labelled(t, last);
  return {};
}

// Who a label of nothing but a name, an office or both names.
SpeakerChain Attribution::labelled(TokenIndex first, TokenIndex last) {
  for (const auto& mention : scene_.mentions)
    if (mention.first >= first && mention.last == last && scene_.entities[mention.entity].kind == EntityKind::person)
      return {Speaker{mention.entity, mention.head, mention.first, mention.last}};
  if (first == last || scene_.mention(last - 1)) return {};
  const auto word = predicate::lower(scene_.tree.lemma(last - 1));
  return scene_.frames.in_class("unnamed-speaker", word) ? find_speakers(scene_, last - 1) : SpeakerChain{};
}

// "…, X said, …": a word of saying that stands apart, between commas or at the end, and governs nothing of its own.
SpeakerChain Attribution::from_parenthesis(const Draft& draft) {
  const auto& tree = scene_.tree;
  const auto token = at(draft.predication).token;
  const auto sentence = tree.sentence(token);
  for (const auto& report : reports_) {
    if (tree.sentence(report.token) != sentence) continue;
    if (scene_.has_semicolon(std::min(token, report.token), std::max(token, report.token))) {
      if (report.token < token && goes_on_behind(report, draft)) return report.chain;
      continue;
    }
    const auto& p = at(report.predication);
    const bool governs =
        std::any_of(tree.begin_children(report.token), tree.end_children(report.token), [&](auto child) {
          const auto dep = tree.dep(child);
          return child > report.token && (dep == "ccomp" || dep == "xcomp" || (dep == "dobj" && is_announced(child)));
        });
    if (governs) continue;
    if (p.mark == "as" && p.relation == Relation::adverbial && !p.negated) return report.chain; // "as X announced"
    if (!p.mark.empty() || p.negated || (p.relation == Relation::relative && !stands_apart(report.token))) continue;
    if (token < report.token && (is_within_addition(report) || is_joined_behind(report))) continue;
    if (report.token < token) { // "In return, X said, …"
      const auto opens = std::min(report.token, report.chain.front().first);
      const auto behind = std::max(report.token, tree.right_edge(report.token)) + 1;
      const bool comma = scene_.words[report.token + 1] == "," ||
                         (behind < token && (scene_.words[behind - 1] == "," || scene_.words[behind] == ","));
      if (comma && opens == tree.sentence_start(opens)) return report.chain;           // "X said, …"
      const auto phrase = std::min(opens, tree.left_edge(report.chain.front().token)); // ", the ministry says,"
      const bool enclosed = comma && phrase > 0 && scene_.words[phrase - 1] == ",";
      if (enclosed && tree.sentence(phrase - 1) == sentence) return report.chain;
      continue;
    }
    auto first = std::min(report.token, report.chain.front().first);
    for (auto t = first; t > token; --t) // back over "the defence minister," to the comma
      if (scene_.words[t - 1] == "," || scene_.words[t - 1] == "\"" || scene_.words[t - 1] == "--") {
        first = t - 1;
        break;
      }
    if (first <= token || first == std::min(report.token, report.chain.front().first)) continue;
    return report.chain;
  }
  for (const auto& report : reports_) { // "X said of it: …", in one sentence
    if (report.token > token || tree.sentence(report.token) != sentence) continue;
    for (auto t = report.token; t < token; ++t)
      if (scene_.words[t] == ":") return report.chain;
  }
  const auto first = tree.sentence_start(token); // "X said: …"
  if (first == 0 || scene_.words[first - 1] != ":" || starts_line(scene_, first)) return {};
  for (auto report = reports_.rbegin(); report != reports_.rend(); ++report)
    if (report->token < first) return first - report->token <= near ? report->chain : SpeakerChain{};
  return {};
}

// "Five have come, he said; the rest will follow by May": told from where the speaker stands in time.
bool Attribution::goes_on_behind(const Report& report, const Draft& draft) const {
  const auto* p = &at(draft.predication);
  for (int depth = 0; depth < 8 && p->above && p->kind == predicate::Kind::noun; ++depth) p = &at(*p->above);
  for (const auto& other : reports_)
    if (other.token > report.token && scene_.tree.sentence(other.token) == scene_.tree.sentence(report.token))
      return false;
  const bool ahead = p->tense == predicate::Tense::future || one_of(p->modal, {"will", "would", "should", "may"});
  return ahead || (p->perfect && p->tense == predicate::Tense::past);
}

// "Oman, the minister said on Friday, has bought …": parsers take it for a clause that describes the name before it.
bool Attribution::stands_apart(TokenIndex report) const {
  const auto& tree = scene_.tree;
  const auto subject = tree.child(report, "nsubj");
  if (subject == tree.size() || subject > report || tree.tag(subject).front() == 'W') return false;
  const auto first = tree.left_edge(subject);
  return first > 0 && first == tree.left_edge(report) && scene_.words[first - 1] == ",";
}

// "…, a fact which, X says, …", "… and, so X says, …": said of what it stands in, not of what stands before.
bool Attribution::is_within_addition(const Report& report) const {
  auto first = std::min(report.token, scene_.tree.left_edge(report.chain.front().token));
  if (first > 0 && predicate::one_of(scene_.words[first - 1], {"so", "as"})) --first;
  if (first < 2 || scene_.words[first - 1] != ",") return false;
  const auto tag = scene_.tree.tag(first - 2);
  return tag == "WDT" || tag == "WP" || tag == "CC";
}

// "Peru sent a frigate to Guyana, AND CARACAS ACCUSED Lima of …": a clause of its own, on what was told before.
bool Attribution::is_joined_behind(const Report& report) const {
  const auto& tree = scene_.tree;
  if (tree.dep(report.token) != "conj") return false;
  const auto first = std::min(report.token, tree.left_edge(report.chain.front().token));
  return first > 1 && tree.tag(first - 1) == "CC" && scene_.words[first - 2] == ",";
}

// "X announced a launch": what it governs is told by a noun.
bool Attribution::is_announced(TokenIndex object) const {
  const auto index = scene_.predications.find_at(object);
  return index && !scene_.frames.triggered_by(pack::WordKind::noun, at(*index).lemma).empty();
}

} // namespace stemma::extract
