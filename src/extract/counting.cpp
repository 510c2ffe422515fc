#include "extract/counting.hpp"

#include "extract/time_words.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::one_of;

TokenIndex head_of(const predicate::Tree& tree, TokenIndex first, TokenIndex last) {
  for (auto t = first; t < last; ++t)
    if (tree.is_root(t) || tree.head(t) < first || tree.head(t) >= last) return t;
  return first;
}

bool is_before_noun(std::string_view dep) {
  return one_of(dep, {"nummod", "quantmod", "compound", "nmod", "amod", "det", "predet"});
}

bool is_nominal_link(std::string_view dep) {
  return is_before_noun(dep) || one_of(dep, {"pobj", "dobj", "prep", "npadvmod", "appos", "advmod", "conj", "dep",
                                             "poss", "pcomp", "acl", "dative"});
}

// What a party is no part of: "sold to three countries" counts the countries, not the sale.
bool counts_parties(std::string_view preposition) {
  return one_of(preposition, {"to", "from", "between", "among", "as", "since", "until", "before", "after"});
}

// "the fifth since the passage of a $60 billion bill"
bool is_other_time(std::string_view preposition) {
  return one_of(preposition, {"since", "until", "before", "after", "following", "despite"});
}

// "the 2025 deployment"
bool is_year(const Scene& scene, const Quantity& quantity) {
  const bool bare = quantity.first == quantity.number && quantity.last == quantity.number + 1;
  const auto year = year_number(scene.words[quantity.number]);
  return bare && quantity.unit.empty() && year && *year % 100 != 0 && *year > 1940 && *year < 2060;
}

} // namespace

Counting::Counting(const Scene& scene, const Dating& dating) : scene_(scene) {
  for (auto& quantity : find_quantities(scene.words)) {
    bool in_time = false;
    for (auto t = quantity.first; t < quantity.last; ++t) in_time = in_time || dating.covers(t);
    if (in_time) continue;
    if (auto place = placed(std::move(quantity), dating)) quantities_.push_back(std::move(*place));
  }
  add_singles(dating);
}

// "a frigate", "killed a woman": one of them. Arms count as things, and so does whatever came of an event.
void Counting::add_singles(const Dating& dating) {
  const auto& tree = scene_.tree;
  for (TokenIndex t = 0; t < tree.size(); ++t) {
    if (tree.dep(t) != "det" || (scene_.words[t] != "a" && scene_.words[t] != "an")) continue;
    const auto noun = tree.head(t);
    if (noun < t || tree.tag(noun) != "NN") {
      const bool named = noun > t && tree.tag(noun) == "NNP" && is_countable_thing(noun);
      if (!named) continue;
    }
    if (has_contents(noun)) continue;
    Quantity one;
    one.first = one.number = t;
    one.last = noun + 1;
    one.min = one.max = 1;
    auto place = placed(std::move(one), dating);
    if (!place) continue;
    place->single = true;
    place->counted = noun;
    quantities_.push_back(std::move(*place));
  }
}

// "a number of tanks", "a series of strikes"
bool Counting::has_contents(TokenIndex noun) const {
  const auto& tree = scene_.tree;
  return scene_.frames.in_class("container", predicate::lower(tree.lemma(noun))) &&
         std::any_of(tree.begin_children(noun), tree.end_children(noun),
                     [&](auto child) { return tree.dep(child) == "prep" && scene_.words[child] == "of"; });
}

bool Counting::is_countable_thing(TokenIndex noun) const {
  const auto is_arms = [&](const PlacedMention* mention) {
    return mention && scene_.entities[mention->entity].kind == EntityKind::munition;
  };
  const auto* mention = scene_.mention(noun);
  if (is_arms(mention) && mention->head == noun) return true;
  if (mention || !scene_.frames.in_class("hardware", predicate::lower(scene_.tree.lemma(noun)))) return false;
  const auto& tree = scene_.tree; // "an S-300 launcher": named by what stands before it
  return std::any_of(tree.begin_children(noun), tree.end_children(noun), [&](auto child) {
    return child < noun && (tree.dep(child) == "compound" || tree.dep(child) == "nmod") &&
           is_arms(scene_.mention(child));
  });
}

// "according to three officials", "two people said"
bool Counting::is_of_speakers(TokenIndex counted) const {
  const auto& tree = scene_.tree;
  if (tree.is_root(counted)) return false;
  const auto above = tree.head(counted);
  if (tree.dep(counted) == "pobj")
    return scene_.words[above] == "to" && !tree.is_root(above) && scene_.words[tree.head(above)] == "according";
  const auto said = tree.dep(counted) == "nsubj" ? scene_.predications.find_at(above) : std::nullopt;
  if (!said || scene_.predications.items[*said].kind == Kind::noun) return false;
  const auto words = scene_.frames.embedded_by(pack::WordKind::verb, scene_.predications.items[*said].lemma);
  return std::any_of(words.begin(), words.end(), [&](auto i) { return scene_.frames.embeddings()[i].reports; });
}

// Ages, lengths of time, parts of names.
bool Counting::counts_nothing(const Quantity& quantity, TokenIndex counted) const {
  const auto& words = scene_.words;
  const auto word = [&](std::uint32_t t) { return t < words.size() ? std::string_view(words[t]) : std::string_view(); };
  const auto next = word(quantity.last) == "-" ? quantity.last + 1 : quantity.last;
  if (time_unit(word(next)) || one_of(word(next), {"hour", "hours", "minute", "minutes", "o'clock", "am", "pm"}))
    return true;
  if (is_year(scene_, quantity) || is_distance(quantity) || is_of_speakers(counted)) return true;
  if (time_unit(words[counted]) && scene_.tree.head(quantity.number) == counted) return true;
  // "the war between the TWO sides": those who were named
  if (quantity.first > 0 && one_of(words[quantity.first - 1], {"the", "these", "those", "their"}) &&
      scene_.frames.in_class("paired-party", predicate::lower(scene_.tree.lemma(counted))))
    return true;
  // "155 mm shells", "F-16s": part of a name counts nothing.
  const auto* mention = scene_.mention(quantity.number);
  if (mention && mention->first < quantity.number) return true;
  // "Kamel Ahmad, 56, was …": an age
  const bool bare = quantity.first == quantity.number && quantity.last == quantity.number + 1;
  return bare && quantity.unit.empty() && quantity.first > 0 && words[quantity.first - 1] == "," &&
         one_of(word(quantity.last), {",", "."}) && scene_.tree.dep(quantity.number) == "appos";
}

// "hundreds of missiles", "30 out of 350 licences": what the number is of; the number itself where it is of nothing.
TokenIndex Counting::counted_below(TokenIndex number) const {
  const auto& tree = scene_.tree;
  for (const auto child : tree.children(number)) {
    if (tree.dep(child) != "prep") continue;
    const auto of = scene_.words[child] == "of" ? child : tree.child(child, "prep");
    if (of == tree.size() || scene_.words[of] != "of") continue;
    if (const auto inner = tree.child(of, "pobj"); inner != tree.size()) return inner;
  }
  return number;
}

// "the first of TWO carriers", "the last of the THREE": one of them.
std::optional<TokenIndex> Counting::one_of_these(const Quantity& quantity) const {
  const auto& tree = scene_.tree;
  const auto of = end_of_of(quantity.first);
  if (of < 2) return std::nullopt;
  const auto which = of - 2;
  const auto ordinal = ordinal_number(scene_.words[which]);
  const bool one = (ordinal && *ordinal > 0) || scene_.words[which] == "last" || scene_.words[which] == "one";
  return one && tree.sentence(which) == tree.sentence(quantity.first) && quantity.unit.empty() ? std::optional(which)
                                                                                               : std::nullopt;
}

std::optional<Counting::PlacedQuantity> Counting::placed(Quantity quantity, const Dating& dating) const {
  const auto& tree = scene_.tree;
  PlacedQuantity out;
  out.head = head_of(tree, quantity.number, quantity.last);
  out.counted = out.head;
  // "FIFTY decommissioned tanks": of the tanks, where the parse hangs it on what describes them
  const auto describing = tree.head(out.head);
  if (tree.dep(out.head) == "advmod" && is_figure(out.head) && tree.dep(describing) == "amod" &&
      tree.head(describing) > describing)
    out.counted = describing;
  for (int depth = 0; depth < 5 && is_before_noun(tree.dep(out.counted)) && !tree.is_root(out.counted) &&
                      !dating.covers(tree.head(out.counted)); // "and 40 last year"
       ++depth)
    out.counted = tree.head(out.counted);
  if (out.counted == out.head) out.counted = counted_below(out.head);
  const auto last = quantity.last - 1; // "30 out of 350 licences"
  if (out.counted == out.head && last > out.head && tree.dep(last) == "nummod") out.counted = tree.head(last);
  if (counts_nothing(quantity, out.counted)) return std::nullopt;
  if (const auto which = one_of_these(quantity)) {
    quantity.min = quantity.max = 1;
    quantity.first = *which;
    quantity.approximate = quantity.vague = false;
  }
  // "handed over 34": the particle bounds nothing
  if (quantity.first + 1 == quantity.number &&
      (tree.dep(quantity.first) == "prt" || tree.tag(quantity.first) == "RP")) {
    ++quantity.first;
    if (!quantity.vague) quantity.max = quantity.min;
  }
  auto t = out.head;
  if (out.counted > out.head) out.nominals.push_back(out.counted); // "30 out of 350 licences"
  for (int depth = 0; depth < 12; ++depth) {
    const auto index = scene_.predications.find_at(t);
    if (index && at(*index).kind != Kind::noun && tree.dep(t) != "prep") { // "including" is no verb
      if (!measures(at(*index))) {
        out.carrier = index;
        break;
      }
      t = tree.head(t); // "a package totalling $2 billion": of the package
      continue;
    }
    out.nominals.push_back(t);
    if (tree.dep(t) == "prep" || tree.dep(t) == "agent") out.preposition = scene_.words[t];
    if (one_of(tree.dep(t), {"nsubj", "nsubjpass"})) out.is_subject = true;
    if (tree.is_root(t)) break;
    t = tree.head(t);
  }
  // "shot down 20 of 30 drones": thirty were sent
  const bool thwarted = out.carrier && scene_.frames.in_class("thwarting", at(*out.carrier).lemma);
  if (thwarted && quantity.whole) quantity.min = quantity.max = quantity.whole;
  out.whole = !thwarted && is_whole(quantity);
  if (out.whole && !is_described(out.counted)) return std::nullopt;
  out.quantity = std::move(quantity);
  return out;
}

// "six OF 24 jets", "13 of the 20", "half of its 18"
bool Counting::is_whole(const Quantity& quantity) const {
  const auto of = end_of_of(quantity.first);
  return of >= 2 && quantity.unit.empty() &&
         (is_figure(of - 2) || one_of(scene_.words[of - 2], {"half", "part", "some", "most", "many", "several", "few",
                                                             "third", "quarter", "quarters", "majority"}));
}

// "the jets THEY ORDERED", "the jets PROMISED by Peru"
bool Counting::is_described(TokenIndex noun) const {
  const auto& tree = scene_.tree;
  return tree.has_child(noun, "relcl") || tree.has_child(noun, "acl");
}

// The clause on a noun that the draft is told in.
bool Counting::describes(const Draft& draft, TokenIndex noun) const {
  const auto& tree = scene_.tree;
  auto t = at(draft.predication).token;
  for (int depth = 0; depth < 6 && !tree.is_root(t); ++depth) {
    if (tree.head(t) == noun) return one_of(tree.dep(t), {"relcl", "acl"});
    t = tree.head(t);
  }
  return false;
}

// Behind the "of" that stands before a number with nothing between but an article and whose it is: "of its 18", "of
// Peru's 18". 0: no such.
TokenIndex Counting::end_of_of(TokenIndex number) const {
  auto t = number;
  const auto passes = [&](TokenIndex word) {
    return one_of(scene_.tree.tag(word), {"DT", "PRP$", "POS"}) ||
           (scene_.tree.tag(word) == "NNP" && word + 1 < number && one_of(scene_.tree.tag(word + 1), {"POS", "NNP"}));
  };
  while (t > 0 && passes(t - 1)) --t;
  return t > 0 && scene_.words[t - 1] == "of" ? t : 0;
}

// A number that is exact: not "dozens", "millions".
bool Counting::is_figure(TokenIndex t) const {
  return scene_.tree.tag(t) == "CD" && !scene_.frames.in_class("container", scene_.words[t]);
}

bool Counting::measures(const predicate::Predication& p) const {
  const auto dep = scene_.tree.dep(p.token);
  if (p.kind == Kind::adjective) return scene_.frames.in_class("measuring", p.lemma); // "is worth $2 billion"
  return (dep == "acl" || dep == "relcl" || dep == "amod") && scene_.frames.in_class("measuring", p.lemma);
}

// How many words up from the number a filler stands that it counts; absent: it counts none.
std::optional<std::size_t> Counting::distance_to_filler(const PlacedQuantity& quantity, const Draft& draft) const {
  std::optional<std::size_t> least;
  for (const auto& [role, role_fillers] : draft.roles) {
    const auto& event = scene_.frames.all()[draft.frame].event;
    const bool money = quantity.quantity.unit.size() == 3; // what a package is worth is counted by no item
    if (!scene_.frames.counts(event, role) && !(money && scene_.frames.holds_words(event, role))) continue;
    for (const auto& filler : role_fillers)
      for (std::size_t i = 0; i < quantity.nominals.size(); ++i) {
        const auto t = quantity.nominals[i];
        // "two S-300 launchers": what is counted stands behind the name
        const bool before = one_of(scene_.tree.dep(filler.shown), {"compound", "nmod"}) && filler.shown < t &&
                            scene_.tree.head(filler.shown) == t && is_countable_thing(t);
        if (t == filler.shown || t == filler.token || before) {
          least = std::min(least.value_or(i), i);
          break;
        }
        if (!is_nominal_link(scene_.tree.dep(t)) || is_other_time(scene_.words[t])) break;
      }
  }
  return least;
}

// "sent ten tanks to Peru and six jets to Chile": six are of the jets, which the parse joins to the tanks.
bool Counting::is_closer_to_sibling(const PlacedQuantity& quantity, const Draft& draft,
                                    const std::vector<Draft>& drafts) const {
  const auto own = distance_to_filler(quantity, draft);
  return own && std::any_of(drafts.begin(), drafts.end(), [&](const Draft& other) {
           if (other.predication != draft.predication || &other == &draft || other.frame != draft.frame) return false;
           const auto distance = distance_to_filler(quantity, other);
           return distance && *distance < *own;
         });
}

// "raised its garrison to 300 men"
bool Counting::is_new_size(const PlacedQuantity& quantity) const {
  return quantity.preposition == "to" && quantity.carrier &&
         scene_.frames.in_class("resizing", at(*quantity.carrier).lemma);
}

bool Counting::stands_at_carrier(const PlacedQuantity& quantity, const Draft& draft) const {
  if (counts_parties(quantity.preposition) && !is_new_size(quantity) && quantity.quantity.unit.empty()) return false;
  if (!quantity.is_subject || quantity.quantity.unit.size() == 3)
    return true; // "the package, worth $2 billion, includes"
  const auto& p = at(draft.predication);
  if (p.passive) return true;
  const auto* kind = scene_.frames.find_kind(scene_.frames.all()[draft.frame].event);
  if (kind && kind->is_giving() && scene_.tree.has_child(p.token, "dobj"))
    return false; // "three ships delivered tanks"
  const auto* mention = scene_.mention(quantity.counted);
  const auto lemma = predicate::lower(scene_.tree.lemma(quantity.counted));
  return (mention && scene_.entities[mention->entity].kind == EntityKind::munition) ||
         scene_.frames.in_class("force", lemma);
}

// How closely a quantity belongs to a draft, lower is closer; absent: not at all.
std::optional<unsigned> Counting::rank(const PlacedQuantity& quantity, const Draft& draft) const {
  const auto& p = at(draft.predication);
  const auto sentence = scene_.tree.sentence(quantity.head);
  if (std::none_of(draft.told.begin(), draft.told.end(), [&](auto told) { return at(told).sentence == sentence; }))
    return std::nullopt;
  if (quantity.single && !is_countable_thing(quantity.counted)) return std::nullopt;
  // "delivered six of the 24 jets they ordered": six were delivered, and 24 ordered
  const bool some = quantity.counted > quantity.head && scene_.tree.tag(quantity.head) == "CD" &&
                    !is_before_noun(scene_.tree.dep(quantity.head));
  if ((quantity.whole || some) && describes(draft, quantity.counted) != quantity.whole) return std::nullopt;
  if (distance_to_filler(quantity, draft)) return 0;
  if (quantity.single || sentence != p.sentence) return std::nullopt;
  if (p.kind == Kind::noun) {
    bool parties = false;
    for (const auto t : quantity.nominals) {
      if (t == p.token) return parties ? std::nullopt : std::optional(1U);
      if (scene_.tree.dep(t) == "prep") parties = parties || counts_parties(scene_.words[t]);
    }
  }
  if (counts_tries(quantity, p)) return 1;
  const bool money = quantity.quantity.unit.size() == 3;
  if (!quantity.carrier) { // "the aid is worth $2 billion"
    const auto& up = quantity.nominals;
    const bool same = money && p.kind == Kind::noun && scene_.tree.dep(p.token) == "nsubj" &&
                      std::find(up.begin(), up.end(), scene_.tree.head(p.token)) != up.end();
    return same ? std::optional(3U) : std::nullopt;
  }
  const auto& carrier = at(*quantity.carrier);
  const bool own = *quantity.carrier == draft.predication || (p.light_verb && carrier.token == *p.light_verb);
  if (own && stands_at_carrier(quantity, draft)) return 2;
  if (p.kind == Kind::noun && p.above == quantity.carrier && is_new_size(quantity)) return 2;
  // "the deal is worth $3 billion": money of what its verb is about
  const bool apart = is_other_time(quantity.preposition);
  if (money && p.kind == Kind::noun && p.above == quantity.carrier && !apart) return 3;
  if (counts_means(quantity, draft)) return 4;
  // "promised to support Kyiv, including with €1bn": a part that is named
  const auto& event = scene_.frames.all()[draft.frame].event;
  const bool part = money && quantity.preposition == "including" && scene_.frames.counts(event, "kind");
  if (part && shares_clause(*quantity.carrier, draft)) return 4;
  return std::nullopt;
}

// "two attempts to launch", "a $2 billion contract to sell", "30 export licences": the number is of what leads to the
// event, or is made by its noun.
bool Counting::counts_tries(const PlacedQuantity& quantity, const predicate::Predication& p) const {
  if (!quantity.quantity.unit.empty() && quantity.quantity.unit.size() != 3) return false;
  if (p.kind == Kind::noun && scene_.tree.dep(p.token) == "compound")
    return scene_.tree.head(p.token) == quantity.counted;
  if (p.relation != predicate::Relation::adnominal || !p.infinitive || !p.above) return false;
  const auto& noun = at(*p.above);
  return noun.token == quantity.counted && !scene_.frames.embedded_by(pack::WordKind::noun, noun.lemma).empty();
}

// "signed a $2 billion deal to buy jets": the sum is the deal's and the purchase's.
bool Counting::is_for_sale(const PlacedQuantity& quantity, const Draft& draft) const {
  const auto& p = at(draft.predication);
  if (quantity.quantity.unit.size() != 3 || !p.infinitive || !p.above) return false;
  const auto& governor = at(*p.above);
  const auto deal = governor.kind == Kind::noun ? governor.token : scene_.tree.child(governor.token, "dobj");
  const auto& up = quantity.nominals;
  return deal != scene_.tree.size() && scene_.frames.in_class("pact", predicate::lower(scene_.tree.lemma(deal))) &&
         (quantity.counted == deal || std::find(up.begin(), up.end(), deal) != up.end());
}

// "One was killed and nine WERE HURT in the strike": the first of the two that somebody suffers, each with its own
// subject.
std::optional<predicate::PredicationIndex> Counting::suffers_with(const predicate::Predication& p) const {
  if (!p.passive || scene_.tree.dep(p.token) != "conj") return std::nullopt;
  const auto first = scene_.predications.find_at(scene_.tree.head(p.token));
  return first && at(*first).kind != Kind::noun && at(*first).passive ? first : std::nullopt;
}

// What a predication hangs on, itself first, up to what only reports it.
std::vector<predicate::PredicationIndex> Counting::lineage(predicate::PredicationIndex start) const {
  std::vector<predicate::PredicationIndex> out{start};
  for (int depth = 0; depth < 3; ++depth) {
    const auto& p = at(out.back());
    if (one_of(p.mark, {"since", "before", "until", "despite"})) break;
    if (const auto first = suffers_with(p)) {
      out.push_back(*first);
      continue;
    }
    if (!p.above) break;
    const auto& governor = at(*p.above);
    const auto kind = governor.kind == Kind::noun ? pack::WordKind::noun : pack::WordKind::verb;
    const auto indices = scene_.frames.embedded_by(kind, governor.lemma);
    if (std::any_of(indices.begin(), indices.end(), [&](auto i) { return scene_.frames.embeddings()[i].reports; }))
      break;
    out.push_back(*p.above);
  }
  return out;
}

// The carrier is the event's verb, the verb that governs it, or hangs on one of them, as do verbs joined by "and".
bool Counting::shares_clause(predicate::PredicationIndex carrier, const Draft& draft) const {
  return first_shared(lineage(carrier), lineage(draft.predication)).has_value();
}

std::optional<std::size_t> Counting::first_shared(const std::vector<predicate::PredicationIndex>& up,
                                                  const std::vector<predicate::PredicationIndex>& own) {
  for (std::size_t i = 0; i < up.size(); ++i)
    if (std::find(own.begin(), own.end(), up[i]) != own.end()) return i;
  return std::nullopt;
}

// How far above the carrier it meets the event.
std::optional<std::size_t> Counting::clause_distance(const PlacedQuantity& quantity, const Draft& draft) const {
  return first_shared(lineage(*quantity.carrier), lineage(draft.predication));
}

// "left 12 dead", "300 were left homeless", not "5,000 soldiers left"
bool Counting::is_left_behind(const PlacedQuantity& quantity) const {
  const auto verb = at(*quantity.carrier).token;
  return quantity.counted > verb || scene_.tree.has_child(verb, "auxpass");
}

void Counting::add(const PlacedQuantity& quantity, Draft& draft) const {
  DraftQuantity out{quantity.quantity, std::nullopt, quantity.quantity.first, quantity.quantity.last, {}, std::nullopt};
  for (const auto& [role, role_fillers] : draft.roles)
    for (const auto& filler : role_fillers)
      if (filler.entity && (filler.shown == quantity.counted || filler.token == quantity.counted))
        out.of = filler.entity;
  const auto lemma_of_counted = predicate::lower(scene_.tree.lemma(quantity.counted));
  out.counted = lemma_of_counted;
  if (is_ground(quantity)) { // grows from one telling to the next
    out.counted += std::to_string(out.first);
  } else if (quantity.carrier && has_outcome(quantity, draft)) {
    out.counted += " " + at(*quantity.carrier).lemma;
    if (scene_.tree.tag(quantity.counted) == "CD" || scene_.frames.in_class("people-word", lemma_of_counted))
      out.outcome = quantity.carrier;
  }
  for (const auto& known : draft.quantities)
    if (known.first == out.first) return;
  draft.quantities.push_back(std::move(out));
}

bool Counting::names_somebody(const Draft& draft) {
  return std::any_of(draft.roles.begin(), draft.roles.end(), [](const auto& role) {
    return role.first != "place" && std::any_of(role.second.begin(), role.second.end(),
                                                [](const Filler& f) { return f.entity.has_value() && !f.implied; });
  });
}

// "… have been killed in X since then": the event that X is a side or the place of.
bool Counting::is_placed_as(const PlacedQuantity& quantity, const Draft& draft) const {
  if (!quantity.carrier) return false;
  const auto& arguments = at(*quantity.carrier).arguments;
  return std::any_of(arguments.begin(), arguments.end(), [&](const predicate::Argument& a) {
    const auto* mention = a.preposition == "in" ? scene_.mention(a.token) : nullptr;
    return mention && std::any_of(draft.roles.begin(), draft.roles.end(), [&](const auto& role) {
             return std::any_of(role.second.begin(), role.second.end(),
                                [&](const Filler& f) { return f.entity == mention->entity && !f.implied; });
           });
  });
}

void Counting::complete(std::vector<Draft>& drafts) const {
  for (const auto& quantity : quantities_) {
    std::optional<unsigned> best;
    for (const auto& draft : drafts)
      if (const auto r = rank(quantity, draft); r && (!best || *r < *best)) best = r;
    for (auto& draft : drafts)
      if (best &&
          (rank(quantity, draft) == best || (is_for_sale(quantity, draft) && *best == 0) ||
           counts_means(quantity, draft)) &&
          !is_closer_to_sibling(quantity, draft, drafts))
        add(quantity, draft);
    add_outcomes(quantity, drafts);
    if (!best) add_to_known_thing(quantity, drafts);
  }
}

// "These five batteries": of the event before that told of batteries and did not say how many.
void Counting::add_to_known_thing(const PlacedQuantity& quantity, std::vector<Draft>& drafts) const {
  constexpr std::uint32_t reach = 8; // sentences
  const auto det = scene_.tree.child(quantity.counted, "det");
  const bool definite = det != scene_.tree.size() && one_of(scene_.words[det], {"the", "these", "those"}) &&
                        is_countable_thing(quantity.counted);
  if (!definite || quantity.single || !quantity.quantity.unit.empty() || det > quantity.quantity.number) return;
  const auto* mention = scene_.mention(quantity.counted);
  if (!mention) return;
  const auto thing = mention->entity;
  Draft* last = nullptr;
  for (auto& draft : drafts) {
    const auto& p = at(draft.predication);
    const bool near = p.token < quantity.head && scene_.tree.sentence(quantity.head) - p.sentence <= reach;
    if (near && draft.quantities.empty() && tells_of(draft, thing)) last = &draft;
  }
  if (!last) return;
  add(quantity, *last);
  last->quantities.back().of = thing;
}

bool Counting::tells_of(const Draft& draft, EntityIndex thing) const {
  return std::any_of(draft.roles.begin(), draft.roles.end(), [&](const auto& role) {
    return scene_.frames.counts(scene_.frames.all()[draft.frame].event, role.first) &&
           std::any_of(role.second.begin(), role.second.end(), [&](const Filler& f) { return f.entity == thing; });
  });
}

} // namespace stemma::extract
