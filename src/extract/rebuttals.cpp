#include "extract/rebuttals.hpp"

#include "extract/find_speaker.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::one_of;
using predicate::Position;
using predicate::Predication;

constexpr std::uint32_t reach = 3;          // sentences back
constexpr std::uint32_t reach_of_claim = 8; // … to what somebody else has said of him

class Rebuttals {
public:
  Rebuttals(Scene& scene, std::vector<Draft>& drafts) : scene_(scene), drafts_(drafts) {}

  void run() {
    std::vector<Draft> added;
    for (predicate::PredicationIndex i = 0; i < scene_.predications.items.size(); ++i) {
      const auto& p = scene_.predications.items[i];
      if (p.kind == Kind::noun || p.negated || !p.modal.empty()) continue;
      if (const auto untrue = called_untrue(p)) {
        add_denial(i, *untrue, speakers_of(p), added);
      } else if (const auto report = said_to_be_untrue(p)) {
        add_denial(i, *report, speakers_of(p), added);
      }
      if (!scene_.frames.in_class("rebutting", p.lemma)) continue;
      const auto speakers = speakers_of(p);
      if (speakers.empty()) continue;
      if (scene_.frames.in_class("denying", p.lemma)) {
        if (complete_denial_below(i, speakers.front().entity)) continue;
        if (const auto clause = clause_below(i)) {
          add_denial(i, *clause, speakers, added);
          continue;
        }
      }
      const auto object = denied_by(p);
      if (!object) continue;
      if (auto* named = named_in(*object)) {
        deny(*named, i, speakers);
      } else if (const auto deed = deed_shared(*object)) {
        add_denial(i, *deed, speakers, added);
      } else if (takes_up(*object) || (scene_.frames.in_class("denying", p.lemma) && tells_anew(*object))) {
        add_denial(i, *object, speakers, added);
      }
    }
    std::move(added.begin(), added.end(), std::back_inserter(drafts_));
  }

private:
  void add_denial(predicate::PredicationIndex i, TokenIndex object, const std::vector<Speaker>& speakers,
                  std::vector<Draft>& added) const {
    if (speakers.empty() || is_of_clause_before(scene_.predications.items[i], object)) return;
    const auto* told = told_before(scene_.predications.items[i], speakers.front().entity);
    if (told && is_reproached_since(*told, scene_.predications.items[i], speakers.front().entity)) return;
    if (told && is_of_type(*told, object)) added.push_back(denial_of(*told, i, speakers));
  }

  // "troops are stationed there; the junta denies IT": what the same sentence tells, if it is nobody's deed to another,
  // is denied, and nothing told before.
  bool is_of_clause_before(const Predication& denial, TokenIndex object) const {
    return scene_.tree.pos(object) == "PRON" && std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& draft) {
             const auto& p = scene_.predications.items[draft.predication];
             const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
             return !draft.within && p.sentence == denial.sentence && p.token < denial.token && kind &&
                    kind->pair_group.empty();
           });
  }

  // "called THE REPORT untrue": what is called so.
  std::optional<TokenIndex> called_untrue(const Predication& p) const {
    if (!predicate::is_naming_verb(p.lemma)) return std::nullopt;
    const auto& tree = scene_.tree;
    for (auto t = p.token; t <= tree.right_edge(p.token); ++t) {
      if (!scene_.frames.in_class("untrue", predicate::lower(tree.lemma(t))) || tree.is_root(t)) continue;
      const bool direct = tree.head(t) == p.token || tree.head(tree.head(t)) == p.token;
      if (!direct) continue;
      for (auto object = p.token; object < t; ++object)
        if (one_of(tree.dep(object), {"dobj", "nsubj", "nsubjpass"}) && takes_up(object)) return object;
    }
    return std::nullopt;
  }

  // "said THE REPORT was false", "says THIS is not true"
  std::optional<TokenIndex> said_to_be_untrue(const Predication& p) const {
    const auto& tree = scene_.tree;
    if (p.kind != Kind::verb) return std::nullopt;
    const auto is = tree.child(p.token, "ccomp");
    if (is == tree.size() || tree.lemma(is) != "be") return std::nullopt;
    const auto word = tree.child(is, "acomp"), subject = tree.child(is, "nsubj");
    if (word == tree.size() || subject == tree.size() || !takes_up(subject)) return std::nullopt;
    const bool so =
        scene_.frames.in_class(tree.has_child(is, "neg") ? "true" : "untrue", predicate::lower(tree.lemma(word)));
    return so ? std::optional(subject) : std::nullopt;
  }

  // "denied having SENT any tanks", "denied that any tanks had been SENT": told by no frame, as it does not say to
  // whom.
  std::optional<TokenIndex> clause_below(predicate::PredicationIndex denial) const {
    for (const auto& p : scene_.predications.in_sentence(scene_.predications.items[denial].sentence)) {
      if (p.above != denial || p.relation != predicate::Relation::clause || p.kind != Kind::verb || p.negated) continue;
      const auto object = argument_at(p, Position::object);
      if (object && is_of_things(*object) && !frames_of(scene_, p).empty()) return p.token;
    }
    return std::nullopt;
  }

  bool is_of_things(TokenIndex t) const {
    const auto* mention = scene_.mention(t);
    const auto e = mention ? std::optional(mention->entity) : scene_.referent[t];
    return e ? scene_.entities[*e].kind == EntityKind::munition : one_of(scene_.words[t], {"anything", "any"});
  }

  // "denied any part in THE STRIKE" that was told before
  std::optional<TokenIndex> deed_shared(TokenIndex share) const {
    if (!scene_.frames.in_class("share-in", predicate::lower(scene_.tree.lemma(share)))) return std::nullopt;
    for (const auto in : scene_.tree.children(share)) {
      if (scene_.tree.dep(in) != "prep" || !one_of(scene_.words[in], {"in", "for", "with", "to"})) continue;
      const auto deed = scene_.tree.child(in, "pobj");
      if (deed != scene_.tree.size() && tells_anew(deed)) return deed;
    }
    return std::nullopt;
  }

  // "denied having sent ANY BOATS": what was told before says to whom.
  bool complete_denial_below(predicate::PredicationIndex denial, EntityIndex speaker) {
    for (auto& draft : drafts_) {
      const auto& p = scene_.predications.items[draft.predication];
      if (draft.within || p.kind == Kind::noun || p.above != denial || draft.status != "denied") continue;
      const auto* told = told_before(scene_.predications.items[denial], speaker);
      if (!told || scene_.frames.all()[told->frame].event != scene_.frames.all()[draft.frame].event) return true;
      const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
      for (const auto& [role, side] : told->roles) {
        if (!kind || (role != kind->first && role != kind->second)) continue;
        auto& own = draft.roles[role];
        const bool named = std::any_of(own.begin(), own.end(), [](const Filler& f) { return f.entity && !f.implied; });
        if (named || side.empty()) continue;
        own = side;
        for (auto& filler : own) {
          filler.shown = filler.token = p.token;
          filler.implied = true;
        }
      }
      return true;
    }
    return false;
  }

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

  // "both Moscow and Pyongyang deny it"; whoever is named beside his office, not whose office it is.
  std::vector<Speaker> speakers_of(const Predication& p) {
    std::vector<Speaker> out;
    for (const auto& a : p.arguments) {
      if (a.position != Position::subject || a.carried != 0) continue;
      for (const auto& speaker : find_speakers(scene_, a.token))
        if (std::none_of(out.begin(), out.end(), [&](const Speaker& s) { return s.entity == speaker.entity; }))
          out.push_back(speaker);
    }
    return out;
  }

  // "denied any part in the STRIKE": the event that hangs on a word for having a share in it.
  Draft* named_in(TokenIndex share) const {
    if (!scene_.frames.in_class("share-in", predicate::lower(scene_.tree.lemma(share)))) return nullptr;
    for (auto& draft : drafts_) {
      const auto token = scene_.predications.items[draft.predication].token;
      if (!draft.within && !draft.roles.empty() && token > share && is_below(token, share)) return &draft;
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
      if (draft.within || draft.again || p.token >= denial.token ||
          denial.sentence - p.sentence > (draft.chains.empty() ? reach : reach_of_claim))
        continue;
      if (!is_firm(draft.status) || !has_side(draft, speaker) || (found && p.token < at)) continue;
      found = &draft;
      at = p.token;
    }
    return found;
  }

  // "Peru moved tanks to the border. Chile accused it OF ARMING rebels. Peru denied this": the charge, and not the tanks.
  bool is_reproached_since(const Draft& told, const Predication& denial, EntityIndex speaker) const {
    const auto told_in = scene_.predications.items[told.predication].sentence;
    return std::any_of(scene_.predications.items.begin(), scene_.predications.items.end(), [&](const Predication& p) {
      if (p.sentence <= told_in || p.token >= denial.token || p.kind == Kind::noun || p.negated) return false;
      const auto accused = argument_at(p, Position::object);
      if (!accused || !scene_.frames.in_class("blaming", p.lemma) || !is_charged(p.token, *accused)) return false;
      const auto* mention = scene_.mention(*accused);
      const auto e = mention ? std::optional(mention->entity) : scene_.referent[*accused];
      return !e || *e == speaker || scene_.country_of(*e) == speaker || scene_.country_of(speaker) == e;
    });
  }

  bool is_charged(TokenIndex verb, TokenIndex accused) const {
    const auto& tree = scene_.tree;
    for (const auto head : {verb, accused})
      for (const auto t : tree.children(head))
        if (t > accused && scene_.words[t] == "of") return true;
    return false;
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

  Draft denial_of(const Draft& told, predicate::PredicationIndex denial, const std::vector<Speaker>& speakers) const {
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

  void deny(Draft& draft, predicate::PredicationIndex denial, const std::vector<Speaker>& speakers) const {
    const auto verb = scene_.predications.items[denial].token;
    draft.predication = denial;
    draft.told.push_back(denial);
    draft.status = "denied";
    draft.chains.clear();
    auto first = verb, last = verb + 1;
    for (const auto& said : speakers) {
      draft.chains.push_back({said});
      first = std::min(first, said.first);
      last = std::max(last, said.last);
    }
    draft.evidence.emplace_back(first, last);
  }

  Scene& scene_;
  std::vector<Draft>& drafts_;
};

} // namespace

void add_rebuttals(Scene& scene, std::vector<Draft>& drafts) { Rebuttals(scene, drafts).run(); }

} // namespace stemma::extract
