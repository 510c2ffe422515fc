// "a day after Iran struck", "two days before the summit", "on the eve of the visit": how far two events lie apart.

#include "extract/dating.hpp"
#include "extract/time_words.hpp"
#include "model/date.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::one_of;
using predicate::Tense;

constexpr unsigned distant = 6;     // rank of what is counted from another event
constexpr std::uint32_t nearby = 2; // sentences
constexpr int reach_of_told = 31;   // days: what was dated longer ago is not what the text speaks of now

// Days from the clause below `joint` to the one above it; `last` is the joint itself.
struct Apart {
  TokenIndex first = 0, joint = 0;
  int days = 0;
};

std::optional<Apart> read_apart(const Scene& scene, TokenIndex joint) {
  const auto& words = scene.words;
  const auto& word = words[joint];
  if (word == "of" && joint >= 2 && words[joint - 1] == "eve" && words[joint - 2] == "the")
    return Apart{joint - 2, joint, -1};
  const bool after = word == "after" || word == "following";
  if ((!after && word != "before") || joint < 1) return std::nullopt;
  const int sign = after ? 1 : -1;
  const auto& unit = words[joint - 1];
  if (one_of(unit, {"hours", "minutes"})) return Apart{joint - 1, joint, 0};
  const bool weeks = one_of(unit, {"week", "weeks"});
  if ((!weeks && !one_of(unit, {"day", "days"})) || joint < 2) return std::nullopt;
  if (words[joint - 2] == "the") return weeks ? std::nullopt : std::optional(Apart{joint - 2, joint, sign});
  const auto count = small_number(words[joint - 2]);
  if (!count || *count <= 0) return std::nullopt;
  return Apart{joint - 2, joint, sign * *count * (weeks ? 7 : 1)};
}

// The verb or noun that the joint leads to.
std::optional<TokenIndex> clause_below(const predicate::Tree& tree, TokenIndex joint) {
  if (tree.dep(joint) == "mark") return tree.head(joint);
  for (const auto dep : {"pobj", "pcomp"})
    if (const auto object = tree.child(joint, dep); object != tree.size()) return object;
  return std::nullopt;
}

// The verb above both: what the clause or the phrase hangs on.
std::optional<TokenIndex> verb_above(const Scene& scene, TokenIndex t) {
  for (int depth = 0; depth < 8 && !scene.tree.is_root(t); ++depth) {
    t = scene.tree.head(t);
    if (scene.tree.pos(t) == "VERB" || scene.tree.pos(t) == "AUX") return t;
  }
  return std::nullopt;
}

bool is_day(const std::optional<Interval>& time) { return time && time->start && time->start == time->end; }

bool is_day(const std::optional<DraftTime>& time) {
  return time && !time->time.start.empty() && time->time.start == time->time.end;
}

bool share_actor(const Draft& a, const std::string& role_a, const Draft& b, const std::string& role_b) {
  const auto x = a.roles.find(role_a), y = b.roles.find(role_b);
  if (x == a.roles.end() || y == b.roles.end()) return false;
  return std::any_of(x->second.begin(), x->second.end(), [&](const Filler& f) {
    return f.entity &&
           std::any_of(y->second.begin(), y->second.end(), [&](const Filler& g) { return g.entity == f.entity; });
  });
}

} // namespace

// The day of what stands above: its own, today's where it is told as news of now, or the one told last.
std::optional<Day> Dating::day_above(TokenIndex verb, const std::vector<Draft>& drafts) const {
  std::optional<Interval> told;
  for (const auto& time : times_) {
    if (time.carrier && at(*time.carrier).token == verb && is_day(time.own)) return time.own->start;
    if (time.head < verb && time.own) told = time.own;
  }
  for (const auto& draft : drafts)
    if (at(draft.predication).token == verb && is_day(draft.time)) return parse_day(draft.time->time.start);
  const auto index = scene_.predications.find_at(verb);
  if (index && at(*index).tense == Tense::present) return published_;
  const bool recent =
      is_day(told) && *told->start <= *published_ && (*published_ - *told->start).count() <= reach_of_told;
  return recent ? told->start : std::nullopt;
}

// "the summit of May 3", "the vote on May 20": the day that stands with the noun, or right behind it.
const Dating::PlacedTime* Dating::time_of_noun(TokenIndex noun) const {
  if (scene_.tree.pos(noun) != "NOUN" && scene_.tree.pos(noun) != "PROPN") return nullptr;
  for (const auto& time : times_)
    if (is_day(time.own) && (is_within(time.head, noun) || time.expression.first == noun + 1)) return &time;
  return nullptr;
}

void Dating::date_by_distance(std::vector<Draft>& drafts) const {
  const auto& tree = scene_.tree;
  for (TokenIndex joint = 0; joint < tree.size(); ++joint) {
    const auto apart = read_apart(scene_, joint);
    const auto below = apart ? clause_below(tree, joint) : std::nullopt;
    const auto above = below ? verb_above(scene_, tree.dep(joint) == "mark" ? *below : joint) : std::nullopt;
    if (!above) continue;
    const auto tells = [&](const Draft& draft, TokenIndex word) {
      const auto& p = at(draft.predication);
      return p.token == word || (p.light_verb && *p.light_verb == word);
    };
    const auto* of_noun = time_of_noun(*below);
    for (auto& draft : drafts) {
      // "after Monday's strike" alone leaves the end open
      const bool noun_s = of_noun && draft.time && draft.time->first <= of_noun->head && tells(draft, *above);
      if (draft.time && !draft.time->time.end.empty() && !noun_s) continue;
      std::optional<Day> day;
      if (tells(draft, *below)) {
        if (const auto from = day_above(*above, drafts)) day = *from - std::chrono::days{apart->days};
      } else if (tells(draft, *above)) {
        for (const auto& other : drafts)
          if (tells(other, *below) && is_day(other.time))
            day = *parse_day(other.time->time.start) + std::chrono::days{apart->days};
        if (!day && of_noun) day = *of_noun->own->start + std::chrono::days{apart->days};
      }
      if (!day || !is_writable(*day)) continue;
      DraftTime time;
      time.first = apart->first;
      time.last = apart->joint + 1;
      time.rank = distant;
      time.time = {iso(*day), iso(*day), scene_.text.source_text_of(scene_.source_span(time.first, time.last))};
      draft.time = std::move(time);
    }
  }
}

// "Biden visited Kyiv on Monday. He met Zelensky.": what happens in the course of another event, of the same status.
void Dating::date_by_company(std::vector<Draft>& drafts) const {
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    auto& draft = drafts[d];
    const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
    if (draft.time || !kind || kind->takes_time_of.empty()) continue;
    for (std::size_t before = d; before > 0; --before) {
      const auto& course = drafts[before - 1];
      if (at(draft.predication).sentence - at(course.predication).sentence > nearby) break;
      if (scene_.frames.all()[course.frame].event != kind->takes_time_of || !course.time) continue;
      const auto* other = scene_.frames.find_kind(kind->takes_time_of);
      if (course.status != draft.status || !other || !share_actor(course, other->first, draft, kind->first)) continue;
      draft.time = course.time;
      draft.time->rank = distant;
      break;
    }
  }
}

} // namespace stemma::extract
