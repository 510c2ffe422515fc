#include "extract/attribution.hpp"

#include "extract/find_publishers.hpp"
#include "extract/find_speaker.hpp"
#include "extract/stranded_subject.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Argument;
using predicate::Kind;
using predicate::one_of;
using predicate::Position;
using predicate::Predication;
using predicate::Relation;

constexpr std::uint32_t reach_of_pronoun = 3; // sentences back to who reported last

void append(SpeakerChain& chain, const SpeakerChain& more) {
  for (const auto& speaker : more)
    if (std::none_of(chain.begin(), chain.end(), [&](const Speaker& s) { return s.entity == speaker.entity; }))
      chain.push_back(speaker);
}

SpeakerChain joined(const SpeakerChain& outer, const SpeakerChain& inner) {
  SpeakerChain out = outer;
  append(out, inner);
  return out;
}

} // namespace

Attribution::Attribution(Scene& scene, const Document& document)
    : scene_(scene), quotations_(find_quotations(scene)), houses_(find_publishers(scene, document)),
      voice_(document_voice(scene)), turns_(find_turns(scene)) {
  find_reports();
}

bool Attribution::has_word(const Predication& p, bool pack::Embedding::* what) const {
  const auto kind = p.kind == Kind::noun        ? pack::WordKind::noun
                    : p.kind == Kind::adjective ? pack::WordKind::adjective
                                                : pack::WordKind::verb;
  const auto indices = scene_.frames.embedded_by(kind, p.lemma);
  return std::any_of(indices.begin(), indices.end(), [&](auto i) { return scene_.frames.embeddings()[i].*what; });
}

void Attribution::find_reports() {
  const auto& items = scene_.predications.items;
  for (predicate::PredicationIndex i = 0; i < items.size(); ++i) {
    const auto& p = items[i];
    const bool viewpoint = p.kind != Kind::noun && is_viewpoint(p);
    if (!viewpoint && (p.kind != Kind::verb || !(reports(p) || is_read_out(p)))) continue;
    if (p.infinitive || p.passive) continue;
    auto chain = quoted_by(p);
    if (chain.empty()) chain = speakers_of(p);
    if (auto same = same_as_before(p); !same.empty()) chain = std::move(same);
    if (chain.empty()) chain = of_who_adds(p);
    if (!chain.empty()) reports_.push_back({i, p.token, std::move(chain)});
  }
}

// "said that two were dead, ADDING that Peru had struck": the parse hangs it on what is said.
SpeakerChain Attribution::of_who_adds(const Predication& p) const {
  const auto& tree = scene_.tree;
  if (tree.tag(p.token) != "VBG" || p.token == 0 || scene_.words[p.token - 1] != ",") return {};
  auto verb = p.token;
  for (int depth = 0; depth < 8 && !tree.is_root(verb); ++depth) {
    verb = tree.head(verb);
    for (auto report = reports_.rbegin(); report != reports_.rend(); ++report) {
      if (tree.sentence(report->token) != p.sentence) break;
      if (report->token == verb) return {report->chain.front()};
    }
  }
  return {};
}

// "…, as they see it"
bool Attribution::is_viewpoint(const Predication& p) const {
  const auto object = scene_.tree.child(p.token, "dobj");
  const auto as = scene_.tree.child(p.token, "mark");
  return as != scene_.tree.size() && scene_.words[as] == "as" && object != scene_.tree.size() &&
         scene_.words[object] == "it";
}

// "a diplomat had it that", "he has it on good authority that"
bool Attribution::has_it(const Predication& p) const {
  const auto object = scene_.tree.child(p.token, "dobj");
  return p.lemma == "have" && object != scene_.tree.size() && scene_.words[object] == "it" &&
         scene_.tree.has_child(p.token, "ccomp");
}

// "spoke of 60 attacks": not who speaks at an event.
bool Attribution::speaks_of(const Predication& p, const Predication& told) const {
  return told.mark == "of" && told.relation == Relation::argument && p.kind == Kind::verb &&
         scene_.frames.in_class("speaking-of", p.lemma);
}

// "the statement read", "…, reads the letter"
bool Attribution::is_read_out(const Predication& p) const {
  const auto subject = scene_.tree.child(p.token, "nsubj");
  if (has_it(p)) return true;
  return scene_.frames.in_class("holding", p.lemma) && subject != scene_.tree.size() &&
         scene_.frames.in_class("utterance", predicate::lower(scene_.tree.lemma(subject)));
}

// "…, she added": who reported last, where the pronoun stands for nobody, or for somebody in what is said now.
SpeakerChain Attribution::same_as_before(const Predication& p) const {
  const auto pronoun = scene_.tree.child(p.token, "nsubj");
  if (pronoun == scene_.tree.size() || reports_.empty()) return {};
  const auto& word = scene_.words[pronoun];
  const bool alone = one_of(word, {"he", "she"});
  if (!alone && !one_of(word, {"it", "they"})) return {};
  const auto& last = reports_.back();
  const auto sentence = scene_.tree.sentence(pronoun), before = scene_.tree.sentence(last.token);
  if (before == sentence || sentence - before > reach_of_pronoun) return {};
  const auto& speaker = last.chain.front();
  switch (scene_.entities[speaker.entity].kind) {
  case EntityKind::person:
    if (!alone) return {};
    break;
  case EntityKind::anonymous:
    if (alone != (scene_.tree.tag(speaker.token) == "NN") && word != "it") return {};
    break;
  default:
    if (alone) return {};
  }
  const auto& referent = scene_.referent[pronoun];
  const bool is_in_sentence =
      referent && std::any_of(scene_.mentions.begin(), scene_.mentions.end(), [&](const auto& m) {
        return m.entity == *referent && m.head < pronoun && scene_.tree.sentence(m.head) == sentence;
      });
  return !referent || is_in_sentence ? SpeakerChain{speaker} : SpeakerChain{};
}

// Of a word of saying as `find_reports` left it; of any other, its speakers.
SpeakerChain Attribution::chain_of(predicate::PredicationIndex index) {
  const auto found = std::lower_bound(reports_.begin(), reports_.end(), index,
                                      [](const Report& r, predicate::PredicationIndex i) { return r.predication < i; });
  if (found != reports_.end() && found->predication == index) return found->chain;
  return speakers_of(at(index));
}

// "X said", "X's claim", "an appeal from X", "Ukrainian requests"
bool Attribution::is_doer(const Predication& p, const Argument& a) const {
  if (a.position == Position::subject) return true;
  // "its minister, X, conceded that": a verb that the parse hangs on its subject
  if (p.kind == Kind::participle)
    return a.position == Position::object &&
           (scene_.tree.tag(p.token) == "VBD" || scene_.tree.has_child(p.token, "ccomp"));
  if (p.kind != Kind::noun) return false;
  if (a.position == Position::modifier) {
    const auto* mention = scene_.mention(a.token);
    return mention && scene_.is_power(mention->entity);
  }
  return a.position == Position::possessor ||
         (a.position == Position::oblique && (a.preposition == "by" || a.preposition == "from"));
}

// "…, reported the news agency X": who speaks stands behind the word of saying and is taken for its object.
SpeakerChain Attribution::inverted_speaker(const Predication& p) {
  const auto& tree = scene_.tree;
  if (p.token == 0 || tree.tag(p.token) != "VBD" || tree.has_child(p.token, "nsubj") ||
      tree.has_child(p.token, "nsubjpass") || tree.has_child(p.token, "aux") || tree.has_child(p.token, "auxpass") ||
      tree.sentence(p.token - 1) != tree.sentence(p.token) || !one_of(scene_.words[p.token - 1], {",", "\"", "''"}))
    return {};
  for (const auto child : tree.children(p.token))
    if (child > p.token && one_of(tree.dep(child), {"dobj", "attr", "npadvmod"}))
      if (const auto found = find_speakers(scene_, child); !found.empty()) return {found.front()};
  return {};
}

// The speaker of a reporting word, then whom he cites.
SpeakerChain Attribution::speakers_of(const Predication& p, bool with_cited) {
  SpeakerChain chain;
  if (p.kind != Kind::noun && reports(p)) chain = inverted_speaker(p);
  if (p.kind == Kind::verb && !p.passive && !p.infinitive)
    if (const auto subject = find_stranded_subject(scene_, p.token))
      if (const auto found = find_speakers(scene_, *subject); !found.empty()) chain.push_back(found.front());
  for (const auto& a : p.arguments) {
    if (!is_doer(p, a) || a.token == p.token || !chain.empty()) continue;
    if (const auto found = find_speakers(scene_, a.token); !found.empty()) chain.push_back(found.front());
  }
  if (chain.empty() && p.kind == Kind::noun && p.above && scene_.tree.dep(p.token) == "dobj" &&
      predicate::is_light_verb(at(*p.above).lemma) && at(*p.above).kind != Kind::noun)
    return speakers_of(at(*p.above), with_cited); // "has evidence that", "made the claim that"
  if (chain.empty() && p.kind != Kind::noun && scene_.tree.dep(p.token) == "acl" &&
      p.token > scene_.tree.head(p.token) &&
      scene_.frames.in_class("utterance", predicate::lower(scene_.tree.lemma(scene_.tree.head(p.token)))))
    if (const auto found = find_speakers(scene_, scene_.tree.head(p.token)); !found.empty())
      chain.push_back(found.front()); // "issued an advisory warning that"
  if (with_cited && (!chain.empty() || reports(p))) cite(p, chain);
  return chain;
}

// "…, citing the spy agency": beside the word of saying, or behind what is said.
void Attribution::cite(const Predication& p, SpeakerChain& chain) {
  for (const auto& citing : scene_.predications.in_sentence(p.sentence)) {
    if (citing.kind != Kind::verb || !has_word(citing, &pack::Embedding::cites)) continue;
    const bool beside = !scene_.tree.is_root(citing.token) && scene_.tree.head(citing.token) == p.token;
    if (!beside && !is_aside_of(p, citing)) continue;
    for (const auto& a : citing.arguments)
      if (a.position == Position::object) append(chain, find_speakers(scene_, a.token));
  }
}

// "said that Iran sold it arms, citing the spy agency", "said on Monday, citing X, that": the parse hangs it on what is
// said.
bool Attribution::is_aside_of(const Predication& p, const Predication& citing) const {
  const auto& tree = scene_.tree;
  const auto t = citing.token;
  if (t == 0 || tree.tag(t) != "VBG" || tree.dep(t) != "advcl" || scene_.words[t - 1] != "," || t < p.token)
    return false;
  auto verb = tree.head(t);
  for (int depth = 0; depth < 8 && verb != p.token; ++depth) {
    const auto index = scene_.predications.find_at(verb);
    if (!one_of(tree.dep(verb), {"ccomp", "xcomp", "conj"}) || (index && reports(at(*index)))) return false;
    verb = tree.head(verb);
  }
  return verb == p.token;
}

// "declared war", "concluded a pact", "announced a sale", "added ten firms to the list": it is done by saying so.
bool Attribution::does_by_saying(const Predication& p) {
  return one_of(p.lemma, {"declare", "conclude", "add"}) || predicate::is_light_verb(p.lemma);
}

// Does what is said tell the event, or only name it on the way? What a relative clause, a participle before a noun or
// a clause of time adds is taken for granted: the speaker does not assert it.
bool Attribution::tells(const Predication& said, const Predication& governor, const Draft& draft) const {
  if ((is_granted(said) && !is_news(draft, said)) || speaks_itself(said, governor)) return false;
  switch (said.relation) {
  case Relation::clause:
    if (scene_.tree.tag(said.token) == "VBG" && !scene_.tree.has_child(said.token, "aux") && said.mark.empty() &&
        one_of(governor.lemma, {"say", "tell", "add"}))
      return false; // "said speaking in X"
    return said.mark.empty() || one_of(said.mark, {"that", "of", "for", "with", "as", "whether", "if", "how"});
  case Relation::argument:
    if (said.mark == "for" && governor.kind != Kind::noun && scene_.tree.has_child(governor.token, "dobj"))
      return true;                                                                  // "blamed Israel for the strike"
    if (said.mark == "as" && said.kind == Kind::noun && reports(said)) return true; // "dismissed as false reports that"
    if (!one_of(said.mark, {"", "of", "about"}) &&
        !(has_word(governor, &pack::Embedding::voices) && one_of(said.mark, {"for", "on", "to"})))
      return false;
    if (said.mark == "of" && governor.kind != Kind::noun &&
        scene_.tree.head(scene_.tree.head(said.token)) != governor.token)
      return false; // "said ahead of a meeting"
    if (governor.kind == Kind::noun) return true;
    if (governor.lemma == "conclude" && said.mark.empty()) return false; // "concluded a pact"
    // "declared war": who does it by saying so does not report it; "claimed an attack" reports one's own.
    return !is_firm(draft.status) || said.token != at(draft.predication).token || !does_by_saying(governor) ||
           std::none_of(governor.arguments.begin(), governor.arguments.end(), [&](const Argument& a) {
             if (a.position != Position::subject) return false;
             const auto found = find_speakers(scene_, a.token);
             return !found.empty() && is_actor(draft, found.front().entity);
           });
  case Relation::adnominal: return governor.kind == Kind::noun || said.mark == "that" || completes_time(said);
  case Relation::relative: return is_listed(said) || said.mark == "that" || completes_time(said);
  case Relation::coordinated:
  case Relation::adverbial:
  case Relation::root: return false;
  }
  return false;
}

// "the minister, who bought the tanks, said": what hangs on the speaker is not what he says.
bool Attribution::speaks_itself(const Predication& said, const Predication& governor) {
  return std::any_of(governor.arguments.begin(), governor.arguments.end(), [&](const Argument& a) {
    return a.carried == 0 && a.token == said.token && a.position == Position::subject;
  });
}

bool Attribution::is_actor(const Draft& draft, EntityIndex speaker) const {
  return std::any_of(draft.roles.begin(), draft.roles.end(), [&](const auto& role) {
    return std::any_of(role.second.begin(), role.second.end(), [&](const Filler& f) { return f.entity == speaker; });
  });
}

// "quoted X as saying", "quoted X: …": X says, and who quotes says it of him, unless that only passes news on.
SpeakerChain Attribution::quoted_by(const Predication& said) {
  if (!said.above || !has_word(at(*said.above), &pack::Embedding::cites)) return {};
  if (said.mark != "as" && said.relation != Relation::clause) return {};
  SpeakerChain chain = speakers_of(at(*said.above), false);
  std::erase_if(chain, [&](const Speaker& speaker) {
    return scene_.frames.in_class("relaying-body", scene_.entities[speaker.entity].type) || is_unnamed_medium(speaker);
  });
  for (const auto& a : at(*said.above).arguments)
    if (a.position == Position::object) append(chain, find_speakers(scene_, a.token));
  return chain;
}

// "the state news agency", "a newspaper"
bool Attribution::is_unnamed_medium(const Speaker& speaker) const {
  if (scene_.entities[speaker.entity].kind != EntityKind::anonymous) return false;
  const auto word = predicate::lower(scene_.tree.lemma(speaker.token));
  return scene_.frames.in_class("describes-NewsOrganisation", word) ||
         (scene_.frames.in_class("describes-NewsAgency", word) && speaker.token > 0 &&
          scene_.words[speaker.token - 1] == "news");
}

// "let it be known that", "made it known that"
bool Attribution::makes_known(const Predication& p) const {
  return p.lemma == "know" && p.above && p.relation == Relation::clause &&
         one_of(at(*p.above).lemma, {"let", "make"}) && at(*p.above).kind != Kind::noun;
}

// "is adamant that": the adjective reports, and the parse hangs the clause on its verb.
bool Attribution::is_sure(const Predication& p) const {
  const auto adjective = scene_.tree.child(p.token, "acomp");
  if (p.kind == Kind::noun || adjective == scene_.tree.size()) return false;
  const auto indices =
      scene_.frames.embedded_by(pack::WordKind::adjective, predicate::lower(scene_.tree.lemma(adjective)));
  return std::any_of(indices.begin(), indices.end(), [&](auto i) { return scene_.frames.embeddings()[i].reports; }) &&
         std::none_of(indices.begin(), indices.end(),
                      [&](auto i) { return !scene_.frames.embeddings()[i].status.empty(); });
}

// "listed two jets which France had sold": the thing that is reported, and what is said of it.
bool Attribution::is_listed(const Predication& p) const {
  if (p.relation != Relation::relative || !p.above || at(*p.above).kind != Kind::noun) return false;
  const auto& noun = at(*p.above);
  if (!noun.above || !scene_.frames.in_class("listing", at(*noun.above).lemma)) return false;
  auto thing = noun.token;
  while (scene_.tree.dep(thing) == "conj") thing = scene_.tree.head(thing);
  return scene_.tree.dep(thing) == "dobj" && scene_.tree.head(thing) == at(*noun.above).token;
}

// "said in a REPORT that": the clause that hangs on it is the verb's.
bool Attribution::is_where_said(const Predication& utterance) {
  return one_of(utterance.mark, {"in", "on", "at", "during"}) && at(*utterance.above).kind != Kind::noun &&
         reports(at(*utterance.above)) && speakers_of(utterance).empty();
}

// "a report SEEN by the paper that"
bool Attribution::is_of_writing(const Predication& p) const {
  return p.kind == Kind::participle && p.passive && scene_.tree.dep(p.token) == "acl" && !reports(p) &&
         scene_.frames.in_class("utterance", predicate::lower(scene_.tree.lemma(scene_.tree.head(p.token))));
}

// Whoever reports it, from the inside out.
SpeakerChain Attribution::from_governors(const Draft& draft) {
  SpeakerChain chain;
  const auto* p = &at(draft.predication);
  for (int depth = 0; depth < 12 && p->above; ++depth) {
    auto above = *p->above;
    if (p->mark == "that" || completes_time(*p)) // the clause is the verb's
      while (at(above).above && (is_of_writing(at(above)) ||
                                 (at(above).kind == Kind::noun && (!reports(at(above)) || is_where_said(at(above))))))
        above = *at(above).above;
    const auto& governor = at(above);
    if (p->token < governor.token && scene_.has_semicolon(p->token, governor.token)) break; // said of the second half
    if (auto quoted = quoted_by(*p); !quoted.empty())
      chain = joined(quoted, chain);
    else if ((reports(governor) || is_read_out(governor) || speaks_of(governor, *p)) && tells(*p, governor, draft))
      chain = joined(chain_of(above), chain);
    else if (makes_known(governor) && tells(*p, governor, draft))
      chain = joined(chain_of(*governor.above), chain);
    else if (is_sure(governor) && p->mark == "that" && tells(*p, governor, draft))
      chain = joined(chain_of(above), chain);
    if (describes(*p) && is_firm(draft.status) && !is_news(draft, *p)) break;
    if (p->relation == Relation::adverbial && !chain.empty()) break; // "X agreed, while Y said …"
    if (is_known_before(*p, draft)) break;
    p = &governor;
  }
  return chain;
}

// "said that it would, although Iran had sold arms", "as the war goes on": what a clause of time or reason takes for
// known.
bool Attribution::is_known_before(const Predication& p, const Draft& draft) const {
  if (p.relation != Relation::adverbial || !is_firm(draft.status)) return false;
  if (one_of(p.mark, {"after", "since", "as", "although", "though", "before"})) return true;
  return one_of(p.mark, {"when", "while"}) && at(draft.predication).kind == Kind::noun;
}

// What is asked for, promised or feared is so because somebody says it: the one who does, where nobody reports it.
SpeakerChain Attribution::from_voices(const Draft& draft) {
  const auto* p = &at(draft.predication);
  if (is_firm(draft.status)) {
    // "claimed an attack", but who briefs somebody meets him
    const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
    const bool claims = p->kind == Kind::verb && reports(*p) && !does_by_saying(*p) && !(kind && kind->together);
    return claims ? chain_of(draft.predication) : SpeakerChain{};
  }
  // "turned down a request": who asked does not say that he was refused.
  const bool refused = one_of(draft.status, {"cancelled", "denied"});
  const auto voices = [&](const Predication& word) {
    return has_word(word, &pack::Embedding::voices) && !(refused && word.kind == Kind::noun);
  };
  if (voices(*p))
    if (auto chain = speakers_of(*p); !chain.empty() && !is_own_deed(draft, chain.front())) return chain;
  for (int depth = 0; depth < 12 && p->above; ++depth) {
    const auto& governor = at(*p->above);
    if (one_of(p->mark, {"whether", "if"}) && governor.lemma == "ask") return {}; // a question wants nothing
    if (voices(governor) && (tells(*p, governor, draft) || is_wish(*p)))
      if (auto chain = speakers_of(governor); !chain.empty()) return chain;
    p = &governor;
  }
  return {};
}

// "Spain promised two batteries": a state that binds itself does so by its word, and reports nothing.
bool Attribution::is_own_deed(const Draft& draft, const Speaker& speaker) const {
  const auto& p = at(draft.predication);
  return p.kind == Kind::verb && draft.status == "planned" && scene_.frames.in_class("pledging", p.lemma) &&
         scene_.entities[speaker.entity].kind == EntityKind::country && is_actor(draft, speaker.entity);
}

// "called for Berlin to send tanks", "pushed for leave to strike": parsers take what is wished for as a circumstance.
bool Attribution::is_wish(const Predication& p) {
  return p.relation == Relation::adverbial && p.infinitive && (p.mark.empty() || p.mark == "for");
}

// "said for the first time that …": the parse hangs the clause on the time.
bool Attribution::completes_time(const Predication& p) const {
  return (p.relation == Relation::relative || p.relation == Relation::adnominal) && p.above &&
         at(*p.above).lemma == "time" && at(*p.above).mark == "for";
}

// "the tanks, which France sent", "France-backed rebels": what only describes is taken for granted.
bool Attribution::describes(const Predication& p) const {
  if (completes_time(p) || is_listed(p)) return false;
  if ((p.relation == Relation::relative && p.mark != "that") || scene_.tree.dep(p.token) == "prep") return true;
  return p.kind == Kind::participle && p.above && at(*p.above).kind == Kind::noun &&
         !scene_.tree.has_child(p.token, "aux") && !scene_.tree.has_child(p.token, "mark");
}

// What describes, or adds a circumstance to a word of saying, is not what is said.
bool Attribution::is_granted(const Predication& p) const {
  if (describes(p)) return true;
  if (!p.above) return false;
  if (p.relation == Relation::adverbial)
    return one_of(p.mark, {"after", "before", "since", "when", "as", "while", "until"});
  return p.relation == Relation::argument && at(*p.above).kind != Kind::noun &&
         one_of(p.mark, {"at", "during", "since", "after", "before", "under", "despite", "amid"});
}

// "said that the tanks which they had bought …": of some types of events it is news.
bool Attribution::is_news(const Draft& draft, const Predication& p) const {
  const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
  return kind && kind->told_aside && describes(p) && scene_.tree.dep(p.token) != "prep" && p.above &&
         p.token > at(*p.above).token;
}

// "fired a missile, the army said, A DAY AFTER Peru and Chile had met": what the text sets the news beside.
bool Attribution::is_news_peg(const Predication& p) const {
  if (p.relation != Relation::adverbial || p.mark != "after") return false;
  const auto after = scene_.tree.child(p.token, "mark");
  return after != scene_.tree.size() && after > 0 &&
         one_of(scene_.words[after - 1], {"day", "days", "hours", "week", "weeks", "month", "months", "years", "year"});
}

// Does it stand in a description that speaks of something done? A plan or a wish is somebody's wherever it stands.
bool Attribution::is_granted(const Draft& draft) const {
  if (!is_firm(draft.status)) return false;
  const auto* p = &at(draft.predication);
  for (int depth = 0; depth < 12; ++depth) {
    if (describes(*p) || p->mark == "since" || is_news_peg(*p)) return true;
    if (!p->above) return false;
    p = &at(*p->above);
  }
  return false;
}

// "X said after talks with Y": when or where it was said, which nobody says.
bool Attribution::is_beside_report(const Draft& draft) const {
  const auto* p = &at(draft.predication);
  if (!is_firm(draft.status)) return false;
  for (int depth = 0; depth < 4 && p->kind == Kind::noun && p->relation == Relation::argument && p->above; ++depth) {
    const auto& governor = at(*p->above);
    if (governor.kind != Kind::noun)
      return reports(governor) && one_of(p->mark, {"at", "in", "during", "after", "before", "following", "amid",
                                                   "since", "upon", "with", "alongside"});
    p = &governor;
  }
  return false;
}

SpeakerChain Attribution::chain_of_outcome(const Draft& draft, predicate::PredicationIndex outcome) {
  Draft told = draft;
  told.predication = outcome;
  auto chain = from_governors(told);
  if (chain.empty()) chain = from_according_to(told);
  if (chain.empty()) chain = from_parenthesis(told);
  if (chain.empty()) chain = from_quotation(told);
  drop_houses(chain);
  return chain;
}

void Attribution::drop_houses(SpeakerChain& chain) const {
  std::erase_if(chain, [&](const Speaker& speaker) {
    return std::find(houses_.begin(), houses_.end(), speaker.entity) != houses_.end();
  });
}

// "France and Spain said": a chain for each of those who say it together.
std::vector<SpeakerChain> Attribution::each_of(const SpeakerChain& chain) {
  std::vector<SpeakerChain> out{chain};
  const auto joins = [&](const Speaker& speaker) {
    const auto* mention = scene_.mention(speaker.token);
    return mention && mention->entity == speaker.entity;
  };
  const auto& first = chain.front();
  if (!joins(first) || scene_.tree.dep(first.token) == "conj") return out;
  for (const auto& other : find_speakers(scene_, first.token)) {
    const bool known =
        std::any_of(chain.begin(), chain.end(), [&](const Speaker& s) { return s.entity == other.entity; });
    if (known || !joins(other)) continue;
    out.push_back(chain);
    out.back().front() = other;
  }
  return out;
}

std::vector<SpeakerChain> Attribution::chains_of(const Draft& draft) {
  auto chain = from_governors(draft);
  if (!chain.empty()) // "the document speaks of a sale, according to the Herald"
    if (const auto relay = from_according_to(draft);
        !relay.empty() && scene_.frames.in_class("relaying-body", scene_.entities[relay.front().entity].type) &&
        !scene_.frames.in_class("wire-body", scene_.entities[relay.front().entity].type))
      chain = joined(relay, chain);
  if (!chain.empty()) append(chain, relied_on(draft, chain.front()));
  if (chain.empty() && !is_granted(draft) && !is_beside_report(draft)) {
    chain = from_according_to(draft);
    if (chain.empty()) chain = from_parenthesis(draft);
    if (chain.empty()) chain = from_count(draft);
    if (chain.empty()) chain = from_belief(draft);
  }
  if (chain.empty()) chain = from_blame(draft);
  if (chain.empty()) chain = from_label(draft);
  if (chain.empty()) chain = from_quotation(draft);
  if (chain.empty()) chain = from_voices(draft);
  if (chain.empty()) chain = from_quotation_beside(draft);
  if (chain.empty()) chain = carried_on(draft);
  if (chain.empty()) chain = from_list_head(draft);
  if (chain.empty()) chain = from_sentences_before(draft);
  if (chain.empty()) chain = from_confirmation(draft);
  drop_houses(chain);
  const auto sentence = at(draft.predication).sentence;
  if (!chain.empty()) last_source_ = {sentence, chain};
  const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
  if (kind && kind->speaks) chain.clear(); // who condemns speaks for himself
  const auto token = at(draft.predication).token;
  for (const auto& turn : turns_)
    if (turn.first <= token && token < turn.last && turn.speaker) return {joined({*turn.speaker}, chain)};
  if (voice_.empty()) return chain.empty() ? std::vector<SpeakerChain>{} : each_of(chain);
  if (!chain.empty() && scene_.referent[chain.front().token]) chain.clear(); // "we" and "I" are the voice itself
  std::vector<SpeakerChain> out;
  for (const auto& speaker : voice_) out.push_back(joined({speaker}, chain));
  return out;
}

} // namespace stemma::extract
