#include "extract/draft.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::Predication;
using predicate::Relation;
using predicate::Tense;

bool is_firm(const std::string& status) { return status == "occurred" || status == "ongoing"; }

bool one_of(const std::string& word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// What the predicate's own form says.
std::string own_status(const Predication& p, bool in_title) {
  if (p.kind == Kind::noun) return p.negated ? "denied" : "occurred";
  if (in_title && p.tense == Tense::present && !p.progressive && p.modal.empty() && !p.negated)
    return "occurred"; // "China flies bombers"
  if (!p.modal.empty()) {
    if (p.negated) return one_of(p.modal, {"may", "might"}) ? "possible" : "cancelled";
    if (one_of(p.modal, {"may", "might", "could", "can"})) return "possible";
    if (p.modal == "would") return "planned";
    return "wanted"; // should, must, ought, need
  }
  if (p.tense == Tense::future) return p.negated ? "cancelled" : "planned";
  if (p.negated) return p.infinitive ? "cancelled" : "denied";
  if (p.infinitive) return "planned";
  if (p.progressive && p.tense != Tense::past) return "ongoing";
  if (p.tense == Tense::present && !p.perfect && !p.passive) return "ongoing";
  return "occurred";
}

class Chain {
public:
  Chain(const Scene& scene, const Draft& draft) : scene_(scene), draft_(draft) {}

  std::string run() {
    const auto* p = &at(draft_.predication);
    auto status = own_status(*p, scene_.in_title[p->token]);
    if (is_bare_gerund(*p)) status = status_of_company(*p);
    const auto& implied = scene_.frames.all()[draft_.frame].status;
    // A state is told by nouns and participles ("the war", "Iran-backed"); a finite verb tells its own time.
    const bool tells_time = is_firm(implied) && p->kind == Kind::verb;
    if (!implied.empty() && is_firm(status) && !tells_time) status = implied;
    status = with_adverbs(*p, std::move(status));
    bool open = p->infinitive || p->kind == Kind::noun || p->kind == Kind::participle || p->progressive;
    if (p->kind == Kind::participle && !p->infinitive) return status;
    for (int depth = 0; depth < 12; ++depth) {
      if (p->relation == Relation::adverbial && one_of(p->mark, {"if", "unless", "in case", "whether"}))
        return "possible";
      if (p->mark == "whether") return "possible";
      if (!p->above || p->relation == Relation::relative || p->relation == Relation::root) break;
      if (p->relation == Relation::adverbial) break;
      const auto& governor = at(*p->above);
      // A noun says what is planned of what it governs; what it stands in ("in talks", "by the attack") does not.
      if (p->relation == Relation::argument && governor.kind == Kind::noun && !embeds(governor)) break;
      status = under(governor, *p, std::move(status), open);
      open = open && (governor.infinitive || governor.kind == Kind::noun);
      p = &governor;
    }
    return status;
  }

private:
  // "…, striking a power plant"
  bool is_bare_gerund(const Predication& p) const {
    return p.kind != Kind::noun && p.progressive && p.tense == Tense::none && p.modal.empty() && !p.negated &&
           !p.infinitive && scene_.tree.tag(p.token) == "VBG" && !scene_.tree.has_child(p.token, "aux") &&
           (p.relation == Relation::adverbial || p.relation == Relation::adnominal);
  }

  // A gerund beside a verb is as far as that verb is.
  std::string status_of_company(const Predication& p) const {
    if (p.relation != Relation::adverbial || !p.above) return "ongoing";
    return own_status(at(*p.above), scene_.in_title[p.token]);
  }

  const Predication& at(predicate::PredicationIndex i) const { return scene_.predications.items[i]; }

  static pack::WordKind kind_of(const Predication& p) {
    return p.kind == Kind::noun        ? pack::WordKind::noun
           : p.kind == Kind::adjective ? pack::WordKind::adjective
                                       : pack::WordKind::verb;
  }

  bool embeds(const Predication& p) const { return !scene_.frames.embedded_by(kind_of(p), p.lemma).empty(); }

  std::string with_adverbs(const Predication& p, std::string status) const {
    for (const auto& adverb : p.adverbs)
      for (const auto kind : {pack::WordKind::adverb, pack::WordKind::adjective, pack::WordKind::verb})
        for (const auto index : scene_.frames.embedded_by(kind, adverb)) {
          const auto& words = scene_.frames.embeddings()[index];
          if (words.reports || words.status.empty()) continue;
          if (kind == pack::WordKind::verb && p.kind != Kind::noun)
            continue; // "planned delivery": the participle before a noun
          if (is_firm(status) && !p.negated) status = words.status;
        }
    return status;
  }

  std::string under(const Predication& governor, const Predication& p, std::string status, bool open) const {
    const auto indices = scene_.frames.embedded_by(kind_of(governor), governor.lemma);
    // A plain verb over a nominal event dates and denies it: "the delivery took place", "no sale was made".
    if (indices.empty() || std::all_of(indices.begin(), indices.end(),
                                       [&](auto i) { return scene_.frames.embeddings()[i].status.empty(); })) {
      const bool reports = !indices.empty();
      if (p.relation == Relation::argument && governor.kind != Kind::noun && !reports && is_firm(status) &&
          p.mark.empty())
        return under_plain_verb(governor, status);
      return status;
    }
    for (const auto index : indices) {
      const auto& words = scene_.frames.embeddings()[index];
      if (words.status.empty()) continue;
      const auto& given = governor.negated ? words.status_negated : words.status;
      if (given.empty()) continue;
      // "the visit ended": over, not called off.
      if (given == "cancelled" && p.kind == Kind::noun && scene_.tree.dep(p.token) == "nsubj") continue;
      // A finite clause under a word of planning or wanting tells what is so; only an open form is planned or wanted.
      const bool softens = one_of(given, {"planned", "wanted", "ongoing", "occurred"});
      if (softens && !open && p.relation == Relation::clause) {
        if (words.reports) continue;
        if (is_firm(status)) continue;
      }
      if (softens && p.relation == Relation::argument && !p.mark.empty() && governor.kind != Kind::noun &&
          !one_of(p.mark, {"for", "to", "on", "of", "about", "with"}))
        continue;
      if (given == "occurred" && !is_firm(status) && status != "planned") continue;
      // Denied, failed, cancelled and possible win over what stands inside; the rest only over a bare event.
      if (!softens || is_firm(status) || status == "planned") status = given;
      if (status == "denied" && governor.tense == Tense::future) status = "denied";
      break;
    }
    return status;
  }

  // What goes on does not stop with what it does: "the war has changed Europe".
  std::string under_plain_verb(const Predication& governor, const std::string& status) const {
    auto told = own_status(governor, scene_.in_title[governor.token]);
    return status == "ongoing" && is_firm(told) ? status : told;
  }

  const Scene& scene_;
  const Draft& draft_;
};

} // namespace

std::string status_of(const Scene& scene, const Draft& draft) { return Chain(scene, draft).run(); }

} // namespace stemma::extract
