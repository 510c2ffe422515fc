#include "extract/credit.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::Position;
using predicate::Predication;
using predicate::Relation;

// Sentences, the title's among them. The lead is told again, and credited, further down.
constexpr std::uint32_t lead = 3;

bool is_object(std::string_view dep) { return dep == "dobj" || dep == "nsubjpass" || dep == "attr"; }

bool embeds(const Scene& scene, const Predication& p) {
  const auto kind = p.kind == Kind::noun        ? pack::WordKind::noun
                    : p.kind == Kind::adjective ? pack::WordKind::adjective
                                                : pack::WordKind::verb;
  return !scene.frames.embedded_by(kind, p.lemma).empty();
}

// "suspended 30 out of 350 LICENCES": the number that stands for them in the sentence; else the token itself.
TokenIndex counted_in(const Scene& scene, TokenIndex noun) {
  auto t = noun;
  while (!scene.tree.is_root(t) && (scene.tree.dep(t) == "pobj" || scene.tree.pos(t) == "ADP")) t = scene.tree.head(t);
  return scene.tree.tag(t) == "CD" ? t : noun;
}

// A noun names an event; it tells one as the object of a verb that says how far it is, or that reports it ("continues
// its advance", "reported an attack"), and after "there is".
bool only_names(const Scene& scene, const Draft& draft) {
  const auto* named = &scene.predications.items[draft.predication];
  if (named->kind != Kind::noun || named->light_verb) return false;
  while (named->above && scene.tree.dep(named->token) == "compound" &&
         scene.tree.head(named->token) == scene.predications.items[*named->above].token)
    named = &scene.predications.items[*named->above]; // "suspended arms EXPORT licences"
  const auto& p = *named;
  const auto head = counted_in(scene, p.token);
  if (scene.frames.all()[draft.frame].lasting || !p.above || p.relation != Relation::argument ||
      !(p.mark.empty() || head != p.token))
    return true;
  const auto& governor = scene.predications.items[*p.above];
  if (governor.kind == Kind::noun) return true;
  const auto dep = scene.tree.dep(head);
  return !(is_object(dep) && (embeds(scene, governor) || scene.tree.has_child(governor.token, "expl")));
}

// Beside the event, or in the sentence behind it, where that names no event itself ("… have died in the war").
bool tells_toll_of(const Scene& scene, const Draft& draft, predicate::PredicationIndex outcome) {
  const auto& toll = scene.predications.items[outcome];
  const auto& told = scene.predications.items[draft.predication];
  if (outcome == draft.predication || toll.sentence - told.sentence > 1) return false;
  return toll.sentence == told.sentence ||
         std::none_of(toll.arguments.begin(), toll.arguments.end(), [&](const predicate::Argument& a) {
           const auto p = scene.predications.find_at(a.token);
           return a.position == Position::oblique && p && !frames_of(scene, scene.predications.items[*p]).empty();
         });
}

std::vector<EntityIndex> entities(const std::vector<Speaker>& chain) {
  std::vector<EntityIndex> out;
  for (const auto& speaker : chain) out.push_back(speaker.entity);
  return out;
}

// "Lawmaker X says" in a title, "X said, citing the agency" below it: the shorter chain is the beginning of the longer.
void drop_beginnings(std::vector<std::vector<Speaker>>& chains) {
  const std::vector<std::vector<Speaker>> all = chains;
  std::erase_if(chains, [&](const auto& chain) {
    const auto own = entities(chain);
    return std::any_of(all.begin(), all.end(), [&](const auto& other) {
      const auto longer = entities(other);
      return longer.size() > own.size() && std::equal(own.begin(), own.end(), longer.begin());
    });
  });
}

} // namespace

void add_chains(std::vector<std::vector<Speaker>>& chains, std::vector<std::vector<Speaker>>&& more) {
  for (auto& chain : more)
    if (std::none_of(chains.begin(), chains.end(),
                     [&](const auto& known) { return entities(known) == entities(chain); }))
      chains.push_back(std::move(chain));
}

void sort_credit(const Scene& scene, bool in_a_voice, Draft& draft) {
  if (in_a_voice) return;
  const bool names = only_names(scene, draft);
  const bool in_lead = names && scene.predications.items[draft.predication].sentence <= lead;
  draft.own_voice = draft.chains.empty() && !draft.in_title && !in_lead;
  if (names) std::swap(draft.chains, draft.naming);
  const auto& frame = scene.frames.all()[draft.frame];
  const auto* kind = scene.frames.find_kind(frame.event);
  const bool stationed = kind && kind->second == "place" && frame.status == "ongoing" && is_firm(draft.status);
  // That there is a war is known, whoever names it, and that forces are where they are.
  if (frame.lasting || (names && stationed)) draft.naming.clear();
}

void credit_outcomes(const Scene& scene, Attribution& attribution, Draft& draft) {
  std::vector<SpeakerChain> chains;
  for (const auto& quantity : draft.quantities)
    if (quantity.outcome && tells_toll_of(scene, draft, *quantity.outcome))
      if (auto chain = attribution.chain_of_outcome(draft, *quantity.outcome); !chain.empty())
        chains.push_back(std::move(chain));
  add_chains(draft.chains, std::move(chains));
}

void settle_credit(std::vector<Draft>& drafts) {
  for (auto& draft : drafts) {
    if (!draft.own_voice) add_chains(draft.chains, std::move(draft.naming));
    drop_beginnings(draft.chains);
  }
}

} // namespace stemma::extract
