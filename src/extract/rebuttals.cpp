#include "extract/rebuttals.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::Position;
using predicate::Predication;

constexpr std::uint32_t reach = 3; // sentences back

class Rebuttals {
public:
  Rebuttals(const Scene& scene, std::vector<Draft>& drafts) : scene_(scene), drafts_(drafts) {}

  void run() {
    std::vector<Draft> added;
    for (predicate::PredicationIndex i = 0; i < scene_.predications.items.size(); ++i) {
      const auto& p = scene_.predications.items[i];
      if (p.kind == Kind::noun || p.negated || !p.modal.empty() || !scene_.frames.in_class("rebutting", p.lemma))
        continue;
      const auto object = denied_by(p);
      const auto speakers = speakers_of(p);
      if (!object || speakers.empty()) continue;
      if (auto* named = named_in(*object)) {
        deny(*named, i, speakers);
      } else if (takes_up(*object) || (scene_.frames.in_class("denying", p.lemma) && tells_anew(*object))) {
        if (const auto* told = told_before(p, *speakers.front().entity); told && is_of_type(*told, *object))
          added.push_back(denial_of(*told, i, speakers));
      }
    }
    std::move(added.begin(), added.end(), std::back_inserter(drafts_));
  }

private:
  static std::optional<TokenIndex> argument_at(const Predication& p, Position position) {
    for (const auto& a : p.arguments)
      if (a.position == position && a.carried == 0) return a.token;
    return std::nullopt;
  }

  // "…, WHICH Tehran denies", "a CHARGE Tehran denies": the parse hangs the clause on what stands before.
  std::optional<TokenIndex> denied_by(const Predication& p) const {
    if (const auto object = argument_at(p, Position::object)) return object;
    if (p.relation != predicate::Relation::relative) return std::nullopt;
    const auto which = scene_.tree.child(p.token, "dobj");
    if (which != scene_.tree.size()) return which;
    const auto charge = scene_.tree.head(p.token);
    return takes_up(charge) ? std::optional(charge) : std::nullopt;
  }

  // "both Moscow and Pyongyang deny it"
  std::vector<Filler> speakers_of(const Predication& p) const {
    std::vector<Filler> out;
    for (const auto& a : p.arguments) {
      if (a.position != Position::subject || a.carried != 0) continue;
      for (const auto& filler : fillers(scene_, a.token, any_party()))
        if (filler.entity) {
          if (std::find(out.begin(), out.end(), filler) == out.end()) out.push_back(filler);
          break;
        }
    }
    return out;
  }

  // "denied any part in the STRIKE": the event that hangs on a word for having a share in it.
  Draft* named_in(TokenIndex share) const {
    if (!scene_.frames.in_class("share-in", predicate::lower(scene_.tree.lemma(share)))) return nullptr;
    for (auto& draft : drafts_) {
      const auto token = scene_.predications.items[draft.predication].token;
      if (!draft.within && token > share && is_below(token, share)) return &draft;
    }
    return nullptr;
  }

  bool is_below(TokenIndex t, TokenIndex top) const {
    for (int depth = 0; depth < 6 && !scene_.tree.is_root(t); ++depth) {
      t = scene_.tree.head(t);
      if (t == top) return true;
    }
    return false;
  }

  // "it", "this"; "the charge", "the claims", "any involvement" of which no more is said.
  bool takes_up(TokenIndex object) const {
    if (predicate::one_of(scene_.words[object], {"it", "this", "that", "which"})) return true;
    const auto lemma = predicate::lower(scene_.tree.lemma(object));
    if (!scene_.frames.in_class("charge-word", lemma) && !scene_.frames.in_class("share-in", lemma)) return false;
    return std::none_of(scene_.tree.begin_children(object), scene_.tree.end_children(object), [&](auto child) {
      const bool aside =
          scene_.tree.dep(child) == "relcl" && scene_.tree.dep(object) == "appos"; // "a charge he denies"
      return child > object && !aside && predicate::one_of(scene_.tree.dep(child), {"acl", "prep", "relcl"});
    });
  }

  // "the transfers", "the strike": an event told before, of which no more is said.
  bool tells_anew(TokenIndex object) const {
    const auto det = scene_.tree.child(object, "det");
    const auto p = scene_.predications.find_at(object);
    return det != scene_.tree.size() &&
           predicate::one_of(scene_.words[det], {"the", "this", "these", "those", "any"}) && p &&
           !frames_of(scene_, scene_.predications.items[*p]).empty() && !scene_.tree.has_child(object, "prep") &&
           !scene_.tree.has_child(object, "relcl");
  }

  // "denied the transfers": of that type, where the word says which.
  bool is_of_type(const Draft& told, TokenIndex object) const {
    const auto p = scene_.predications.find_at(object);
    if (!p || takes_up(object)) return true;
    const auto frames = frames_of(scene_, scene_.predications.items[*p]);
    return std::any_of(frames.begin(), frames.end(),
                       [&](auto f) { return scene_.frames.all()[f].event == scene_.frames.all()[told.frame].event; });
  }

  // The event told last in the sentences before, or in the clause before, that he has a side in.
  const Draft* told_before(const Predication& denial, EntityIndex speaker) const {
    const Draft* found = nullptr;
    TokenIndex at = 0;
    for (const auto& draft : drafts_) {
      const auto& p = scene_.predications.items[draft.predication];
      if (draft.within || draft.again || p.token >= denial.token || denial.sentence - p.sentence > reach) continue;
      if (!is_firm(draft.status) || !has_side(draft, speaker) || (found && p.token < at)) continue;
      found = &draft;
      at = p.token;
    }
    return found;
  }

  // As the one who did it; or as the other one, where the event is somebody's claim.
  bool has_side(const Draft& draft, EntityIndex speaker) const {
    const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
    if (!kind || kind->pair_group.empty() || kind->speaks) return false;
    return stands(draft, kind->first, speaker) || (!draft.chains.empty() && stands(draft, kind->second, speaker));
  }

  bool stands(const Draft& draft, const std::string& role, EntityIndex speaker) const {
    const auto found = draft.roles.find(role);
    const auto home = scene_.country_of(speaker);
    return found != draft.roles.end() && std::any_of(found->second.begin(), found->second.end(), [&](const Filler& f) {
             return f.entity && (*f.entity == speaker || scene_.country_of(*f.entity) == speaker || home == f.entity);
           });
  }

  Draft denial_of(const Draft& told, predicate::PredicationIndex denial, const std::vector<Filler>& speakers) const {
    Draft out;
    out.frame = told.frame;
    out.roles = told.roles;
    for (auto& [role, side] : out.roles)
      for (auto& filler : side) filler.shown = filler.token = scene_.predications.items[denial].token;
    out.time = told.time;
    out.mutual = told.mutual;
    deny(out, denial, speakers);
    return out;
  }

  void deny(Draft& draft, predicate::PredicationIndex denial, const std::vector<Filler>& speakers) const {
    const auto verb = scene_.predications.items[denial].token;
    draft.predication = denial;
    draft.told.push_back(denial);
    draft.status = "denied";
    draft.chains.clear();
    auto first = verb, last = verb + 1;
    for (const auto& speaker : speakers) {
      const auto* mention = scene_.mention(speaker.shown);
      const Speaker said{*speaker.entity, speaker.shown, mention ? mention->first : speaker.shown,
                         mention ? mention->last : speaker.shown + 1};
      draft.chains.push_back({said});
      first = std::min(first, said.first);
      last = std::max(last, said.last);
    }
    draft.evidence.emplace_back(first, last);
  }

  const Scene& scene_;
  std::vector<Draft>& drafts_;
};

} // namespace

void add_rebuttals(const Scene& scene, std::vector<Draft>& drafts) { Rebuttals(scene, drafts).run(); }

} // namespace stemma::extract
