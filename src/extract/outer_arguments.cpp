#include "extract/outer_arguments.hpp"

#include "extract/course.hpp"
#include "extract/deal_sides.hpp"
#include "extract/fillers.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::Position;
using predicate::Predication;
using predicate::Relation;

// Who does what the predicate says: the subject of a verb, the possessor or author of a noun.
std::vector<TokenIndex> doers(const Predication& p) {
  std::vector<TokenIndex> out;
  for (const auto& a : p.arguments) {
    const bool owns = p.kind == Kind::noun &&
                      (a.position == Position::possessor ||
                       (a.position == Position::oblique && (a.preposition == "by" || a.preposition == "from")));
    if (owns || a.position == Position::subject) out.push_back(a.token);
  }
  return out;
}

std::vector<TokenIndex> askers(const Scene& scene, const Predication& p, std::string_view word_class) {
  const auto* inner = &p;
  for (int depth = 0; depth < 3 && inner->above; ++depth) {
    const bool embedded = (inner->relation == Relation::clause || inner->relation == Relation::adnominal ||
                           inner->relation == Relation::argument) &&
                          !predicate::one_of(inner->mark, {"before", "after", "without", "while", "since"});
    if (!embedded) return {};
    const auto& governor = scene.predications.items[*inner->above];
    if (scene.frames.in_class(word_class, governor.lemma)) return doers(governor);
    if (governor.kind != Kind::noun && !governor.infinitive) return {};
    inner = &governor;
  }
  return {};
}

class Users {
public:
  explicit Users(const Scene& scene) : scene_(scene) {}

  std::vector<TokenIndex> of(const Predication& p) const {
    if (scene_.tree.dep(p.token) == "acl" && scene_.tree.has_child(p.token, "mark"))
      return {}; // "rejected charges that it had sent arms": no thing is described
    for (const auto& a : p.arguments)
      if (const auto meant = thing_stood_for(scene_, a.token);
          (a.position == Position::object &&
           (p.kind == Kind::participle || p.relation == Relation::relative || meant)) ||
          (a.position == Position::subject && p.kind == Kind::participle)) { // "has soldiers FIGHTING there"
        auto thing = meant.value_or(a.token);
        auto users = of_thing(thing);
        // "has drones in its ARSENAL, which were sent by …": the clause may speak of the phrase above.
        for (int depth = 0;
             depth < 2 && users.empty() && scene_.tree.dep(thing) == "pobj" && p.relation == Relation::relative;
             ++depth) {
          thing = scene_.tree.head(scene_.tree.head(thing));
          users = of_thing(thing);
        }
        if (!users.empty()) return users;
      }
    return {};
  }

private:
  std::vector<TokenIndex> of_thing(TokenIndex thing) const {
    const auto& tree = scene_.tree;
    if (const auto owner = tree.child(thing, "poss"); owner != tree.size()) return {whose(owner)};
    for (int depth = 0; depth < 50 && tree.dep(thing) == "conj" && !tree.is_root(thing); ++depth)
      thing = tree.head(thing);
    if (tree.is_root(thing)) return {};
    auto dep = tree.dep(thing);
    auto governor = tree.head(thing);
    for (int depth = 0; depth < 3 && dep == "pobj" && counts(governor); ++depth) { // "used some of the tanks"
      thing = tree.head(governor);
      if (tree.is_root(thing)) return {};
      dep = tree.dep(thing);
      governor = tree.head(thing);
    }
    if (dep == "pobj") {
      const auto& word = scene_.words[governor];
      if (!predicate::one_of(word, {"with", "of", "on"}) || tree.is_root(governor)) return {};
      governor = tree.head(governor);
      if (word != "with" && !uses(governor)) return {}; // "counts ON jets promised by Rome"
      if (word == "with" && tree.dep(governor) == "dobj" && tree.pos(governor) != "VERB")
        governor = tree.head(governor);
    } else if ((dep != "dobj" && dep != "nsubjpass") || !uses(governor)) {
      return {};
    }
    const auto at = scene_.predications.find_at(governor);
    return at ? doers(scene_.predications.items[*at]) : std::vector<TokenIndex>();
  }

  // "the army, WHOSE tanks were sent by …": the army.
  TokenIndex whose(TokenIndex owner) const {
    if (scene_.tree.tag(owner) != "WP$") return owner;
    for (auto t = owner; !scene_.tree.is_root(t); t = scene_.tree.head(t))
      if (scene_.tree.dep(t) == "relcl") return scene_.tree.head(t);
    return owner;
  }

  // The "of" behind a word that only counts.
  bool counts(TokenIndex of) const {
    const auto& tree = scene_.tree;
    if (scene_.words[of] != "of" || tree.is_root(of)) return false;
    const auto head = tree.head(of);
    return predicate::is_counting_word(tree.token(head)) ||
           predicate::one_of(scene_.words[head], {"some", "many", "most", "several", "all", "half", "both"});
  }

  bool uses(TokenIndex governor) const {
    const auto at = scene_.predications.find_at(governor);
    return at && scene_.frames.in_class("using", scene_.predications.items[*at].lemma);
  }

  const Scene& scene_;
};

// "sent tanks to help Kyiv", "sanctions that hit Tehran": whom a clause below the predication or its object is about,
// where its verb is of the class.
std::vector<TokenIndex> aims(const Scene& scene, const Predication& p, std::string_view word_class) {
  std::vector<TokenIndex> out;
  const auto hangs_on = [&](TokenIndex t) {
    return t == p.token || std::any_of(p.arguments.begin(), p.arguments.end(), [&](const predicate::Argument& a) {
             return a.position == Position::object && a.carried == 0 && a.token == t;
           });
  };
  const auto& tree = scene.tree;
  for (const auto& clause : scene.predications.in_sentence(p.sentence)) {
    const bool fronted = clause.token < p.token && clause.infinitive && tree.dep(clause.token) == "advcl" &&
                         tree.head(clause.token) == p.token; // "To help Kyiv, it sent tanks"
    if ((clause.token < p.token && !fronted) || clause.kind == Kind::noun || tree.is_root(clause.token)) continue;
    const bool below =
        clause.infinitive || clause.relation == Relation::relative || clause.relation == Relation::adnominal;
    const auto above = tree.head(clause.token);
    const bool serves = tree.dep(clause.token) == "pcomp" && !tree.is_root(above) && // "money FOR TRAINING pilots"
                        predicate::one_of(scene.words[above], {"for", "on", "toward", "towards"}) &&
                        hangs_on(tree.head(above));
    if (!(below && hangs_on(above)) && !serves) continue;
    if (!scene.frames.in_class(word_class, clause.lemma)) continue;
    const bool unnamed = std::any_of(clause.arguments.begin(), clause.arguments.end(), [&](const auto& a) {
      return a.position == Position::object && tree.pos(a.token) == "NOUN"; // "help refugees IN SUDAN"
    });
    for (const auto& a : clause.arguments)
      if ((a.position == Position::object && !hangs_on(a.token)) ||
          predicate::one_of(a.preposition, {"at", "against", "from"}) || (unnamed && a.preposition == "in"))
        out.push_back(a.token);
  }
  return out;
}

// "rebels with HELP from Rome", "Peru's plan, with HELP from Rome, …", "is on the march with HELP from Rome": the one
// named before it, whose that is, or who does it. "Anger with HELP from Rome" is nobody's gain.
std::vector<TokenIndex> accompanied(const Scene& scene, const Predication& help) {
  const auto& noun = scene.predications.items[*help.above];
  if (!fillers(scene, noun.token, any_party()).empty()) return {noun.token};
  const auto& tree = scene.tree;
  const auto with = tree.is_root(help.token) ? help.token : tree.head(help.token);
  if (with > 0 && scene.words[with - 1] == ",") return doers(noun);
  if (tree.dep(noun.token) != "pobj" || noun.relation != Relation::argument || !noun.above) return {};
  const auto& governor = scene.predications.items[*noun.above];
  return governor.kind == Kind::noun || governor.passive ? std::vector<TokenIndex>() : doers(governor);
}

// "Thanks to HELP from Rome, Kyiv held out": who owes it to that.
std::vector<TokenIndex> owed_to(const Scene& scene, const Predication& help) {
  const auto& tree = scene.tree;
  if (tree.dep(help.token) != "pobj") return {};
  const auto to = tree.head(help.token);
  if (to == 0 || scene.words[to] != "to" || !predicate::one_of(scene.words[to - 1], {"thanks", "owing"})) return {};
  auto above = to;
  for (int depth = 0; depth < 3 && !tree.is_root(above); ++depth) {
    above = tree.head(above);
    if (const auto verb = scene.predications.find_at(above); verb && tree.pos(above) == "VERB")
      return doers(scene.predications.items[*verb]);
  }
  return {};
}

// "relies on SUPPORT from Berlin", "won the BACKING of Paris", "fights on with HELP from Rome": who gets what a noun
// names, as the subject of what governs it.
std::vector<TokenIndex> gainers(const Scene& scene, const Predication& p) {
  if (p.kind != Kind::noun || p.relation != Relation::argument || !p.above) return {};
  const bool accompanies = p.mark == "with" || p.mark == "without";
  if (const auto owed = owed_to(scene, p); !owed.empty()) return owed;
  if (accompanies && scene.predications.items[*p.above].kind == Kind::noun) return accompanied(scene, p);
  const auto& governor = scene.predications.items[*p.above];
  if (governor.kind == Kind::noun) return {};
  if (!accompanies && !scene.frames.in_class("gaining", governor.lemma)) return {};
  std::vector<TokenIndex> out;
  for (const auto& a : governor.arguments)
    if (a.position == (governor.passive ? Position::object : Position::subject) && a.token != p.token)
      out.push_back(a.token);
  return out;
}

// "is in TALKS with Chile over the purchase", "opened TALKS with Chile on the purchase", "is TALKING to Chile about
// buying them": where p is spoken of.
const Predication* talks_about(const Scene& scene, const Predication& p) {
  if (!p.above || p.kind == Kind::participle || !predicate::one_of(p.mark, {"over", "on", "about", "for"}))
    return nullptr;
  const auto& above = scene.predications.items[*p.above];
  if (scene.frames.in_class(above.kind == Kind::noun ? "gathering" : "conferring", above.lemma)) return &above;
  if (above.kind == Kind::noun) return nullptr;
  for (const auto& a : above.arguments) {
    const auto held = a.position == Position::object ? scene.predications.find_at(a.token) : std::nullopt;
    if (held && scene.frames.in_class("gathering", scene.predications.items[*held].lemma))
      return &scene.predications.items[*held];
  }
  return nullptr;
}

// "Peru is negotiating the PURCHASE", "cancelled the PURCHASE": whose own affair a noun names, if the noun does not
// say.
std::vector<TokenIndex> pursuers(const Scene& scene, const Predication& p) {
  if (p.kind != Kind::noun || p.relation != Relation::argument || !p.above) return {};
  if (const auto* talks = talks_about(scene, p)) {
    if (talks->kind != Kind::noun) return doers(*talks);
    const bool held = talks->above && predicate::one_of(talks->mark, {"", "in"});
    return held ? doers(scene.predications.items[*talks->above]) : std::vector<TokenIndex>();
  }
  const auto& governor = scene.predications.items[*p.above];
  if (!p.mark.empty() || governor.kind == Kind::noun || !scene.frames.in_class("pursuing", governor.lemma)) return {};
  const bool is_object = std::any_of(governor.arguments.begin(), governor.arguments.end(), [&](const auto& a) {
    return a.position == Position::object && a.token == p.token;
  });
  return is_object ? doers(governor) : std::vector<TokenIndex>();
}

// "is in talks with Chile over the PURCHASE", "is negotiating with Chile the PURCHASE": with whom one is about it.
std::vector<TokenIndex> partners(const Scene& scene, const Predication& p) {
  if (!p.above) return {};
  const auto* talks = talks_about(scene, p);
  const bool spoken_to = talks && talks->kind != Kind::noun; // "is talking TO Chile about it"
  const auto& governor = scene.predications.items[*p.above];
  if (!talks && p.kind == Kind::noun && p.relation == Relation::argument && p.mark.empty() &&
      governor.kind != Kind::noun && scene.frames.in_class("pursuing", governor.lemma))
    talks = &governor;
  std::vector<TokenIndex> out;
  if (!talks) return out;
  for (const auto& a : talks->arguments)
    if (a.position == Position::oblique && (a.preposition == "with" || (a.preposition == "to" && spoken_to)))
      out.push_back(a.token);
  return out;
}

// "Peru repeated its CALL", "stressed the NEED": who puts a noun into words.
std::vector<TokenIndex> voicers(const Scene& scene, const Predication& p) {
  if (p.kind != Kind::noun || p.relation != Relation::argument || !p.above || !p.mark.empty()) return {};
  const auto& governor = scene.predications.items[*p.above];
  if (governor.kind == Kind::noun || governor.passive || !scene.frames.in_class("voicing", governor.lemma)) return {};
  return doers(governor);
}

// "Peru responded with STRIKES", "threatens Chile with WAR": who does what a noun names.
std::vector<TokenIndex> responders(const Scene& scene, const Predication& p) {
  if (p.kind != Kind::noun || p.relation != Relation::argument || !p.above || p.mark != "with") return {};
  const auto& governor = scene.predications.items[*p.above];
  if (governor.kind == Kind::noun || !scene.frames.in_class("responding", governor.lemma)) return {};
  return doers(governor);
}

// "blamed Peru for the STRIKE", "the STRIKE, which Chile blamed on Peru", "Peru claimed responsibility for the STRIKE",
// "Peru is behind the STRIKE": who is said to have done what the noun names.
std::vector<TokenIndex> blamed(const Scene& scene, const Predication& p) {
  std::vector<TokenIndex> out;
  if (p.kind != Kind::noun) return out;
  const auto take = [&](const Predication& verb, Position position) {
    for (const auto& a : verb.arguments)
      if (a.position == position && a.token != p.token) out.push_back(a.token);
  };
  for (const auto& verb : scene.predications.in_sentence(p.sentence)) {
    if (verb.kind == Kind::noun || verb.negated) continue;
    const bool blames = scene.frames.in_class("blaming", verb.lemma);
    const bool claims = scene.frames.in_class("claiming", verb.lemma);
    for (const auto& a : verb.arguments) {
      if (a.token != p.token) continue;
      if (a.position == Position::oblique && a.preposition == "behind") take(verb, Position::subject);
      if (!blames && !claims) continue;
      if (a.position == Position::oblique && (a.preposition == "for" || a.preposition == "of"))
        take(verb, claims ? Position::subject : Position::object);
      if (a.position == Position::object && blames)
        for (const auto& other : verb.arguments)
          if (other.position == Position::oblique && (other.preposition == "on" || other.preposition == "to"))
            out.push_back(other.token);
    }
  }
  return out;
}

// "warned that PERU was arming rebels": who does what a clause below tells.
std::vector<TokenIndex> clause_subjects(const Scene& scene, const Predication& p) {
  std::vector<TokenIndex> out;
  for (const auto& clause : scene.predications.in_sentence(p.sentence)) {
    if (!clause.above || clause.infinitive || clause.kind == Kind::noun) continue;
    const bool spelt_out = clause.relation == Relation::adnominal && clause.mark == "that"; // "allegations that …"
    if (clause.relation != Relation::clause && !spelt_out) continue;
    if (scene.predications.items[*clause.above].token != p.token) continue;
    for (const auto& a : clause.arguments)
      if (a.position == Position::subject && a.carried == 0) out.push_back(a.token);
  }
  return out;
}

// "'This is a CRIME,' Peru said of the raid": what somebody speaks of who says so.
std::vector<TokenIndex> spoken_of(const Scene& scene, const Predication& p) {
  std::vector<TokenIndex> out;
  const auto* said = &p;
  for (int depth = 0; depth < 3 && said->above && said->relation == Relation::clause; ++depth) {
    said = &scene.predications.items[*said->above];
    const auto words = scene.frames.embedded_by(pack::WordKind::verb, said->lemma);
    const bool reports = said->kind != Kind::noun && std::any_of(words.begin(), words.end(), [&](auto i) {
                           return scene.frames.embeddings()[i].reports;
                         });
    if (!reports) continue;
    for (const auto& a : said->arguments)
      if (a.position == Position::oblique && a.carried == 0 && predicate::one_of(a.preposition, {"of", "about"}))
        out.push_back(a.token);
    break;
  }
  return out;
}

// "In a CALL, Peru's president told Castro …", "At a SUMMIT, Castro and Ortega agreed …": who acts there, and who is
// spoken to.
std::vector<TokenIndex> company(const Scene& scene, const Predication& p) {
  if (p.kind != Kind::noun || p.relation != Relation::argument || !p.above) return {};
  const auto& governor = scene.predications.items[*p.above];
  if (governor.kind == Kind::noun || governor.passive) return {};
  const bool meanwhile = predicate::one_of(p.mark, {"in", "at", "during", "on", "over"});
  if (!meanwhile && !predicate::one_of(p.mark, {"after", "following", "before"})) return {};
  const bool speaks = meanwhile && scene.frames.in_class("addressing", governor.lemma);
  std::vector<TokenIndex> out;
  for (const auto& a : governor.arguments) {
    const bool spoken_to = a.position == Position::object || a.position == Position::indirect_object;
    if ((a.position == Position::subject || (spoken_to && speaks)) && a.token != p.token) out.push_back(a.token);
  }
  return out;
}

// "Under a CONTRACT, Peru will buy tanks from Chile": those between whom that is done which an agreement lays down.
std::vector<TokenIndex> bound(const Scene& scene, const Predication& p) {
  if (p.kind != Kind::noun || p.relation != Relation::argument || !p.above) return {};
  if (p.mark != "under" && p.mark != "per") return {};
  const auto& governor = scene.predications.items[*p.above];
  if (governor.kind == Kind::noun) return {};
  std::vector<TokenIndex> out;
  for (const auto& a : governor.arguments) {
    const bool other_side =
        a.position == Position::indirect_object ||
        (a.position == Position::oblique && predicate::one_of(a.preposition, {"to", "from", "with"}));
    if (a.token != p.token && (a.position == Position::subject || a.position == Position::object || other_side))
      out.push_back(a.token);
  }
  return out;
}

// "defended Peru against the ATTACK": at whom it was aimed.
std::vector<TokenIndex> defended(const Scene& scene, const Predication& p) {
  if (p.kind != Kind::noun || p.relation != Relation::argument || !p.above) return {};
  const auto& governor = scene.predications.items[*p.above];
  if (!predicate::one_of(p.mark, {"against", "from"}) || !scene.frames.in_class("defending", governor.lemma)) return {};
  std::vector<TokenIndex> out;
  for (const auto& a : governor.arguments)
    if (a.position == Position::object && a.token != p.token) out.push_back(a.token);
  return out;
}

bool decides(const Scene& scene, const Predication& p) {
  if (p.kind == Kind::noun || p.kind == Kind::adjective || scene.frames.in_class("hindering", p.lemma)) return false;
  const auto words = scene.frames.embedded_by(pack::WordKind::verb, p.lemma);
  return std::any_of(words.begin(), words.end(), [&](auto i) {
    return predicate::one_of(scene.frames.embeddings()[i].status, {"planned", "ongoing", "cancelled", "occurred"});
  });
}

// "Peru ordered a WITHDRAWAL", "approved the DISPATCH of troops": who decides what the noun names.
std::vector<TokenIndex> deciders(const Scene& scene, const Predication& p) {
  if (p.kind != Kind::noun || p.relation != Relation::argument || !p.mark.empty() || !p.above) return {};
  const auto& governor = scene.predications.items[*p.above];
  return decides(scene, governor) ? doers(governor) : std::vector<TokenIndex>();
}

// "stopped issuing permits for EXPORTS": who decides what leave is given for.
std::vector<TokenIndex> deciders_of_leave(const Scene& scene, const Predication& p) {
  const auto& items = scene.predications.items;
  if (p.kind != Kind::noun || p.relation != Relation::argument || !p.above || p.mark != "for") return {};
  const auto& leave = items[*p.above];
  if (leave.kind != Kind::noun || !scene.frames.in_class("leave-word", leave.lemma)) return {};
  if (auto own = doers(leave); !own.empty() || !leave.above) return own;
  const auto& governor = items[*leave.above];
  const bool is_object = leave.relation == Relation::argument && leave.mark.empty() && governor.kind != Kind::noun;
  return is_object ? doers(governor) : std::vector<TokenIndex>();
}

// "Peru has blocked the SALE": who stands in the way, by himself and not as his wish.
std::vector<TokenIndex> hinderers(const Scene& scene, const Predication& p) {
  if (p.kind != Kind::noun || p.relation != Relation::argument || !p.mark.empty() || !p.above) return {};
  const auto& governor = scene.predications.items[*p.above];
  const bool hinders = governor.kind != Kind::noun && scene.frames.in_class("hindering", governor.lemma);
  return hinders && !governor.infinitive ? doers(governor) : std::vector<TokenIndex>();
}

// "let Kyiv HAVE missiles": who lets it.
std::vector<TokenIndex> granters(const Scene& scene, const Predication& p) {
  if (p.kind == Kind::noun || p.relation != Relation::clause || !p.above) return {};
  const auto& governor = scene.predications.items[*p.above];
  const bool lets = predicate::one_of(governor.lemma, {"let", "allow", "permit"});
  return lets && governor.kind != Kind::noun ? doers(governor) : std::vector<TokenIndex>();
}

constexpr std::string_view aim = "aim-";

} // namespace

std::vector<TokenIndex> outer_arguments(const Scene& scene, const Predication& predication,
                                        const std::string& position) {
  if (position == "asker") return askers(scene, predication, "asking");
  if (position == "bidder") {
    const bool told = predication.relation == Relation::clause && predication.tense == predicate::Tense::past;
    if (told) return {}; // "told them that the ship WENT there": what has been is not asked of anybody
    return askers(scene, predication, "bidding");
  }
  if (position.compare(0, aim.size(), aim) == 0)
    return aims(scene, predication, std::string_view(position).substr(aim.size()));
  if (position == "clause-subject") return clause_subjects(scene, predication);
  if (position == "company") return company(scene, predication);
  if (position == "decider") {
    auto found = deciders(scene, predication);
    return found.empty() ? deciders_of_leave(scene, predication) : found;
  }
  if (position == "course") return courses(scene, predication);
  if (position == "defended") return defended(scene, predication);
  if (position == "partner") return partners(scene, predication);
  if (position == "hinderer") return hinderers(scene, predication);
  if (position == "granter") return granters(scene, predication);
  if (position == "gainer") return gainers(scene, predication);
  if (position == "pursuer") return pursuers(scene, predication);
  if (position == "voicer") return voicers(scene, predication);
  if (position == "responder") return responders(scene, predication);
  if (position == "blamed") return blamed(scene, predication);
  if (position == "bound") return bound(scene, predication);
  if (position == "counterparty") return other_side_of_deal(scene, predication);
  if (position == "first-of-two" || position == "second-of-two")
    return one_of_two(scene, predication, position == "second-of-two");
  if (position == "spoken-of") return spoken_of(scene, predication);
  if (position == "user") return Users(scene).of(predication);
  return {};
}

bool is_bargained_over(const Scene& scene, const Predication& p) {
  return p.kind == Kind::noun && talks_about(scene, p) != nullptr;
}

bool is_asked_to_stop(const Scene& scene, const Predication& p) {
  if (p.negated && p.kind != Kind::noun) return true;
  const auto* inner = &p;
  for (int depth = 0; depth < 3 && inner->above; ++depth) {
    if (scene.frames.in_class("ceasing", inner->lemma)) return true;
    inner = &scene.predications.items[*inner->above];
    if (scene.frames.in_class("asking", inner->lemma)) return false;
  }
  return false;
}

} // namespace stemma::extract
