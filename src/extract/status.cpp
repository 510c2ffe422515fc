#include "extract/aspect.hpp"
#include "extract/disbelief.hpp"
#include "extract/draft.hpp"
#include "extract/left_open.hpp"
#include "extract/outer_arguments.hpp"
#include "extract/standing.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::one_of;
using predicate::Predication;
using predicate::Relation;
using predicate::Tense;

// "the talks take place", "the attack comes after": the verb says of its subject that it is, and when.
bool is_verb_of_happening(const std::string& lemma) {
  return one_of(lemma, {"be", "happen", "occur", "take", "begin", "start", "follow", "come", "proceed", "go",
                        "go ahead", "last", "result", "take place", "unfold", "commence"});
}

bool is_object(std::string_view dep) { return one_of(dep, {"dobj", "nsubjpass", "attr", "conj"}); }

class Chain : Standing {
public:
  Chain(const Scene& scene, const Draft& draft) : Standing(scene, scene.frames.all()[draft.frame]), draft_(draft) {}

  std::string run() const {
    const auto& p = at(draft_.predication);
    auto status = first_status(p);
    if (is_left_open(scene_, p)) return "possible";
    if (p.kind == Kind::verb && frame_.status == "ongoing" && scene_.frames.in_class("evading", p.lemma))
      return "ongoing"; // "wants to evade the sanctions"
    if (is_attribute(p)) return status;
    if (const auto doubt = disbelief(scene_, p); !doubt.empty() && is_firm_or_planned(status)) return doubt;
    if (const auto left = withdrawn(p); !left.empty()) return left;
    if ((is_stopped(p) || is_laid_down_in_stopped(p)) && is_firm_or_planned(status)) return "cancelled";
    if (status == "cancelled" && p.kind == Kind::noun && frame_.status == status)
      if (const auto opened = freed_again(p); !opened.empty()) return opened; // "lifted its freeze on aid"
    auto told = climb(&p, std::move(status));
    if (frame_.status == "failed" && p.kind == Kind::verb) { // "managed to shoot it down", "could not shoot it down"
      if (told == "occurred") return frame_.status;
      if (p.negated && one_of(told, {"cancelled", "denied"})) return "occurred";
    }
    // "urged them to cut off the aid": there is some
    const bool wanted_over = told == "wanted" && frame_.status == "cancelled" && kind_ && !kind_->second.empty();
    return wanted_over && scene_.frames.in_class("ceasing", p.lemma) ? "ongoing" : told;
  }

private:
  static bool is_firm_or_planned(const std::string& status) { return is_firm(status) || status == "planned"; }

  // What the words above say, from the inside out.
  std::string climb(const Predication* p, std::string status) const {
    bool open = is_open(*p);
    for (int depth = 0; depth < 12; ++depth) {
      if (p->relation == Relation::adverbial && one_of(p->mark, {"if", "unless", "in case", "whether"}))
        return status == "wanted" ? status : "possible";
      if (p->mark == "whether") return is_weighed(*p) ? "wanted" : "possible";
      if (p->infinitive && is_choice(*p)) return "wanted";
      if (!p->above || p->relation == Relation::relative || p->relation == Relation::root) break;
      const auto& governor = at(*p->above);
      if (p->token < governor.token && scene_.has_semicolon(p->token, governor.token)) break;
      if (is_yet_to_come(*p)) return is_firm(status) ? "planned" : status;
      if (is_set_beside(*p, governor)) break;
      if (is_grudge(*p, governor) || is_circumstance(*p, governor) || is_reason(*p, governor) ||
          is_preposition(governor) || is_occasion(*p, governor))
        break;
      if (p->relation == Relation::clause && is_left_open(scene_, governor) && is_firm(status)) return "possible";
      if (comes_close(governor, *p)) return governor.negated ? "denied" : "failed";
      if (rules_out(*p, governor)) return "cancelled";
      if (is_awaited(*p, governor)) return is_firm(status) ? "planned" : status;
      if (kind_ && kind_->is_giving() && is_bargained_over(scene_, *p) && is_firm(status)) status = "wanted";
      if (p->relation == Relation::adverbial && !is_purpose(*p)) break;
      if (is_called_untrue(governor)) return "denied";
      if (const auto opened = freed_again(governor); !opened.empty()) return opened;
      if (const auto opened = freed_beside(*p, governor); !opened.empty()) return opened;
      if (const auto kept = kept_going(*p, governor, status); !kept.empty()) return kept;
      // A noun says what is planned of what it governs; what it stands in ("in talks", "by the attack") does not.
      const bool spans = p->mark == "of" && scene_.frames.in_class("span-word", governor.lemma); // "two days of talks"
      if (p->relation == Relation::argument && governor.kind == Kind::noun && !embeds(governor) && !spans &&
          !is_in_idiom(governor))
        break;
      if (is_bare_gerund(*p) && p->mark == "for") break; // "wants to thank them for sending": sent it is
      if (p->infinitive && governor.kind == Kind::verb && governor.lemma == "stop") break; // "stopped to meet her"
      if (status == "occurred" && is_being_met(*p, governor)) return "ongoing";
      if (is_reacted_to(*p, governor) || is_spoken_of(*p, governor)) break;
      if (is_thought_possible(*p, governor) && is_firm(status)) return "possible";
      if (const auto held = held_by_subject(*p, governor); !held.empty() && is_firm_or_planned(status)) return held;
      if (is_neither_denied(governor)) return "possible";
      status = under(governor, *p, std::move(status), open);
      if (governor.kind == Kind::noun && decides(governor)) // "failed attempts to send"
        status = with_adverbs(governor, std::move(status));
      if (stands_apart(*p, governor)) break;
      if (governor.kind == Kind::noun && scene_.frames.in_class("negotiation", governor.lemma))
        break; // "postponed talks on a truce": the talks
      open = open && (governor.infinitive || governor.kind == Kind::noun || is_bare(governor));
      p = &governor;
    }
    return status;
  }

  // "the sale, which the president has blocked", "a shipment that was put on hold"
  bool is_stopped(const Predication& p) const {
    if (p.kind != Kind::noun) return false;
    for (const auto child : scene_.tree.children(p.token)) {
      if (scene_.tree.dep(child) != "relcl") continue;
      const auto index = scene_.predications.find_at(child);
      if (!index || !stops(at(*index)) || !is_firm(told_by(at(*index), 0))) continue;
      const auto& arguments = at(*index).arguments;
      if (std::any_of(arguments.begin(), arguments.end(),
                      [&](const auto& a) { return a.token == p.token && a.position == predicate::Position::object; }))
        return true;
    }
    return false;
  }

  // "the last troops in Chad will WITHDRAW": what they do ends what their being there is. Empty: nothing of the kind.
  std::string withdrawn(const Predication& p) const {
    if (p.kind != Kind::noun || frame_.status != "ongoing" || !p.above || p.relation != Relation::argument) return {};
    const auto& leaving = at(*p.above);
    if (!p.mark.empty() || leaving.kind == Kind::noun || leaving.negated) return {};
    const auto frames = frames_of(scene_, leaving);
    const bool ends = std::any_of(frames.begin(), frames.end(), [&](auto f) {
      const auto& other = scene_.frames.all()[f];
      return other.event == frame_.event && other.status == "cancelled";
    });
    const auto told = ends ? told_by(leaving, 0) : std::string();
    return is_firm_or_planned(told) ? "cancelled" : told;
  }

  // "blocked a bill that would have sent arms": what the thing that is stopped was to do.
  bool is_laid_down_in_stopped(const Predication& p) const {
    const bool lays_down = (p.relation == Relation::relative && p.modal == "would") ||
                           (p.infinitive && (p.relation == Relation::relative || p.relation == Relation::adnominal));
    if (!lays_down || p.negated || !p.above) return false;
    const auto& bill = at(*p.above);
    if (bill.kind != Kind::noun || !bill.above || !one_of(scene_.tree.dep(bill.token), {"dobj", "nsubjpass"}))
      return false;
    const auto& verb = at(*bill.above);
    const bool rejected = !verb.negated && (scene_.frames.in_class("turning-down", verb.lemma) ||
                                            scene_.frames.in_class("giving-up", verb.lemma));
    return (rejected || stops(verb)) && is_firm(told_by(verb, 0));
  }

  // "reports that they sold arms are false", "it is not true that they sold arms"
  bool is_called_untrue(const Predication& said) const {
    const auto* copula = &said;
    if (said.kind == Kind::noun && said.above && scene_.tree.dep(said.token) == "nsubj") copula = &at(*said.above);
    if (copula->lemma != "be" || (said.kind == Kind::noun && copula == &said)) return false;
    const auto judged = scene_.tree.child(copula->token, "acomp");
    if (judged == scene_.tree.size()) return false;
    const auto word = predicate::lower(scene_.tree.lemma(judged));
    return scene_.frames.in_class(copula->negated ? "true" : "untrue", word);
  }

  // "lifted its ban on selling arms": it may be done again, as far as the ban is lifted. Empty: no ban, or it stands.
  std::string freed_again(const Predication& ban) const {
    if (ban.kind != Kind::noun || !ban.above || !stops(ban) || scene_.tree.dep(ban.token) != "dobj") return {};
    const auto& lifting = at(*ban.above);
    if (!scene_.frames.in_class("undoing", lifting.lemma)) return {};
    const auto told = climb(&lifting, told_by(lifting, 0));
    return is_firm(told) ? "planned" : told;
  }

  // "lifted a ban on SENDING arms", "imposed a ban on the SALE", with "on" hung on the verb.
  std::string freed_beside(const Predication& p, const Predication& lifting) const {
    const auto ban = scene_.tree.child(lifting.token, "dobj");
    if (p.mark != "on" || lifting.kind == Kind::noun || ban == scene_.tree.size() || ban > p.token) return {};
    const auto found = scene_.predications.find_at(ban);
    if (!found || at(*found).kind != Kind::noun || !stops(at(*found))) return {};
    const auto freed = freed_again(at(*found));
    return !freed.empty() || lifting.negated ? freed : "cancelled";
  }

  // "failed to stop the shipments", "wants them to stop selling arms": what is not stopped goes on. Empty: it is.
  std::string kept_going(const Predication& p, const Predication& governor, const std::string& status) const {
    const bool ceases = scene_.frames.in_class("ceasing", governor.lemma);
    const bool undoes =
        frame_.status == "ongoing" && p.kind == Kind::noun && scene_.frames.in_class("undoing", governor.lemma);
    if (!is_firm(status) || governor.negated || !(undoes || stops(governor))) return {};
    if (p.kind == Kind::noun && scene_.tree.dep(p.token) == "nsubj" && governor.kind != Kind::noun) return {};
    const auto fate = climb(&governor, told_by(governor, 0));
    if (one_of(fate, {"failed", "denied", "cancelled"})) // "refused to rule out striking": it may
      return may_be_if_negated(governor) ? "possible" : status;
    if ((ceases || undoes) && one_of(fate, {"wanted", "possible"})) return "ongoing";
    return {};
  }

  bool may_be_if_negated(const Predication& p) const {
    const auto words = scene_.frames.embedded_by(kind_of(p), p.lemma);
    return std::any_of(words.begin(), words.end(), [&](auto i) {
      const auto& embedding = scene_.frames.embeddings()[i];
      return embedding.status == "cancelled" && embedding.status_negated == "possible";
    });
  }

  // "is weighing whether to send"
  bool is_weighed(const Predication& p) const {
    if (!p.infinitive || !p.above) return false;
    return gives(at(*p.above), "wanted");
  }

  // "it is possible that they sold arms"
  bool is_thought_possible(const Predication& p, const Predication& copula) const {
    if (p.relation != Relation::clause || copula.lemma != "be" || copula.negated) return false;
    const auto judged = scene_.tree.child(copula.token, "acomp");
    if (judged == scene_.tree.size()) return false;
    const auto indices =
        scene_.frames.embedded_by(pack::WordKind::adjective, predicate::lower(scene_.tree.lemma(judged)));
    return std::any_of(indices.begin(), indices.end(),
                       [&](auto i) { return scene_.frames.embeddings()[i].status == "possible"; });
  }

  bool is_open(const Predication& p) const {
    return p.infinitive || p.kind == Kind::noun || p.kind == Kind::participle || p.progressive || is_bare(p) ||
           is_being_done(p);
  }

  // "U.S.-supplied weapons", "people killed in the raid": a participle that only describes; one with a subject or an
  // auxiliary is a clause.
  bool is_attribute(const Predication& p) const {
    return p.kind == Kind::participle && !p.infinitive && !scene_.tree.has_child(p.token, "aux") &&
           !scene_.tree.has_child(p.token, "mark") && !scene_.tree.has_child(p.token, "nsubj") && !is_bare_gerund(p);
  }

  bool speaks() const { return kind_ && kind_->speaks; }

  std::string first_status(const Predication& p) const {
    auto status = told_by(p, 0);
    if (speaks() && status == "ongoing" && p.tense == Tense::present && !p.progressive) status = "occurred";
    // A state is told by nouns and participles ("the war", "Iran-backed"); a finite verb tells its own time.
    // … unless it only voices the state: "reaffirmed its support".
    const bool tells_time =
        is_firm(frame_.status) && p.kind == Kind::verb && !scene_.frames.in_class("reaffirming", p.lemma);
    if (!frame_.status.empty() && is_firm(status) && !tells_time) status = frame_.status;
    if (frame_.status == "ongoing" && lies_ahead(status) && is_known_by_subject(p)) status = "ongoing";
    if (status == "ongoing" && p.kind == Kind::noun && is_last_one(p)) status = "occurred";
    if (status == "occurred" && (is_said_to_go_on(scene_, p) || is_for_what_goes_on(p))) status = "ongoing";
    if (frame_.status == "wanted" && status == "planned") status = frame_.status;    // "will ask for tanks"
    if (frame_.status == "cancelled" && status == "planned") status = frame_.status; // "will withdraw"
    return with_adverbs(p, std::move(status));
  }

  static bool lies_ahead(const std::string& status) { return one_of(status, {"planned", "possible"}); }

  // "THESE SANCTIONS will hit the war chest": they are there already.
  bool is_known_by_subject(const Predication& p) const {
    const auto subject = p.kind == Kind::verb ? scene_.tree.child(p.token, "nsubj") : scene_.tree.size();
    if (subject == scene_.tree.size()) return false;
    const auto det = scene_.tree.child(subject, "det");
    if (det == scene_.tree.size() || !one_of(scene_.words[det], {"the", "these", "those", "this"})) return false;
    return names_event(scene_, subject, frame_.event);
  }

  // "thanked them for their continued support"
  bool is_for_what_goes_on(const Predication& p) const {
    if (p.kind == Kind::noun || speaks()) return false;
    const auto children = scene_.tree.children(p.token);
    return std::any_of(children.begin(), children.end(), [&](auto child) {
      const auto what = scene_.words[child] == "for" ? scene_.tree.child(child, "pobj") : scene_.tree.size();
      const auto adjective = what != scene_.tree.size() ? scene_.tree.child(what, "amod") : scene_.tree.size();
      if (adjective == scene_.tree.size()) return false;
      const auto words = scene_.frames.embedded_by(pack::WordKind::adjective, scene_.words[adjective]);
      return std::any_of(words.begin(), words.end(),
                         [&](auto i) { return scene_.frames.embeddings()[i].status == "ongoing"; });
    });
  }

  // "their last war", "the previous campaign", "recent deliveries"
  bool is_last_one(const Predication& p) const {
    for (const auto child : scene_.tree.children(p.token))
      if (scene_.tree.dep(child) == "amod" &&
          one_of(scene_.words[child], {"last", "previous", "earlier", "past", "recent"}))
        return true;
    return false;
  }

  bool embeds(const Predication& p) const { return !embeddings_of(scene_, p).empty(); }

  std::string with_adverbs(const Predication& p, std::string status) const {
    for (const auto& adverb : p.adverbs)
      for (const auto kind : {pack::WordKind::adverb, pack::WordKind::adjective, pack::WordKind::verb})
        for (const auto index : scene_.frames.embedded_by(kind, adverb)) {
          const auto& words = scene_.frames.embeddings()[index];
          if (words.reports || words.status.empty()) continue;
          if (kind == pack::WordKind::verb && p.kind != Kind::noun)
            continue; // "planned delivery": the participle before a noun
          const bool doubts = words.status == "possible" && kind == pack::WordKind::adverb;
          if ((is_firm(status) || (doubts && status == "planned")) && !p.negated) status = words.status;
        }
    return status;
  }

  std::string under(const Predication& governor, const Predication& p, std::string status, bool open) const {
    const auto indices = embeddings_of(scene_, governor);
    if (has_yet_to(governor, p)) return "denied";
    // "put deliveries on hold", but not a war that "keeps talks on hold"
    if (p.kind == Kind::noun && one_of(scene_.tree.dep(p.token), {"dobj", "nsubjpass"}) && !governor.negated &&
        !(kind_ && kind_->opposes) && is_put_on_hold(scene_, governor) && (is_firm(status) || status == "planned"))
      return "cancelled";
    if (is_bidden(governor, p) && is_firm(status)) return with_mood_of(governor, "wanted");
    if (!decides(governor) || is_perpetrated(governor, p)) {
      const bool reports = words_report(indices);
      // "has evidence that it was sold": what the verb is to its noun it is not to the clause.
      const bool holds_clause = p.token != at(draft_.predication).token && scene_.tree.has_child(p.token, "acl");
      if (p.relation == Relation::argument && governor.kind != Kind::noun && !reports && is_firm(status) &&
          !holds_clause)
        return under_plain_verb(governor, p, std::move(status));
      // "has received no request for tanks": nobody has asked
      if (status == "wanted" && p.kind == Kind::noun && governor.kind == Kind::verb && governor.negated &&
          one_of(scene_.tree.dep(p.token), {"dobj", "nsubjpass"}) &&
          one_of(governor.lemma, {"receive", "get", "make", "submit", "have", "see"}))
        return told_by(governor, 0);
      // "did not renew the licence"
      if (status == "planned" && p.kind == Kind::noun && governor.kind == Kind::verb && governor.negated &&
          one_of(scene_.tree.dep(p.token), {"dobj", "nsubjpass"}) && scene_.frames.in_class("granting", governor.lemma))
        return "cancelled";
      return status;
    }
    if (is_ended(governor, p)) return "occurred";
    if (awaits(governor, p)) return "possible";
    for (const auto index : indices) {
      const auto& words = scene_.frames.embeddings()[index];
      const auto given = meant_by(words, governor);
      if (given.empty()) continue;
      // "the visit ended": over, not called off.
      if (given == "cancelled" && p.kind == Kind::noun && scene_.tree.dep(p.token) == "nsubj" &&
          !scene_.frames.in_class("collapsing", governor.lemma))
        continue;
      if (is_merely_its_subject(governor, p, words)) continue;
      if (given == "failed" && is_to_be_met(governor, p)) continue;
      if (given == "wanted" && governor.lemma == "call" && p.kind == Kind::noun && p.mark.empty())
        continue; // "what it called an act of war"
      // "did not stop the war": it goes on as it did.
      if (governor.negated && words.status == "cancelled" && p.kind == Kind::noun) continue;
      // A finite clause under a word of planning or wanting tells what is so; only an open form is planned or wanted.
      const bool softens = one_of(given, {"planned", "wanted", "ongoing", "occurred"});
      const bool subjunctive = given == "wanted" && is_demanded(governor, p);
      if (softens && !open && !subjunctive && p.relation == Relation::clause && (words.reports || is_firm(status)))
        continue;
      if (softens && p.relation == Relation::argument && !p.mark.empty() && whole_of(p) == p.token &&
          governor.kind != Kind::noun &&
          (p.token < governor.token || !one_of(p.mark, {"for", "to", "on", "of", "about", "with"}) ||
           (given == "wanted" && p.mark == "with"))) // "supports them with DELIVERIES"
        continue;
      // "warned that it is sending": a warning that tells what is so.
      if (given == "possible" && words_report(indices) && !governor.passive && !governor.negated && is_firm(status) &&
          tells_time(p))
        continue;
      if (one_of(given, {"denied", "failed"}) && status == "wanted" && p.kind == Kind::noun) { // "rejected a request"
        status = "cancelled";
        break;
      }
      if (is_judged(governor) || is_found_wanting(governor, p, given)) continue;
      if (given == "occurred" && !is_firm(status) && status != "planned") continue;
      if (given == "possible" && status == "wanted") continue; // "is likely to ask for it"
      if (given == "wanted" && (is_topic(governor, p) || is_grievance(governor, p))) continue;
      if (given == "planned" && is_agreed_on(governor, p)) return "occurred";
      if (given == "wanted" && status == "cancelled" && status == frame_.status) { // "demanded that they withdraw"
        status = given;
        break;
      }
      // Denied, failed, cancelled and possible win over what stands inside; the rest only over a bare event.
      if (given == "planned" && governor.lemma == "right" && is_had(governor)) return "possible";
      const bool cleared =
          given == "planned" && status == "possible" && p.kind == Kind::noun && governor.kind != Kind::noun;
      if (!softens || is_firm(status) || status == "planned" || cleared) status = with_mood_of(governor, given);
      break;
    }
    return status;
  }

  // "TOLD Peru to send tanks": nobody has sent any yet. "Reported him to have sent them" tells what is so.
  bool is_bidden(const Predication& governor, const Predication& p) const {
    return p.infinitive && !p.perfect && p.relation == Relation::clause && governor.kind != Kind::noun &&
           !governor.negated && scene_.frames.in_class("telling-to", governor.lemma);
  }

  // What the words give to events of this type. A blow that is expected is no plan of those who expect it; who tries to
  // take a town is at it, who tries to bring about a truce or a sale only wants it.
  std::string meant_by(const pack::Embedding& words, const Predication& governor) const {
    const auto& given = given_by(words, governor);
    if (!kind_) return given;
    if (kind_->opposes && given == "planned" && scene_.frames.in_class("expecting", governor.lemma)) return "possible";
    const bool tries = governor.kind != Kind::noun && given == "ongoing" && words.status_past == "failed";
    return tries && !kind_->opposes ? "wanted" : given;
  }

  // "arms to repel the attack": it has not been repelled yet.
  bool is_to_be_met(const Predication& governor, const Predication& p) const {
    return governor.kind == Kind::verb && p.kind == Kind::noun && scene_.tree.dep(p.token) == "dobj" &&
           (governor.infinitive || governor.progressive);
  }

  // "committed a massacre", which is no pledge as "committed aid" is
  bool is_perpetrated(const Predication& governor, const Predication& p) const {
    return kind_ && kind_->opposes && governor.lemma == "commit" && p.light_verb && *p.light_verb == governor.token;
  }

  // "the attack risks a wider war": there was one; what "seems" is not said of the subject alone.
  static bool is_merely_its_subject(const Predication& governor, const Predication& p, const pack::Embedding& words) {
    if (p.kind != Kind::noun || governor.kind != Kind::verb || governor.passive) return false;
    return p.relation == Relation::argument && p.mark.empty() && p.token < governor.token &&
           one_of(words.status, {"possible", "wanted", "planned"}) && !words.status_negated.empty();
  }

  // "must PREPARE for a Russian attack": the one who is attacked.
  bool awaits(const Predication& governor, const Predication& p) const {
    if (!kind_ || !kind_->opposes || p.kind != Kind::noun || governor.kind == Kind::noun || p.mark != "for")
      return false;
    const auto found = draft_.roles.find(kind_->second);
    return found != draft_.roles.end() && std::any_of(found->second.begin(), found->second.end(), [&](const Filler& f) {
             return std::any_of(governor.arguments.begin(), governor.arguments.end(), [&](const auto& a) {
               return a.position == predicate::Position::subject && a.token == f.token;
             });
           });
  }

  // "has the right to strike": it may; who is given the right is cleared to.
  bool is_had(const Predication& noun) const {
    return noun.kind == Kind::noun && noun.above && scene_.tree.dep(noun.token) == "dobj" &&
           at(*noun.above).lemma == "have";
  }

  // "the truce that ended the war", "the war ended in May"
  bool is_ended(const Predication& governor, const Predication& p) const {
    const bool takes_place =
        frame_.lasting || (kind_ && (kind_->together || (kind_->both_sides && kind_->pair_group.empty())));
    return takes_place && p.kind == Kind::noun && governor.kind != Kind::noun && governor.lemma == "end" &&
           !governor.negated && governor.tense == Tense::past && governor.modal.empty();
  }

  static bool tells_time(const Predication& p) {
    return p.relation == Relation::clause && p.kind == Kind::verb && p.tense != Tense::none && p.modal.empty();
  }

  // "it seems odd that they sold it": what seems is how it is judged.
  bool is_judged(const Predication& governor) const {
    return governor.kind == Kind::verb && scene_.tree.has_child(governor.token, "ccomp") &&
           (scene_.tree.has_child(governor.token, "oprd") || scene_.tree.has_child(governor.token, "acomp"));
  }

  // "dismissed the pact as insufficient": there is one.
  bool is_found_wanting(const Predication& governor, const Predication& p, const std::string& given) const {
    if (given != "denied" || p.kind != Kind::noun) return false;
    for (const auto child : scene_.tree.children(governor.token))
      if (scene_.words[child] == "as")
        for (const auto judged : scene_.tree.children(child))
          if (scene_.tree.tag(judged) == "JJ" &&
              scene_.frames.embedded_by(pack::WordKind::adjective, predicate::lower(scene_.tree.lemma(judged))).empty())
            return true;
    return false;
  }

  // "came close to sending"
  bool comes_close(const Predication& governor, const Predication& p) const {
    return p.mark == "to" && scene_.tree.tag(p.token) == "VBG" && governor.kind == Kind::verb &&
           governor.tense == Tense::past &&
           std::any_of(governor.adverbs.begin(), governor.adverbs.end(),
                       [&](const std::string& adverb) { return scene_.frames.in_class("nearness", adverb); });
  }

  // "a truce was agreed": it is there by that, unlike a sale.
  bool is_agreed_on(const Predication& governor, const Predication& p) const {
    return governor.lemma == "agree" && governor.passive && !governor.negated && is_firm(told_by(governor, 0)) &&
           p.kind == Kind::noun &&
           (scene_.frames.in_class("pact", p.lemma) || scene_.frames.in_class("truce", p.lemma));
  }

  // "discussed China's support": it is there already.
  bool is_topic(const Predication& governor, const Predication& p) const {
    return p.kind == Kind::noun && scene_.frames.in_class("topic", governor.lemma) &&
           (is_last_one(p) || std::any_of(p.arguments.begin(), p.arguments.end(), [&](const auto& a) {
              return a.position == predicate::Position::possessor ||
                     (a.position == predicate::Position::modifier && scene_.mention(a.token) && // "CHINESE support"
                      p.token == at(draft_.predication).token);
            }));
  }

  // "demanded that France withdraw": the tagger sees a present tense.
  bool is_demanded(const Predication& governor, const Predication& p) const {
    const auto tag = scene_.tree.tag(p.token);
    const auto indices = embeddings_of(scene_, governor);
    return p.mark == "that" && (tag == "VB" || tag == "VBP") && !scene_.tree.has_child(p.token, "aux") &&
           std::none_of(indices.begin(), indices.end(), [&](auto i) { return scene_.frames.embeddings()[i].reports; });
  }

  // "may resume sending", "will continue to send", "should allow": the governing word is itself not yet so.
  std::string with_mood_of(const Predication& governor, const std::string& given) const {
    if (governor.kind == Kind::noun || governor.negated) return given;
    auto told = told_by(governor, 0);
    if (one_of(given, {"ongoing", "occurred"}) && !is_firm(told)) return told;
    if (given == "occurred" && governor.progressive) return "planned"; // "is finalising a sale"
    if (given == "planned" && told == "possible") return told;
    if (given == "planned" && one_of(governor.modal, {"may", "might", "could", "should", "must"})) return told;
    return given;
  }

  // "a ROUND of sanctions was adopted"
  TokenIndex whole_of(const Predication& p) const {
    if (p.mark != "of" || scene_.tree.dep(p.token) != "pobj") return p.token;
    const auto of = scene_.tree.head(p.token);
    if (scene_.tree.is_root(of)) return p.token;
    const auto whole = scene_.tree.head(of);
    return scene_.frames.in_class("container", predicate::lower(scene_.tree.lemma(whole))) ? whole : p.token;
  }

  // A plain verb over a nominal event dates and denies it: "the delivery took place", "no sale was made".
  std::string under_plain_verb(const Predication& governor, const Predication& p, std::string status) const {
    auto told = told_by(governor, 0);
    const auto whole = whole_of(p);
    const auto dep = scene_.tree.dep(whole);
    if (!p.mark.empty() && whole == p.token) {
      if (p.mark == "under") return status == "ongoing" || !frame_.status.empty() ? status : told;
      if (p.mark == "in" && takes_part(governor.lemma)) return told;
      if (one_of(p.mark, {"in", "at"}) && governor.lemma == "be" && told == "occurred" && is_backshifted(governor))
        return "ongoing"; // "said that they were in contact"
      const bool circumstance = one_of(p.mark, {"at", "during", "in", "for", "on"});
      return told == "planned" && circumstance && frame_.status.empty() && kind_ && kind_->together ? told : status;
    }
    // "the strike is not the first": there was one.
    if (dep == "nsubj" && governor.lemma == "be" && governor.negated && scene_.tree.has_child(governor.token, "attr"))
      return status;
    const bool light = p.light_verb && *p.light_verb == governor.token;
    const bool happens = is_verb_of_happening(governor.lemma);
    if (happens) // "shipments were underway"
      if (auto state = state_of_subject(governor)) return *state;
    if (dep == "nsubj" && governor.modal == "would" && is_any_such(p))
      return "possible"; // "a strike would widen the war"
    if (dep == "nsubj" && governor.lemma == "last" && governor.tense == Tense::past && is_firm(told)) return told;
    if (status == "ongoing" && is_firm(told)) // what goes on does not stop with what it does
      return told == "occurred" && is_object(dep) && (light || (governor.tense == Tense::past && !governor.perfect))
                 ? told
                 : status;
    if (is_firm(told)) return told;
    if (status == "ongoing" && !frame_.status.empty()) return light || happens ? told : status;
    if (dep == "nsubj" && !happens) return status; // "the strikes may widen the war": they were
    if (told == "denied" && !light && !happens && dep != "nsubjpass") return status;
    return told;
  }

  // "a truce is close", "a deal is within reach"
  bool is_at_hand(const Predication& copula) const {
    for (const auto child : scene_.tree.children(copula.token)) {
      const auto dep = scene_.tree.dep(child);
      if (one_of(dep, {"acomp", "advmod"}) && scene_.frames.in_class("at-hand", scene_.words[child])) return true;
      const auto what = dep == "prep" ? scene_.tree.child(child, "pobj") : scene_.tree.size();
      if (what != scene_.tree.size() && one_of(scene_.words[child], {"within", "in", "at", "on"}) &&
          scene_.frames.in_class("at-hand", scene_.words[what]))
        return true;
    }
    return false;
  }

  // "an attack", "any attack", where that there was one is nowhere said.
  bool is_any_such(const Predication& p) const {
    const auto det = scene_.tree.child(p.token, "det");
    return det != scene_.tree.size() && one_of(scene_.words[det], {"a", "an", "any", "another", "such"});
  }

  std::optional<std::string> state_of_subject(const Predication& copula) const {
    if (copula.lemma != "be" || copula.negated) return std::nullopt;
    if (is_at_hand(copula)) return "planned";
    for (const auto child : scene_.tree.children(copula.token)) {
      if (!one_of(scene_.tree.dep(child), {"acomp", "advmod", "attr"})) continue;
      for (const auto kind : {pack::WordKind::adjective, pack::WordKind::adverb})
        for (const auto index : scene_.frames.embedded_by(kind, predicate::lower(scene_.tree.lemma(child))))
          if (const auto& status = scene_.frames.embeddings()[index].status; !status.empty()) return status;
    }
    return std::nullopt;
  }

  const Draft& draft_;
};

} // namespace

bool lies_ahead(const Draft& draft) {
  return draft.status == "planned" || draft.status == "wanted" || draft.status == "possible";
}

bool is_firm(std::string_view status) { return status == "occurred" || status == "ongoing"; }

std::string status_of(const Scene& scene, const Draft& draft) { return Chain(scene, draft).run(); }

} // namespace stemma::extract
