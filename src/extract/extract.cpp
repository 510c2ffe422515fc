#include "extract/extract.hpp"

#include "extract/absorb.hpp"
#include "extract/abstentions.hpp"
#include "extract/against_doer.hpp"
#include "extract/answered_blows.hpp"
#include "extract/attribution.hpp"
#include "extract/blow_by_unknown.hpp"
#include "extract/calls_to_stop.hpp"
#include "extract/claimed_deeds.hpp"
#include "extract/coreference.hpp"
#include "extract/counting.hpp"
#include "extract/credit.hpp"
#include "extract/cumulative.hpp"
#include "extract/dating.hpp"
#include "extract/disbelief.hpp"
#include "extract/ended_conflicts.hpp"
#include "extract/exchanges.hpp"
#include "extract/fate.hpp"
#include "extract/first_person.hpp"
#include "extract/home_states.hpp"
#include "extract/implicit_roles.hpp"
#include "extract/join_tellings.hpp"
#include "extract/join_wars.hpp"
#include "extract/known_opponents.hpp"
#include "extract/later_mentions.hpp"
#include "extract/merge.hpp"
#include "extract/name_speakers.hpp"
#include "extract/office_pronouns.hpp"
#include "extract/outsiders.hpp"
#include "extract/rebuttals.hpp"
#include "extract/resume.hpp"
#include "extract/share_sums.hpp"
#include "extract/struck_places.hpp"
#include "extract/unnamed_goods.hpp"
#include "model/digest.hpp"
#include "model/relative_iri.hpp"
#include "predicate/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stemma::extract {

namespace {

class Emission {
public:
  Emission(const Scene& scene, const Document& document) : scene_(scene), document_(document) {}

  Event event(const Draft& draft) const {
    const auto& frame = scene_.frames.all()[draft.frame];
    Event out;
    out.type = frame.event;
    out.status = draft.status;
    out.frame = frame.iri;
    for (const auto& [role, role_fillers] : draft.roles)
      for (const auto& filler : role_fillers) {
        auto& values = out.roles[role];
        auto value = filler.entity ? scene_.entities[*filler.entity].id : filler.words;
        if (!filler.entity && !scene_.frames.holds_words(frame.event, role)) continue; // words fill no role of a thing
        if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
      }
    std::erase_if(out.roles, [](const auto& entry) { return entry.second.empty(); });
    set_implied(draft, out);
    for (auto& [role, values] : out.roles) std::sort(values.begin(), values.end());
    if (const auto place = out.roles.find("place"); place != out.roles.end()) out.places = place->second;
    for (const auto& q : draft.quantities) out.quantities.push_back(quantity(draft, q));
    if (draft.time) out.time = draft.time->time;
    add_evidence(draft, out);
    add_attribution(draft, out);
    set_ids(out);
    return out;
  }

  // `ids` are those of the two events that it joins.
  Event exchange(const Exchange& exchange, const Draft& returned, std::vector<std::string> ids) const {
    const auto& frame = scene_.frames.all()[exchange.frame];
    Event out;
    out.type = frame.event;
    out.status = exchange.status;
    out.frame = frame.iri;
    std::sort(ids.begin(), ids.end());
    out.roles["parts"] = std::move(ids);
    for (const auto& [first, last] : exchange.evidence) out.evidence.push_back(evidence(first, last));
    add_attribution(returned, out);
    set_ids(out);
    return out;
  }

private:
  void set_implied(const Draft& draft, Event& out) const {
    for (const auto& [role, role_fillers] : draft.roles)
      for (const auto& filler : role_fillers)
        if (filler.implied && filler.entity) out.implied[role].push_back(scene_.entities[*filler.entity].id);
    for (auto& [role, values] : out.implied) {
      std::sort(values.begin(), values.end());
      values.erase(std::unique(values.begin(), values.end()), values.end());
    }
  }

  EventQuantity quantity(const Draft& draft, const DraftQuantity& q) const {
    EventQuantity out;
    out.min = q.quantity.min;
    out.max = q.quantity.max;
    out.approximate = q.quantity.approximate;
    out.cumulative = is_cumulative(scene_, draft, q);
    out.additional = is_additional(scene_, q);
    out.unit = q.quantity.unit;
    if (q.of) out.of = scene_.entities[*q.of].id;
    out.text = scene_.text.source_text_of(scene_.source_span(q.first, q.last));
    return out;
  }

  Evidence evidence(TokenIndex first, TokenIndex last) const {
    Evidence out;
    out.span = scene_.source_span(first, last);
    out.text = scene_.text.source_text_of(out.span);
    return out;
  }

  void add_evidence(const Draft& draft, Event& out) const {
    for (const auto& [first, last] : draft.evidence) out.evidence.push_back(evidence(first, last));
    for (const auto& [role, role_fillers] : draft.roles)
      for (const auto& filler : role_fillers) {
        const auto* mention = scene_.mention(filler.shown);
        auto shown = mention ? evidence(mention->first, mention->last) : evidence(filler.shown, filler.shown + 1);
        shown.role = role;
        out.evidence.push_back(std::move(shown));
      }
    std::sort(out.evidence.begin(), out.evidence.end(), [](const Evidence& a, const Evidence& b) {
      return std::tuple(a.span.start, a.span.end, a.role) < std::tuple(b.span.start, b.span.end, b.role);
    });
    out.evidence.erase(
        std::unique(out.evidence.begin(), out.evidence.end(),
                    [](const Evidence& a, const Evidence& b) { return a.span == b.span && a.role == b.role; }),
        out.evidence.end());
  }

  void add_attribution(const Draft& draft, Event& out) const {
    for (const auto& chain : draft.chains) {
      std::vector<std::string> ids;
      unsigned hop = 0;
      for (const auto& speaker : chain) {
        ids.push_back(scene_.entities[speaker.entity].id);
        auto shown = evidence(speaker.first, speaker.last);
        shown.hop = hop++;
        out.evidence.push_back(std::move(shown));
      }
      out.attribution.push_back(std::move(ids));
    }
  }

  void set_ids(Event& out) const {
    ContentHash about, id;
    about.add(out.type);
    for (const auto& [role, values] : out.roles)
      for (const auto& value : values) about.add(role).add(below_base(value));
    out.about = document_.id + "/about-" + about.id();
    id.add(below_base(out.about)).add(out.status);
    for (const auto& e : out.evidence) id.add(fmt::format("{} {}", e.span.start.value, e.span.end.value));
    out.id = document_.id + "/event-" + id.id();
  }

  const Scene& scene_;
  const Document& document_;
};

void name_anonymous(const Document& document, std::size_t known, std::vector<Entity>& entities) {
  for (auto e = known; e < entities.size(); ++e)
    entities[e].id = document.id + "/speaker-" + ContentHash().add(entities[e].label).add(entities[e].country).id();
}

// The clause of the predicate, cut to what its arguments span.
std::pair<TokenIndex, TokenIndex> clause(const Scene& scene, const Draft& draft) {
  const auto token = scene.predications.items[draft.predication].token;
  auto first = token, last = token;
  for (const auto& [role, role_fillers] : draft.roles)
    for (const auto& filler : role_fillers) {
      if (scene.tree.sentence(filler.shown) != scene.tree.sentence(token)) continue;
      const auto* mention = scene.mention(filler.shown);
      first = std::min(first, mention ? mention->first : filler.shown);
      last = std::max(last, mention ? mention->last - 1 : filler.shown);
    }
  return {first, last + 1};
}

// "Japan condemns the launch": an utterance is done as soon as it is told.
bool is_utterance(const Scene& scene, const Draft& draft) {
  const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
  return kind && kind->speaks;
}

// "called on Japan to stop", "said that Japan must pay": what is asked for is to come, the utterance is there.
bool is_request(const Scene& scene, const Draft& draft) {
  const auto& fills = scene.frames.all()[draft.frame].fills;
  return std::any_of(fills.begin(), fills.end(), [](const pack::Fill& fill) {
    return fill.positions.back() == "asker" || fill.positions.back() == "reporter";
  });
}

// "Fought rebels in the south": a side that has no name.
bool names_irregulars(const Scene& scene, const Draft& draft, const std::string& role) {
  const auto found = draft.roles.find(role);
  return found != draft.roles.end() && std::any_of(found->second.begin(), found->second.end(), [&](const Filler& f) {
           return !f.entity && scene.frames.in_class("irregular", predicate::lower(scene.tree.lemma(f.token)));
         });
}

// Two that act together, not one and the country he stands for.
bool several_named(const Scene& scene, const std::vector<Filler>& fillers) {
  const Filler* first = nullptr;
  for (const auto& filler : fillers) {
    if (!filler.entity) continue;
    const bool of_first =
        first && filler.token == first->token && // "Kyiv's minister, Dmytro Kuleba"
        (scene.country_of(*filler.entity) == first->entity || scene.country_of(*first->entity) == filler.entity);
    if (scene.both.count(filler.token) != 0 || (first && !of_first && filler.shown != first->shown)) return true;
    if (!first) first = &filler;
  }
  return false;
}

// "The attacks went on": the rest of the document says between whom.
bool has_known_pair(const Draft& draft, const pack::EventKind& kind) {
  return !kind.pair_group.empty() && has_entity(draft, kind.first) && has_entity(draft, kind.second);
}

// "Fighting broke out", "fired ten rockets": without two of whom the document tells the like, nothing is said.
void empty_unknown_pairs(const Scene& scene, std::vector<Draft>& drafts) {
  for (auto& draft : drafts) {
    const auto& frame = scene.frames.all()[draft.frame];
    const auto* kind = scene.frames.find_kind(frame.event);
    if (!frame.among_known || (kind && kind->against_doer)) continue;
    const auto token = scene.predications.items[draft.predication].token;
    const bool in_name =
        std::any_of(scene.mentions.begin(), scene.mentions.end(), // "the Institute for the Study of War"
                    [&](const PlacedMention& m) { return m.first <= token && token < m.last; });
    if (in_name || !(kind && has_known_pair(draft, *kind))) draft.roles.clear();
  }
}

// "More resilient against ATTACKS", "to prevent further STRIKES": such as may come, of which none is told.
bool is_warded_off(const Scene& scene, const Draft& draft) {
  const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
  if (!kind || !kind->opposes || draft.told.size() > 1 || is_firm(draft.status)) return false;
  const auto& tree = scene.tree;
  const auto noun = scene.predications.items[draft.predication].token;
  if (tree.tag(noun) != "NNS" || tree.has_child(noun, "det") || draft.time || !draft.quantities.empty()) return false;
  const bool is_object = tree.dep(noun) == "dobj";
  auto governor = tree.head(noun);
  if (tree.dep(noun) == "pobj" && predicate::one_of(scene.words[governor], {"against", "from", "of"}))
    governor = tree.head(governor);
  else if (!is_object)
    return false;
  for (int depth = 0; depth < 3; ++depth, governor = tree.head(governor)) {
    if (scene.frames.in_class("warding", predicate::lower(tree.lemma(governor)))) return true;
    if (is_object || predicate::one_of(tree.pos(governor), {"VERB", "AUX"})) return false;
  }
  return false;
}

// "After the strikes": a noun that names nobody tells nothing of its own without a day, a number or a place.
bool is_mere_mention(const Scene& scene, const Draft& draft) {
  if (!scene.frames.all()[draft.frame].among_known || draft.told.size() > 1) return false;
  if (scene.predications.items[draft.predication].kind != predicate::Kind::noun) return false;
  if (!is_firm(draft.status)) return true;
  return !draft.time && draft.quantities.empty() && draft.roles.count("place") == 0;
}

// "The two discussed aid to Kyiv": what is talked about, and nobody gives.
bool is_mere_topic(const Scene& scene, const Draft& draft) {
  const auto& p = scene.predications.items[draft.predication];
  const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
  const bool asked_for = scene.frames.all()[draft.frame].status == "wanted"; // "debated a request for aid"
  if (!kind || !kind->is_giving() || p.kind != predicate::Kind::noun || draft.told.size() > 1 || asked_for ||
      !p.above || p.relation != predicate::Relation::argument || has_entity(draft, kind->first))
    return false;
  const auto& above = scene.predications.items[*p.above];
  return scene.frames.in_class(above.kind == predicate::Kind::noun ? "negotiation" : "discussing", above.lemma);
}

// "offered to help shoot down missiles": what may be stopped one day has not been fired.
bool is_still_to_be_stopped(const Scene& scene, const Draft& draft) {
  const auto& p = scene.predications.items[draft.predication];
  const auto& frame = scene.frames.all()[draft.frame];
  const auto* kind = scene.frames.find_kind(frame.event);
  return kind && kind->opposes && frame.status == "failed" && p.kind == predicate::Kind::verb &&
         scene.tree.tag(p.token) == "VB" && predicate::one_of(draft.status, {"wanted", "planned", "possible"});
}

// "ISRAEL said IT killed …": it is the one who speaks that has done it.
bool is_speaker_above(const Scene& scene, const predicate::Predication& p, const Filler& doer) {
  if (scene.tree.pos(doer.shown) != "PRON" || p.relation != predicate::Relation::clause || !p.above) return false;
  const auto& above = scene.predications.items[*p.above];
  return std::any_of(above.arguments.begin(), above.arguments.end(), [&](const predicate::Argument& a) {
    if (a.position != predicate::Position::subject) return false;
    const auto named = fillers(scene, a.token, any_party());
    return std::find(named.begin(), named.end(), doer) != named.end();
  });
}

// "The quake hit the north", "it destroyed the port": what storms and slumps do as well, by nobody who is named there.
bool is_doubtful(const Scene& scene, const Draft& draft) {
  const auto& p = scene.predications.items[draft.predication];
  const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
  if (!kind || !kind->opposes || p.kind == predicate::Kind::noun || !scene.frames.in_class("blow", p.lemma))
    return false;
  if (has_named_entity(draft, "item") || is_blow_by_unknown(scene, draft)) return false;
  const auto found = draft.roles.find(kind->first);
  return found == draft.roles.end() || std::none_of(found->second.begin(), found->second.end(), [&](const Filler& f) {
           return f.entity && !f.implied &&
                  (scene.mention(f.shown) || scene.tree.tag(f.shown) == "PRP$" || // "its jets"
                   is_speaker_above(scene, p, f));
         });
}

// Where nothing else in the text tells of such events, doubtful ones are none.
void drop_doubtful(const Scene& scene, std::vector<Draft>& drafts) {
  const bool certain = std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) {
    const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
    return kind && kind->opposes && !is_doubtful(scene, draft);
  });
  if (!certain) std::erase_if(drafts, [&](const Draft& draft) { return is_doubtful(scene, draft); });
}

// Events of which the text names nobody and nothing ("people were killed"), and those with nobody on either side, are
// no statements about anybody.
bool is_about_somebody(const Scene& scene, const Draft& draft) {
  const auto* kind = scene.frames.find_kind(scene.frames.all()[draft.frame].event);
  if (kind && has_known_pair(draft, *kind)) return true;
  const bool named = !scene.frames.all()[draft.frame].ends.empty() ||
                     std::any_of(draft.roles.begin(), draft.roles.end(), [&](const auto& role) {
                       return role.first != "place" && has_named_entity(draft, role.first);
                     });
  const bool alone = scene.frames.all()[draft.frame].alone;
  if (alone && kind && has_named_entity(draft, "place")) return true; // "peace talks in Cairo"
  if (!named || !kind) return named;
  if (kind->together) {
    const auto found = draft.roles.find(kind->first);
    if (found == draft.roles.end()) return false;
    if (alone) return true;
    const auto is_several = [&](const Filler& filler) {
      return filler.entity && std::find(kind->together_in.begin(), kind->together_in.end(),
                                        scene.entities[*filler.entity].type) != kind->together_in.end();
    };
    return several_named(scene, found->second) || std::any_of(found->second.begin(), found->second.end(), is_several);
  }
  if (kind->second == "place" && !has_entity(draft, kind->first)) return false; // nobody's forces
  if (kind->both_sides)
    return is_blow_by_unknown(scene, draft) ||
           (has_entity(draft, kind->first) && (has_entity(draft, kind->second) || has_entity(draft, "place") ||
                                               names_irregulars(scene, draft, kind->second)));
  return has_entity(draft, kind->first) || (!kind->second.empty() && has_entity(draft, kind->second));
}

// Events of the same document look at one another, some of them each at each. No report comes near this many tokens; a
// book does, and what its pages tell has little to do with one another.
constexpr std::size_t longest_stretch = 20'000;

// Whole sentences in a row, none the longer for it than `longest_stretch` unless one sentence is.
std::vector<language::Analysis> stretches_of(const language::Analysis& whole) {
  std::vector<language::Analysis> out;
  for (std::size_t first = 0; first < whole.tokens.size();) {
    std::size_t last = std::min(first + longest_stretch, whole.tokens.size());
    while (last < whole.tokens.size() && last > first + 1 && !whole.tokens[last].sent_start) --last;
    if (last == first + 1) // one sentence fills it all
      while (last < whole.tokens.size() && !whole.tokens[last].sent_start) ++last;
    language::Analysis part{{}, whole.model, whole.lemmas};
    part.tokens.assign(whole.tokens.begin() + static_cast<std::ptrdiff_t>(first),
                       whole.tokens.begin() + static_cast<std::ptrdiff_t>(last));
    for (auto& token : part.tokens) token.head -= static_cast<std::uint32_t>(first);
    out.push_back(std::move(part));
    first = last;
  }
  return out;
}

// The same unnamed source of two stretches is one entity.
void unite_same(std::vector<Entity>& entities) {
  std::vector<Entity> out;
  for (auto& entity : entities) {
    if (out.empty() || out.back().id != entity.id) {
      out.push_back(std::move(entity));
      continue;
    }
    auto& mentions = out.back().mentions;
    mentions.insert(mentions.end(), entity.mentions.begin(), entity.mentions.end());
  }
  entities = std::move(out);
}

void extract_stretch(const text::PreparedText& text, const language::Analysis& analysis, const pack::Frames& frames,
                     Record& record) {
  const auto known = record.entities.size();
  Scene scene(text, analysis, frames, record.entities);
  give_home_states(scene);
  resolve_references(scene);
  {
    Attribution voices(scene, record.document); // made anew below, when "I said" has a speaker
    resolve_first_person(scene, voices);
  }
  resolve_office_pronouns(scene);
  name_speakers(scene);
  const Dating dating(scene, parse_day(record.document.published));
  const Counting counting(scene, dating);
  auto drafts = match_frames(scene, dating);
  resume_events(scene, drafts);
  std::vector<predicate::PredicationIndex> matched;
  for (const auto& draft : drafts) matched.push_back(draft.predication);
  empty_deeds_of_struck_places(scene, drafts);
  absorb_nominals(scene, drafts);
  share_tellings(scene, drafts);
  join_claimed_deeds(scene, drafts);
  correct_known_opponents(scene, record.document.published, drafts);
  level_mutual_sides(scene, drafts);
  fill_answered_blows(scene, drafts);
  fill_implicit_roles(scene, drafts);
  empty_unknown_pairs(scene, drafts);
  fill_known_opponents(scene, record.document.published, drafts);
  empty_unknown_conflicts(scene, record.document.published, drafts);
  fill_ended_conflicts(scene, record.document.published, drafts);
  fill_sole_actors(scene, drafts);
  turn_against_doers(scene, dating, drafts);
  add_calls_to_stop(scene, drafts);
  level_mutual_sides(scene, drafts);
  Attribution attribution(scene, record.document);
  for (auto& draft : drafts) {
    draft.status = status_of(scene, draft);
    if ((draft.status == "ongoing" || is_request(scene, draft)) && is_utterance(scene, draft))
      draft.status = "occurred";
    draft.chains = attribution.chains_of(draft);
    if (is_told_falsely(scene, scene.predications.items[draft.predication])) draft.chains.clear();
    sort_credit(scene, attribution.is_in_a_voice(draft), draft);
  }
  leave_out_outsiders(scene, drafts);
  add_later_mentions(scene, drafts);
  dating.complete(drafts);
  counting.complete(drafts);
  drop_empty_mentions(drafts);
  for (auto& draft : drafts) {
    settle_status(scene, record.document.published, draft);
    settle_fate(scene, draft);
    if (scene.frames.all()[draft.frame].ahead_only && !lies_ahead(draft)) draft.roles.clear();
    if (!attribution.is_in_a_voice(draft)) credit_outcomes(scene, attribution, draft);
    draft.evidence.push_back(clause(scene, draft));
  }
  empty_gifts_to_enemies(scene, record.document.published, drafts);
  empty_off_subject(scene, drafts);
  empty_crimes(scene, drafts);
  fold_tellings(drafts);
  share_sums(scene, drafts);
  level_wars(scene, drafts);
  settle_past_conflicts(scene, record.document.published, drafts);
  settle_launches(scene, drafts);
  add_rebuttals(scene, drafts);
  drafts = merge_mentions(scene, std::move(drafts));
  settle_tolls(drafts);
  settle_credit(drafts);
  std::erase_if(drafts, [&](const Draft& draft) {
    return !is_about_somebody(scene, draft) || is_mere_mention(scene, draft) || is_mere_topic(scene, draft) ||
           is_still_to_be_stopped(scene, draft) || is_warded_off(scene, draft);
  });
  drop_doubtful(scene, drafts);
  const auto abstained = abstentions(scene, matched, drafts);
  record.abstained.insert(record.abstained.end(), abstained.begin(), abstained.end());
  const auto exchanges = find_exchanges(scene, drafts);
  name_anonymous(record.document, known, record.entities);
  name_goods(scene, record.document, drafts);
  const Emission emission(scene, record.document);
  const auto before = record.events.size();
  for (const auto& draft : drafts) record.events.push_back(emission.event(draft));
  for (const auto& x : exchanges)
    record.events.push_back(emission.exchange(
        x, drafts[x.return_], {record.events[before + x.given].id, record.events[before + x.return_].id}));
}

} // namespace

void extract_events(const text::PreparedText& text, const language::Analysis& analysis, const pack::Frames& frames,
                    Record& record) {
  if (analysis.tokens.size() <= longest_stretch)
    extract_stretch(text, analysis, frames, record);
  else
    for (const auto& stretch : stretches_of(analysis)) extract_stretch(text, stretch, frames, record);
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  std::sort(record.events.begin(), record.events.end(), by_id);
  record.events.erase(std::unique(record.events.begin(), record.events.end(),
                                  [](const Event& a, const Event& b) { return a.id == b.id; }),
                      record.events.end());
  std::stable_sort(record.entities.begin(), record.entities.end(), by_id);
  unite_same(record.entities);
}

} // namespace stemma::extract
