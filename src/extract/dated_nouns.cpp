// Which noun a time stands with, and what it says of the event that the noun names.

#include "extract/dating.hpp"
#include "extract/outbreaks.hpp"
#include "extract/time_edges.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::Predication;
using predicate::Relation;
using Edge = TimeExpression::Edge;

bool is_plain_verb(const Predication& p) { return p.kind != Kind::noun; }

bool happens(const std::string& lemma) {
  return lemma == "begin" || lemma == "start" || lemma == "happen" || lemma == "occur" || lemma == "take place" ||
         lemma == "erupt" || lemma == "break out";
}

// "deadliest", "most deadly", "first": not "at least", nor "most recently".
bool is_ordinal_most(const predicate::Tree& tree, TokenIndex t, const std::string& word) {
  if (word == "first" || word == "only") return true;
  if (tree.tag(t) == "RBS") return !tree.is_root(t) && tree.dep(tree.head(t)) == "amod";
  return tree.tag(t) == "JJS" && tree.dep(t) == "amod";
}

} // namespace

// "launched a wave of overnight attacks", "will meet him during this week's visit": a noun below the verb that tells of
// the same, or of what the event is in the course of.
bool Dating::names(TokenIndex noun, const Draft& draft) const {
  const auto& tree = scene_.tree;
  const auto& event = scene_.frames.all()[draft.frame].event;
  const auto* kind = scene_.frames.find_kind(event);
  const auto frames = scene_.frames.triggered_by(pack::WordKind::noun, predicate::lower(tree.lemma(noun)));
  const bool like = std::any_of(frames.begin(), frames.end(), [&](std::uint32_t f) {
    const auto& other = scene_.frames.all()[f].event;
    return other == event || (kind && !kind->takes_time_of.empty() && other == kind->takes_time_of);
  });
  if (!like) return false;
  for (auto t = noun; !tree.is_root(t); t = tree.head(t)) {
    if (tree.head(t) == at(draft.predication).token) return true;
    if (!predicate::one_of(tree.dep(t), {"pobj", "prep", "dobj"}) || leads_away(scene_.words[t]) ||
        edge_of_word(scene_.words[t]))
      return false;
  }
  return false;
}

// "last month's decision to send tanks": the noun governs the event.
bool Dating::speaks_of(TokenIndex noun, const Draft& draft) const {
  const auto* p = &at(draft.predication);
  for (int depth = 0; depth < 3 && p->above; ++depth) {
    p = &at(*p->above);
    if (p->token == noun) return !scene_.frames.embedded_by(pack::WordKind::noun, p->lemma).empty();
    if (is_plain_verb(*p)) return false;
  }
  return false;
}

// "the invasion of X in 2022": right behind the words of the noun, whatever the parse hangs it on.
bool Dating::follows(const PlacedTime& time, const Predication& noun) const {
  return noun.kind == Kind::noun && time.expression.first == scene_.tree.right_edge(noun.token) + 1;
}

// "a series of", "the plan for", "the start of": of one time with what they govern.
bool Dating::passes_on(const std::string& noun) const {
  return scene_.frames.in_class("container", noun) || scene_.frames.in_class("phase", noun) ||
         !scene_.frames.embedded_by(pack::WordKind::noun, noun).empty() ||
         !scene_.frames.triggered_by(pack::WordKind::noun, noun).empty();
}

// "a vigil for the VICTIMS of the attack", "a WEEK after the raid": the event is known, and only tells which noun is
// meant. What dates that noun's verb does not date the event.
bool Dating::only_tells_which(const Predication& p) const {
  const auto& tree = scene_.tree;
  if (p.kind != Kind::noun || tree.dep(p.token) != "pobj") return false;
  const auto preposition = tree.head(p.token);
  if (tree.is_root(preposition) || !predicate::one_of(scene_.words[preposition], {"of", "for", "about", "over"}))
    return false;
  const auto noun = tree.head(preposition);
  if (tree.pos(noun) != "NOUN" || predicate::is_counting_word(tree.token(noun)) ||
      passes_on(predicate::lower(tree.lemma(noun))))
    return false;
  const auto children = tree.children(p.token);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
    return tree.dep(child) == "poss" || (tree.dep(child) == "det" && scene_.words[child] == "the");
  });
}

// "on Tuesday, the day on which he was killed": what is said of the day happened on it.
std::optional<Dating::Link> Dating::link_to_clause_of_day(const PlacedTime& time, const Draft& draft) const {
  const auto& tree = scene_.tree;
  for (auto t = time.expression.first; t < time.expression.last; ++t) {
    const auto day = tree.child(t, "appos");
    if (day == tree.size() || !predicate::one_of(scene_.words[day], {"day", "date", "night", "week", "month", "year"}))
      continue;
    const auto clause = tree.child(day, "relcl");
    const auto verb = clause == tree.size() ? std::nullopt : scene_.predications.find_at(clause);
    if (!verb) continue;
    if (const auto rank = rank_below(*verb, time, draft)) return Link{&time, *rank, Edge::at};
  }
  return std::nullopt;
}

// "the package, ANNOUNCED on Friday, includes tanks": what it includes was announced then.
bool Dating::dates_announced_subject(const PlacedTime& time, const Draft& draft) const {
  const auto& tree = scene_.tree;
  if (!time.carrier || !(lies_ahead(draft) || draft.status == "cancelled")) return false;
  const auto& announced = at(*time.carrier);
  if (!is_announcement(announced) || tree.is_root(announced.token) ||
      !predicate::one_of(tree.dep(announced.token), {"acl", "relcl"}))
    return false;
  const auto subject = tree.head(announced.token);
  return predicate::one_of(tree.dep(subject), {"nsubj", "nsubjpass"}) &&
         tree.head(subject) == at(draft.predication).token;
}

// "the deadliest strike since May", "its first visit since the war began": what it is measured against.
bool Dating::compares(TokenIndex since) const {
  const auto& tree = scene_.tree;
  const auto above = tree.head(since);
  for (auto t = tree.sentence_start(since); t < since; ++t) {
    if (!is_ordinal_most(tree, t, scene_.words[t]) || tree.is_root(t)) continue;
    auto noun = tree.head(t);
    if (tree.tag(t) == "RBS" && tree.pos(noun) == "ADJ") noun = tree.head(noun); // "most deadly"
    const bool is_it = noun == above || tree.head(noun) == above;
    for (auto up = above; !is_it && up != since && !tree.is_root(up) && up >= noun; up = tree.head(up))
      if (tree.head(up) == noun) return true;
    if (is_it && noun < since) return true;
  }
  return false;
}

bool Dating::is_measure(const PlacedTime& time) const {
  if (time.expression.edge == Edge::since) return compares(time.head);
  using Form = TimeExpression::Form;
  const auto in =
      scene_.words[time.head] == "in" ? time.head : scene_.tree.head(time.head); // "his first trip in a decade"
  const bool counts = time.expression.form == Form::within || time.expression.form == Form::ahead;
  return counts && scene_.words[in] == "in" && compares(in);
}

// "talks that took place in May", "a shipment which arrived in June", "a deal announced last week"
bool Dating::brings_about(const Predication& verb, const Draft& draft) const {
  if (predicate::is_light_verb(verb.lemma) || happens(verb.lemma)) return true;
  if (scene_.frames.in_class("coming-about", verb.lemma)) return true;
  if (is_announcement(verb) && (lies_ahead(draft) || draft.status == "cancelled")) return true;
  const auto& event = scene_.frames.all()[draft.frame].event;
  const auto frames = frames_of(scene_, verb);
  return std::any_of(frames.begin(), frames.end(), [&](std::uint32_t f) {
    return scene_.frames.all()[f].event == event && !scene_.frames.all()[f].resumes; // "will VOTE on it on Friday"
  });
}

// "the strike on Friday that killed him": the noun that the verb describes is dated.
std::optional<Dating::Link> Dating::link_through_noun(const PlacedTime& time, const Draft& draft,
                                                      const std::set<TokenIndex>& events) const {
  const auto& p = at(draft.predication);
  if (!p.above || p.relation != Relation::relative || at(*p.above).kind != Kind::noun) return std::nullopt;
  const auto& noun = at(*p.above);
  const auto frames = frames_of(scene_, noun);
  const auto& event = scene_.frames.all()[draft.frame].event;
  const bool same =
      std::any_of(frames.begin(), frames.end(), [&](std::uint32_t f) { return scene_.frames.all()[f].event == event; });
  const bool acts = std::any_of(p.arguments.begin(), p.arguments.end(),
                                [&](const predicate::Argument& a) { return a.token == noun.token; });
  if (!same || !acts) return std::nullopt;
  auto described = draft;
  described.predication = *p.above;
  auto found = link(time, described, events);
  if (!found || found->rank > 0) return std::nullopt; // what its verb is dated by may be another matter
  found->rank = 2;
  return found;
}

// "discussed aid against the aggression on Friday": what lasts, and only stands aside, has days of its own, and so has
// what is discussed ("flew to Rome on Friday to discuss Italian aid", "met on Sunday to weigh a response to the
// STRIKE", "talks on a ceasefire on Friday").
bool Dating::is_spoken_of(const Draft& draft) const {
  const auto& p = at(draft.predication);
  if (p.kind != Kind::noun) return false;
  if (scene_.tree.dep(p.token) == "compound" &&
      scene_.frames.in_class("negotiation", predicate::lower(scene_.tree.lemma(scene_.tree.head(p.token)))))
    return true;
  if (p.relation != Relation::argument) return false;
  if (p.above &&
      scene_.frames.in_class(at(*p.above).kind == Kind::noun ? "negotiation" : "discussing", at(*p.above).lemma))
    return true;
  if (p.light_verb) return false;
  if (scene_.frames.all()[draft.frame].lasting && !p.mark.empty() && p.mark != "of") return true;
  const auto* over = &p;
  for (int depth = 0; depth < 3 && over->kind == Kind::noun && over->above; ++depth) over = &at(*over->above);
  return over->infinitive && scene_.frames.in_class("discussing", over->lemma);
}

// "agreed TO HOLD DRILLS in November", told in June: when they are held, as that November is nearer than the last.
bool Dating::is_agreed_on(const PlacedTime& time, const Draft& draft) const {
  constexpr int months = 12;
  if (!time.carrier || !time.expression.month || time.expression.day || time.expression.year) return false;
  const auto& aim = at(*time.carrier);
  const auto ahead = (*time.expression.month - static_cast<int>(month_of(*published_)) + months) % months;
  return ahead > 0 && 2 * ahead <= months && aim.infinitive && aim.above == draft.predication &&
         time.head > aim.token && scene_.tree.dep(aim.token) == "xcomp";
}

void Dating::find_long_past() {
  constexpr std::chrono::days far{60};
  for (const auto& time : times_) {
    const auto sentence = scene_.tree.sentence(time.expression.first);
    if (published_ && time.own && time.own->end && *time.own->end + far < *published_ &&
        scene_.tree.sentence_start(time.expression.first) == time.expression.first)
      long_past_.insert(sentence);
  }
}

// "protested against the launch ON TUESDAY", "strongly condemned the launch ON TUESDAY", of a launch that was told
// before: the day of the protest.
bool Dating::is_day_of_reaction(const PlacedTime& time, const Draft& draft, const std::vector<Draft>& drafts) const {
  const auto& tree = scene_.tree;
  const auto& p = at(draft.predication);
  if (p.kind != Kind::noun || time.head < p.token || tree.is_root(p.token)) return false;
  const auto det = tree.child(p.token, "det");
  if (det == tree.size() || !predicate::one_of(scene_.words[det], {"the", "this", "these"})) return false;
  auto above = tree.head(p.token);
  if (tree.dep(p.token) == "pobj") {
    if (!predicate::one_of(scene_.words[above], {"against", "over", "about", "at"})) return false;
    above = tree.head(above);
  } else if (tree.dep(p.token) != "dobj") {
    return false;
  }
  const auto verb = scene_.predications.find_at(above);
  if (!verb || !is_plain_verb(at(*verb))) return false;
  const auto reacts = frames_of(scene_, at(*verb));
  const bool speaks = std::any_of(reacts.begin(), reacts.end(), [&](std::uint32_t f) {
    const auto* kind = scene_.frames.find_kind(scene_.frames.all()[f].event);
    return kind && kind->speaks;
  });
  return speaks && std::any_of(drafts.begin(), drafts.end(), [&](const Draft& known) {
           return known.time && at(known.predication).sentence < p.sentence &&
                  scene_.frames.all()[known.frame].event == scene_.frames.all()[draft.frame].event;
         });
}

// "has sent 200 tanks since the war began", and "since the invasion in May", wherever the parse hangs the month.
void Dating::add_outbreaks() {
  const auto said = times_.size();
  for (const auto& war : find_outbreaks(scene_, *published_)) {
    PlacedTime time;
    time.expression.year = year_of(war.day);
    time.expression.month = static_cast<int>(month_of(war.day));
    time.expression.day = static_cast<int>(day_of(war.day));
    if (const auto dated = covered_.lower_bound(war.first); dated != covered_.end() && *dated <= war.last) {
      const auto own = std::find_if(times_.begin(), times_.begin() + static_cast<std::ptrdiff_t>(said),
                                    [&](const auto& t) { return t.expression.first == war.last; });
      const bool behind = own != times_.begin() + static_cast<std::ptrdiff_t>(said);
      if (!behind || own->expression.edge != Edge::at) continue;
      time.expression = own->expression;
    }
    time.head = war.head;
    time.of_war = true;
    time.expression.first = war.first;
    time.expression.last = war.last;
    time.expression.edge = Edge::since;
    find_carrier(war.first, time);
    times_.push_back(std::move(time));
  }
}

bool Dating::is_within(TokenIndex time, TokenIndex noun) const { return scene_.tree.spans(noun, time); }

// "the strike on Friday", "the talks began in May", "the strike killed three on Friday": not "the strike was
// condemned".
bool Dating::is_said_of(const Link& link, const Draft& draft) const {
  const auto& time = *link.time;
  const auto& p = at(draft.predication);
  if (!time.carrier || !p.above || *time.carrier != *p.above) return !time.carrier || link.rank == 0;
  const auto& verb = at(*time.carrier);
  const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
  if (brings_about(verb, draft)) return true;
  return kind && !kind->outcome.empty() && scene_.tree.dep(p.token) == "nsubj" &&
         scene_.frames.in_class(kind->outcome, verb.lemma);
}

} // namespace stemma::extract
