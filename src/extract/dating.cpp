#include "extract/dating.hpp"

#include "extract/time_edges.hpp"
#include "model/date.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::Predication;
using predicate::Relation;
using predicate::Tense;
using Edge = TimeExpression::Edge;

// The token of [first, last) that hangs on a token outside.
TokenIndex head_of(const predicate::Tree& tree, TokenIndex first, TokenIndex last) {
  for (auto t = first; t < last; ++t)
    if (tree.is_root(t) || tree.head(t) < first || tree.head(t) >= last) return t;
  return first;
}

bool is_prenominal(std::string_view dep) {
  return dep == "poss" || dep == "compound" || dep == "nmod" || dep == "amod" || dep == "nummod";
}

// "Friday's air strike": the strike, whichever of the words behind it the parse hangs the day on.
std::optional<TokenIndex> noun_behind(const predicate::Tree& tree, TokenIndex time) {
  if (!is_prenominal(tree.dep(time)) || tree.is_root(time)) return std::nullopt;
  auto noun = tree.head(time);
  while (noun > time && (tree.dep(noun) == "compound" || tree.dep(noun) == "nmod") && !tree.is_root(noun))
    noun = tree.head(noun);
  return noun;
}

// "before the May summit": the preposition is the summit's.
void leave_to_noun(const predicate::Tree& tree, TimeExpression& expression, TokenIndex& head) {
  const auto last = expression.last - 1;
  if (head != expression.first || tree.dep(head) != "prep" || !is_prenominal(tree.dep(last)) ||
      !expression.upto.empty())
    return;
  auto t = last;
  while (is_prenominal(tree.dep(t)) && !tree.is_root(t) && tree.head(t) < expression.last && tree.head(t) > head)
    t = tree.head(t);
  if (!is_prenominal(tree.dep(t)) || tree.head(t) < expression.last) return;
  // Not "on 5 June Saudi Arabia broke with …", where the parse joins the two.
  const bool owned = tree.dep(t) == "poss" || tree.tag(head + 1) == "DT" || tree.lemma(head) == "of";
  if (!owned) return;
  ++expression.first;
  expression.edge = Edge::at;
  head = t;
}

bool is_copula(const Scene& scene, TokenIndex t) {
  const auto dep = scene.tree.dep(t);
  return scene.tree.pos(t) == "AUX" && dep != "aux" && dep != "auxpass";
}

// "Dong JUN", "Theresa MAY": part of somebody's name.
bool is_in_a_name(const Scene& scene, const TimeExpression& expression) {
  const auto* mention = scene.mention(expression.first);
  return mention && expression.last <= mention->last && mention->first < mention->last - 1 &&
         scene.entities[mention->entity].kind == EntityKind::person;
}

bool is_plain_verb(const Predication& p) { return p.kind != Kind::noun; }

} // namespace

Dating::Dating(const Scene& scene, std::optional<Day> published) : scene_(scene), published_(published) {
  const auto dateline = scene.text.header.dateline_clean; // dates the document, not what it tells
  for (auto& expression : find_times(scene.words)) {
    if (!dateline.empty() && dateline.overlaps(scene.analysis.tokens[expression.first].bytes)) continue;
    if (is_in_a_name(scene, expression)) continue;
    PlacedTime time;
    time.head = head_of(scene.tree, expression.first, expression.last);
    leave_to_noun(scene.tree, expression, time.head);
    find_carrier(expression.first, time);
    time.heads = headed_by(expression);
    for (auto t = expression.first; t < expression.last; ++t) covered_.insert(t);
    time.expression = std::move(expression);
    times_.push_back(std::move(time));
  }
  if (!published_) return;
  add_outbreaks();
  std::optional<Interval> told;
  for (auto& time : times_) {
    if (time.of_war) continue;
    time.told = told;
    TimeAnchor anchor;
    anchor.published = *published_;
    anchor.told = told;
    const bool future = time.carrier && at(*time.carrier).tense == Tense::future;
    anchor.direction = future ? Direction::future : Direction::past;
    if (time.expression.form == TimeExpression::Form::lasting) continue;
    if (const auto interval = resolve(time.expression, anchor); interval && interval->start) time.own = told = interval;
  }
  find_long_past();
}

// The sentence that an expression heads: its own, before a dash or a colon, or the next one where it stands alone.
std::optional<std::uint32_t> Dating::headed_by(const TimeExpression& expression) const {
  const auto& tree = scene_.tree;
  const auto sentence = tree.sentence(expression.first);
  auto start = tree.sentence_start(expression.first);
  while (start < expression.first &&
         scene_.words[start].find_first_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string::npos)
    ++start; // the sign of a list
  if (start != expression.first) return std::nullopt;
  auto t = expression.last;
  if (t < tree.size() && tree.sentence(t) == sentence && predicate::one_of(scene_.words[t], {"-", "--", "–", "—", ":"}))
    return t + 1 < tree.size() ? std::optional(tree.sentence(t + 1)) : std::nullopt;
  while (t < tree.size() && tree.sentence(t) == sentence && tree.pos(t) == "PUNCT") ++t;
  const bool alone = t < tree.size() && tree.sentence(t) != sentence;
  return alone ? std::optional(tree.sentence(t)) : std::nullopt;
}

// "said ON SUNDAY it had repelled an attack", where the parse hangs the day on what is said.
std::optional<predicate::PredicationIndex> Dating::report_before(TokenIndex first, TokenIndex time) const {
  const auto& tree = scene_.tree;
  if (first == 0 || tree.sentence(first - 1) != tree.sentence(time) || tree.is_root(time)) return std::nullopt;
  const auto said = tree.head(time);
  const auto index = scene_.predications.find_at(first - 1);
  if (!index || !is_plain_verb(at(*index)) || !reports(at(*index))) return std::nullopt;
  const bool opens = tree.dep(said) == "ccomp" && tree.head(said) == first - 1 && !tree.has_child(said, "mark");
  return opens ? index : std::nullopt;
}

// "will hold drills, called X, LATER THIS MONTH, the army said on Tuesday", where the parse hangs the first on "said".
std::optional<predicate::PredicationIndex> Dating::told_before_report(TokenIndex time) const {
  const auto& tree = scene_.tree;
  if (tree.is_root(time) || time > tree.head(time)) return std::nullopt;
  const auto said = tree.head(time);
  const auto index = scene_.predications.find_at(said);
  const auto told = tree.child(said, "ccomp"), speaker = tree.child(said, "nsubj");
  if (!index || !is_plain_verb(at(*index)) || !reports(at(*index)) || told == tree.size() || speaker == tree.size())
    return std::nullopt;
  const bool between = tree.right_edge(told) < time && time < tree.left_edge(speaker);
  const auto above = between ? scene_.predications.find_at(told) : std::nullopt;
  return above && is_plain_verb(at(*above)) ? above : std::nullopt;
}

// Up the tree to the first verb, through nominals.
void Dating::find_carrier(TokenIndex first, PlacedTime& time) const {
  time.carrier = report_before(first, time.head);
  time.of_report = time.carrier.has_value();
  if (!time.carrier) time.carrier = told_before_report(time.head);
  if (time.carrier) return;
  auto t = time.head;
  for (int depth = 0; depth < 30; ++depth) {
    const auto index = scene_.predications.find_at(t);
    if (t != time.head && index && is_plain_verb(at(*index))) {
      time.carrier = index;
      return;
    }
    if (t != time.head && is_copula(scene_, t)) {
      time.copula = t;
      return;
    }
    if (scene_.tree.is_root(t)) return;
    t = scene_.tree.head(t);
  }
}

// "On Friday, X said …": before the subject of its verb.
bool Dating::is_fronted(const PlacedTime& time) const {
  if (!time.carrier) return false;
  const auto verb = at(*time.carrier).token;
  for (const auto child : scene_.tree.children(verb)) {
    const auto dep = scene_.tree.dep(child);
    if (dep == "nsubj" || dep == "nsubjpass") return time.head < scene_.tree.left_edge(child);
  }
  return false;
}

bool Dating::admits(const PlacedTime& time, const Draft& draft) const {
  const auto target = at(draft.predication).token;
  // "Chile bought jets; Peru bought tanks in May": of what stands before a semicolon the day behind it says nothing.
  if (target < time.head && scene_.tree.sentence(target) == scene_.tree.sentence(time.head) &&
      scene_.has_semicolon(target, time.head))
    return false;
  if (time.expression.form != TimeExpression::Form::lasting) return true;
  const bool is = time.carrier && at(*time.carrier).lemma == "be" && !at(*time.carrier).perfect;
  if (is || time.copula) return false;                                // "the deal is for ten years": from now on
  if (time.carrier && !at(*time.carrier).modal.empty()) return false; // "may last for two months"
  return draft.status == "ongoing" || at(draft.predication).perfect;
}

// "The minister, speaking in Rome on Friday, condemned …": what the one who acts does meanwhile.
bool Dating::accompanies(const Predication& meanwhile, const Predication& act) const {
  const auto& tree = scene_.tree;
  if (!meanwhile.progressive || meanwhile.tense != Tense::none || !meanwhile.mark.empty() || !is_plain_verb(act) ||
      meanwhile.token > act.token || tree.tag(meanwhile.token) != "VBG" ||
      !predicate::one_of(tree.dep(meanwhile.token), {"acl", "advcl"}))
    return false;
  const auto actor = tree.head(meanwhile.token);
  return actor == act.token ||
         (predicate::one_of(tree.dep(actor), {"nsubj", "nsubjpass"}) && tree.head(actor) == act.token);
}

// The first of the verbs that this one is joined to by "and".
std::optional<TokenIndex> Dating::first_of_joined(const Predication& p) const {
  const auto& tree = scene_.tree;
  if (!is_plain_verb(p) || tree.dep(p.token) != "conj") return std::nullopt;
  auto t = p.token;
  while (tree.dep(t) == "conj" && !tree.is_root(t)) t = tree.head(t);
  return t;
}

// Done by the same one, both in the past.
bool Dating::goes_on(const Predication& next, const Predication& first) const {
  return next.tense == Tense::past && first.tense == Tense::past && !scene_.tree.has_child(next.token, "nsubj") &&
         !scene_.tree.has_child(next.token, "nsubjpass") && !reports(first);
}

// The verb that was dated governs the event: what it passes on to it.
std::optional<unsigned> Dating::rank_below(predicate::PredicationIndex dated, const PlacedTime& time,
                                           const Draft& draft) const {
  const auto& carrier = at(dated);
  const auto* p = &at(draft.predication);
  // "will HOLD drills, called X, later this month"
  if (p->token == carrier.token || p->light_verb == carrier.token) return 1;
  unsigned rank = 0;
  for (int depth = 0; depth < 6; ++depth) {
    // "On Thursday he landed and met …": what opens the sentence dates all that is joined.
    const auto joined = first_of_joined(*p);
    if (joined && *joined == carrier.token) {
      if (time.head < carrier.token) return std::max(rank, 2U);
      // "landed on Friday and signed a pact": what one does next, where nothing else is said
      if (goes_on(*p, carrier) && time.head < p->token) return std::max(rank, 6U);
    }
    if (!p->above) return std::nullopt;
    const auto& governor = at(*p->above);
    // "said on Friday after meeting him": on that day
    if (p->mark == "after" && governor.token == carrier.token && is_plain_verb(governor) && reports(governor) &&
        p->progressive && p->tense == Tense::none)
      return 6;
    unsigned step = 1;
    switch (p->relation) {
    case Relation::argument:
    case Relation::adnominal:
      // "after two attempts", "talks on Friday over the strike"
      if (edge_of_word(p->mark) || p->mark == "over") return std::nullopt;
      // "the victims of the attack were buried on Friday": the attack was not
      if ((governor.kind == Kind::noun && !passes_on(governor.lemma)) || only_tells_which(*p)) return std::nullopt;
      break;
    case Relation::clause:
      if (!p->infinitive && !p->progressive && p->kind == Kind::verb) step = 4; // "said that it had sent"
      break;
    case Relation::coordinated: step = 2; break;
    case Relation::adverbial:
      // "killing three": part of the same; "after it sent": another time
      if (p->mark == "after" || p->mark == "before" || p->mark == "since" || p->mark == "until" || p->mark == "if")
        return std::nullopt;
      step = p->progressive && p->tense == Tense::none ? 2 : 3;
      break;
    case Relation::relative:
    case Relation::root: return std::nullopt;
    }
    // "urged them on Friday to stop the sales": what goes on is not of the day it was spoken of
    if (is_asked_of_what_goes_on(governor, draft)) return std::nullopt;
    // The date of a remark is not the event's, unless the remark makes the event or the date opens the sentence.
    if (reports(governor)) {
      const bool object = p->relation == Relation::argument && p->kind == Kind::noun;
      const bool made = lies_ahead(draft) || draft.status == "cancelled" || object;
      if ((is_announcement(governor) && made) || (object && p->mark.empty()) || is_speech(draft) ||
          says_own_plan(governor, draft))
        step = std::max(step, 3U);
      else if (is_plain_verb(governor) && governor.token == carrier.token && is_fronted(time) && !made)
        step = 6;
      else
        return std::nullopt;
    }
    rank = std::max(rank, step);
    if (governor.token == carrier.token) return rank;
    p = &governor;
  }
  return std::nullopt;
}

// "June 2011 - The contract is signed", "10 April. Modi visits Paris": the date heads what the sentence tells.
std::optional<Dating::Link> Dating::link_below(const PlacedTime& time, const Draft& draft) const {
  constexpr unsigned headed = 5;
  const auto& tree = scene_.tree;
  auto root = at(draft.predication).token;
  if (tree.is_root(root)) return Link{&time, headed, Edge::at};
  while (!tree.is_root(root)) {
    if (opening_edge(scene_, root) || tree.dep(root) == "relcl") return std::nullopt;
    root = tree.head(root);
  }
  const auto index = scene_.predications.find_at(root);
  const auto rank = index && is_plain_verb(at(*index)) ? rank_below(*index, time, draft) : std::nullopt;
  return rank ? std::optional(Link{&time, std::max(headed, *rank), Edge::at}) : std::nullopt;
}

std::optional<Dating::Link> Dating::link(const PlacedTime& time, const Draft& draft,
                                         const std::set<TokenIndex>& events) const {
  const auto& tree = scene_.tree;
  const auto target = at(draft.predication).token;
  if (!admits(time, draft)) return std::nullopt;
  if (time.of_war && time.expression.first <= target && target < time.expression.last) return std::nullopt;
  if (time.heads == tree.sentence(target))
    if (const auto headed = link_below(time, draft)) return headed;
  if (tree.sentence(time.head) != tree.sentence(target)) return std::nullopt;
  if (const auto of_day = link_to_clause_of_day(time, draft)) return of_day;
  if (time.copula && tree.head(target) == *time.copula && !is_apart(time.head, target))
    return Link{&time, 2, Edge::at}; // "this is its third war"
  Link out{&time, 0, Edge::at};
  if (is_measure(time)) return std::nullopt;
  if (time.of_report) {
    const auto rank = rank_below(*time.carrier, time, draft);
    return rank ? std::optional(Link{&time, *rank, Edge::at}) : std::nullopt;
  }
  const auto owner = noun_behind(tree, time.head);
  auto t = time.head;
  for (int depth = 0; depth < 30; ++depth) {
    if (t == target) return out;
    if (t != time.head) {
      if (leads_away(scene_.words[t])) return std::nullopt; // "despite the launch in May, …"
      const auto index = scene_.predications.find_at(t);
      const bool verb = index && is_plain_verb(at(*index));
      if (const auto edge = opening_edge(scene_, t); edge && out.edge == Edge::at) {
        if (verb) // "since it launched its invasion in May": the invasion was in May
          if (const auto rank = rank_below(*index, time, draft)) return Link{&time, *rank, Edge::at};
        if (*edge == Edge::before || (*edge == Edge::since && compares(t))) return std::nullopt;
        out.edge = *edge;
        out.rank = std::max(out.rank, 2U);
      } else if (verb && out.edge != Edge::at) { // what the verb above is dated by holds for what it governs
        const auto rank = rank_below(*index, time, draft);
        return rank ? std::optional(Link{&time, std::max(out.rank, *rank), out.edge}) : std::nullopt;
      }
      if ((is_copula(scene_, t) || verb) && out.edge == Edge::at) break;
      // "condemned Friday's strike", "restored a 2015 pact": only what it stands before is dated.
      if (t == owner) {
        if (names(t, draft)) return Link{&time, 2, Edge::at};
        return speaks_of(t, draft) ? std::optional(Link{&time, 3, Edge::at}) : std::nullopt;
      }
      if (events.count(t) != 0) {
        // "struck in response to the attack on Friday": the attack was on Friday
        const bool answered = tree.dep(t) == "pobj" && !tree.is_root(t) &&
                              predicate::one_of(scene_.words[tree.head(t)], {"to", "for", "over", "about"});
        if (answered) return std::nullopt;
        out.rank = std::max(out.rank, 2U);
      }
    }
    if (tree.is_root(t)) break;
    t = tree.head(t);
  }
  if (out.edge != Edge::at) return std::nullopt;
  if (time.carrier)
    if (const auto rank = rank_below(*time.carrier, time, draft)) {
      out.rank = std::max(out.rank, *rank);
      return out;
    }
  if (follows(time, at(draft.predication)) && !(time.carrier && reports(at(*time.carrier)))) {
    out.rank = 5;
    return out;
  }
  // "the offensive, which began in May", "the agreement signed last week"
  if (time.carrier && at(*time.carrier).above && at(draft.predication).kind == Kind::noun) {
    const auto& p = at(*time.carrier);
    const auto described = at(*p.above).token; // the parse may hang it on the last noun of the phrase
    const bool adds = (p.relation == Relation::relative || p.relation == Relation::adnominal) &&
                      tree.left_edge(target) <= described && described <= tree.right_edge(target) &&
                      described >= target;
    if (adds && brings_about(p, draft)) {
      out.rank = 2;
      return out;
    }
  }
  if (dates_announced_subject(time, draft)) {
    out.rank = 4;
    return out;
  }
  // "attacked the town, killing three on Friday"
  if (time.carrier && at(*time.carrier).above == draft.predication &&
      at(*time.carrier).relation == Relation::adverbial && at(*time.carrier).progressive &&
      (!events.count(at(*time.carrier).token) || brings_about(at(*time.carrier), draft))) {
    out.rank = 4;
    return out;
  }
  if (time.carrier && accompanies(at(*time.carrier), at(draft.predication))) {
    out.rank = 4;
    return out;
  }
  return std::nullopt;
}

// The only expression of time in a sentence dates what it tells, unless it dates a remark.
std::optional<Dating::Link> Dating::only_time_of_sentence(const Draft& draft) const {
  const auto& tree = scene_.tree;
  const auto target = at(draft.predication).token;
  const PlacedTime* only = nullptr;
  for (const auto& time : times_) {
    if (tree.sentence(time.head) != tree.sentence(target) || time.of_war) continue;
    if (only) return std::nullopt;
    only = &time;
  }
  if (!only || !admits(*only, draft) || is_measure(*only) || is_prenominal(tree.dep(only->head))) return std::nullopt;
  if (only->carrier && (reports(at(*only->carrier)) || is_asked_of_what_goes_on(at(*only->carrier), draft)))
    return std::nullopt;
  if (at(draft.predication).mark == "over") return std::nullopt;           // "suspended sales in May over the war"
  if (is_agreed_on(*only, draft)) return std::nullopt;
  const bool state = scene_.frames.all()[draft.frame].status == "ongoing"; // "rebels BACKED by Chad struck on Friday"
  if (state && at(draft.predication).kind == Kind::participle && scene_.tree.dep(target) == "acl") return std::nullopt;
  if (only_tells_which(at(draft.predication))) return std::nullopt;
  if (is_apart(only->head, target)) return std::nullopt;
  const auto& told = at(draft.predication); // "Peru, which has troops there, lost two men on Friday"
  if (told.relation == Relation::relative && told.tense == Tense::present && !told.perfect) return std::nullopt;
  return Link{only, 7, Edge::at};
}

// Does one of the two stand in a description, a circumstance or a clause of its own?
bool Dating::is_apart(TokenIndex time, TokenIndex event) const {
  const auto& tree = scene_.tree;
  const auto leaves = [&](TokenIndex from, TokenIndex other, std::initializer_list<std::string_view> through) {
    for (auto t = from; !tree.is_root(t); t = tree.head(t)) {
      if (tree.left_edge(t) <= other && other <= tree.right_edge(t)) return false;
      if (std::find(through.begin(), through.end(), tree.dep(t)) != through.end()) return true;
      if (opening_edge(scene_, t)) return true; // "after two attempts", "since the war began"
      // "despite the launch in October, …": what is dated is another event
      if (from == time && tree.dep(t) == "pobj" && t != time &&
          !scene_.frames.triggered_by(pack::WordKind::noun, tree.lemma(t)).empty())
        return true;
    }
    return false;
  };
  return leaves(time, event, {"relcl", "acl", "advcl", "ccomp", "conj", "appos", "parataxis"}) ||
         leaves(event, time, {"amod", "conj", "appos", "parataxis"});
}

// "could speak on Thursday", "will meet in May": the verb that carries the time lies ahead.
bool Dating::is_open(const PlacedTime& time) const {
  if (!time.carrier) return false;
  const auto& p = at(*time.carrier);
  return !p.perfect && (p.tense == Tense::future || p.modal == "may" || p.modal == "might" || p.modal == "could");
}

// "is there until Friday"
bool Dating::is_to_end(const PlacedTime& time, const Draft& draft) const {
  return draft.status == "ongoing" && scene_.words[time.expression.first] == "until";
}

// "flies to Tashkent on Monday"
bool Dating::is_arranged(const PlacedTime& time, const Draft& draft) const {
  if (!time.carrier || time.expression.form != TimeExpression::Form::weekday) return false;
  const auto& p = at(*time.carrier);
  if (p.kind != Kind::verb || p.tense != Tense::present || p.perfect) return false;
  const auto& told = at(draft.predication);
  const bool is_aim =
      told.infinitive && told.above == time.carrier && is_firm(draft.status); // "flies out on Monday to meet"
  return is_aim || (*time.carrier == draft.predication && draft.status == "ongoing");
}

// "EXPECTED in May", "plans to LEAVE by May"
bool Dating::is_scheduling(predicate::PredicationIndex carrier) const {
  const auto& p = at(carrier);
  if (scene_.frames.in_class("scheduling", p.lemma)) return true;
  return p.infinitive && p.above && p.relation == predicate::Relation::clause &&
         scene_.frames.in_class("scheduling", at(*p.above).lemma);
}

Direction Dating::direction(const PlacedTime& time, const Draft& draft) const {
  using Form = TimeExpression::Form;
  const bool planned_for = scene_.words[time.expression.first] == "for" && // "convened talks for Monday"
                           (time.expression.form == Form::weekday || time.expression.form == Form::date);
  const bool scheduled = planned_for || (time.carrier && is_scheduling(*time.carrier));
  if (is_to_end(time, draft)) return Direction::future;
  if (time.expression.edge == Edge::since) return Direction::past;
  if (scene_.words[time.expression.first] == "of" && time.expression.form == Form::date && lies_ahead(draft))
    return Direction::unknown; // "a plan under the truce of 27 November"
  const bool month_only = time.expression.month && !time.expression.day;
  if (draft.status == "denied" && month_only) return Direction::past; // "announced for October, it did not take place"
  if (is_arranged(time, draft)) return Direction::future;
  // "may retaliate for MARCH'S attack": the attack lies behind, whatever the verb is dated by.
  const bool own = at(draft.predication).kind == Kind::noun && is_within(time.head, at(draft.predication).token);
  if (!lies_ahead(draft)) return scheduled || (is_open(time) && !own) ? Direction::future : Direction::past;
  if (scene_.words[time.expression.first] == "for") { // "planned for June"; what was announced may lie behind by now
    const bool told = month_only && time.carrier && at(*time.carrier).tense == Tense::past;
    return told ? Direction::unknown : Direction::future;
  }
  if (!time.carrier) return Direction::future;
  const auto& p = at(*time.carrier);
  if (p.perfect) return Direction::past; // "appears to have led"
  // "said it would launch in October": ahead of the saying, not always of today
  if (p.modal == "would" && month_only) return Direction::unknown;
  if (p.infinitive && p.above && is_announcement(p) && at(*p.above).tense == Tense::past) return Direction::past;
  if (!p.modal.empty() || p.tense == Tense::future || p.infinitive) return Direction::future;
  if (scheduled) return Direction::future;
  const bool participle = p.kind == Kind::participle && scene_.tree.tag(p.token) == "VBN";
  return p.tense == Tense::past || p.perfect || participle ? Direction::past : Direction::future;
}

std::optional<DraftTime> Dating::resolved(const Link& link, const Draft& draft) const {
  TimeAnchor anchor;
  anchor.published = today_of(*link.time);
  anchor.direction = direction(*link.time, draft);
  anchor.happened = anchor.direction != Direction::future;
  anchor.told = link.time->told;
  auto expression = link.time->expression;
  if (link.edge != Edge::at && expression.edge == Edge::at) expression.edge = link.edge;
  if (expression.edge == Edge::from && draft.status == "ongoing" && anchor.direction == Direction::past)
    expression.edge = Edge::since; // "an embargo that dates from 2007"
  auto interval = resolve(expression, anchor);
  if (!interval || (!interval->start && !interval->end)) return std::nullopt;
  if (is_to_end(*link.time, draft)) interval->start.reset();
  DraftTime out;
  out.first = expression.first;
  out.last = expression.last;
  out.rank = link.rank;
  out.since = expression.edge == Edge::since;
  out.running = out.since || expression.form == TimeExpression::Form::lasting ||
                expression.form == TimeExpression::Form::recent ||
                (expression.form == TimeExpression::Form::span && expression.number < 0 &&
                 expression.unit != TimeExpression::Unit::day && scene_.words[out.first] == "for");
  if (interval->start) out.time.start = iso(*interval->start);
  if (interval->end) out.time.end = iso(*interval->end);
  out.time.text = scene_.text.source_text_of(scene_.source_span(out.first, out.last));
  return out;
}

// "sold ten tanks in 2012 and six in 2015": a time that stands with another part of what one word tells. What stands
// behind the last part is of all of them where no other part has a time.
bool Dating::is_of_sibling(TokenIndex time, const Draft& draft, const std::vector<Draft>& drafts) const {
  if (!draft.stretch) return false;
  const auto in = [](TokenIndex t, const Draft& part) { return part.stretch->first <= t && t < part.stretch->second; };
  const auto is_part = [&](const Draft& other) {
    return other.stretch && other.predication == draft.predication && other.frame == draft.frame;
  };
  bool elsewhere = false, last = true, others = false;
  for (const auto& other : drafts) {
    if (!is_part(other) || in(time, draft)) continue;
    if (in(time, other))
      elsewhere = true;
    else
      others = others || std::any_of(times_.begin(), times_.end(), [&](const auto& t) { return in(t.head, other); });
    last = last && (in(time, other) || other.stretch->second <= time);
  }
  return elsewhere && (!last || others);
}

void Dating::complete(std::vector<Draft>& drafts) const {
  if (!published_) return;
  std::set<TokenIndex> events;
  for (const auto& draft : drafts) events.insert(at(draft.predication).token);
  for (auto& draft : drafts) {
    const auto target = at(draft.predication).token;
    const auto distance = [&](const Link& l) {
      return l.time->head > target ? l.time->head - target : target - l.time->head;
    };
    std::vector<Link> links;
    for (const auto& time : times_)
      if (const auto found = link(time, draft, events)) links.push_back(*found);
    if (links.empty())
      for (const auto& time : times_)
        if (const auto found = link_through_noun(time, draft, events)) links.push_back(*found);
    if (draft.again) std::erase_if(links, [&](const Link& l) { return !is_said_of(l, draft); });
    std::erase_if(links, [&](const Link& l) {
      return is_of_sibling(l.time->head, draft, drafts) || is_day_of_reaction(*l.time, draft, drafts);
    });
    const bool aside = is_spoken_of(draft);
    if (aside)
      std::erase_if(links, [&](const Link& l) {
        return l.rank > 0 && !is_within(l.time->head, target) && !follows(*l.time, at(draft.predication));
      });
    if (links.empty() && !draft.again && !aside)
      if (const auto only = only_time_of_sentence(draft); only && !is_day_of_reaction(*only->time, draft, drafts))
        links.push_back(*only);
    std::stable_sort(links.begin(), links.end(), [&](const Link& a, const Link& b) {
      return std::pair(a.rank, distance(a)) < std::pair(b.rank, distance(b));
    });
    for (const auto& candidate : links)
      if (!draft.time) draft.time = resolved(candidate, draft);
    if (draft.again && draft.time) draft.time->rank = said_again;
  }
  date_by_distance(drafts);
  date_by_company(drafts);
}

} // namespace stemma::extract
