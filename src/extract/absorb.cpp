#include "extract/absorb.hpp"

#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::Position;

class Absorption {
public:
  Absorption(const Scene& scene, std::vector<Draft>& drafts) : scene_(scene), drafts_(drafts) {}

  void run() {
    std::vector<bool> dropped(drafts_.size(), false);
    for (std::size_t noun = 0; noun < drafts_.size(); ++noun) {
      if (predication(drafts_[noun]).kind != Kind::noun || dropped[noun]) continue;
      for (std::size_t outer = 0; outer < drafts_.size(); ++outer) {
        if (outer == noun || dropped[outer] || !governs(drafts_[outer], drafts_[noun])) continue;
        const bool keep_noun = noun_wins(drafts_[outer], drafts_[noun]);
        auto& kept = drafts_[keep_noun ? noun : outer];
        complete(kept, drafts_[keep_noun ? outer : noun]);
        dropped[keep_noun ? outer : noun] = true;
        if (!keep_noun) break;
      }
    }
    for (std::size_t word = 0; word < drafts_.size(); ++word)
      for (std::size_t whole = 0; whole < drafts_.size() && !dropped[word]; ++whole)
        if (whole != word && !dropped[whole] && is_word_of(drafts_[word], drafts_[whole])) dropped[word] = true;
    for (std::size_t thing = 0; thing < drafts_.size(); ++thing)
      if (!dropped[thing] && is_listed(drafts_[thing]))
        if (const auto whole = package_of(thing, dropped)) {
          list_in(drafts_[*whole], drafts_[thing]);
          dropped[thing] = true;
        }
    std::size_t at = 0;
    std::erase_if(drafts_, [&](const Draft&) { return dropped[at++]; });
  }

private:
  const predicate::Predication& predication(const Draft& d) const { return scene_.predications.items[d.predication]; }
  const pack::Frame& frame(const Draft& d) const { return scene_.frames.all()[d.frame]; }
  const pack::EventKind* kind(const Draft& d) const { return scene_.frames.find_kind(frame(d).event); }

  bool governs(const Draft& outer, const Draft& noun) const {
    const auto *a = kind(outer), *b = kind(noun);
    if (!a || !b || a->pair_group.empty() || a->pair_group != b->pair_group) return false;
    if (frame(outer).ahead_only) return false; // "vowed to avenge the STRIKE": another one
    const auto token = predication(noun).token;
    const auto& p = predication(outer);
    if (predication(noun).light_verb == p.token) return true;
    if (a == b && p.relation == predicate::Relation::relative && p.above &&
        scene_.predications.items[*p.above].token == token)
      return false; // "an ATTACK that left nine dead": it governs what is told of it
    const bool argument = std::any_of(p.arguments.begin(), p.arguments.end(), [&](const predicate::Argument& x) {
      return (x.token == token && (x.position == Position::object || (p.kind == Kind::noun && !is_apart(x)))) ||
             (x.position == Position::object && x.carried == 0 && is_part_of(token, x.token)); // "a billion in aid"
    });
    return argument || std::any_of(outer.roles.begin(), outer.roles.end(), [&](const auto& role) {
             return std::any_of(role.second.begin(), role.second.end(),
                                [&](const Filler& f) { return f.token == token || f.shown == token; });
           });
  }

  // "fears an attack after the KILLING of …": what came before is another event.
  static bool is_apart(const predicate::Argument& a) {
    return predicate::one_of(a.preposition, {"after", "following", "since", "before", "amid", "despite"});
  }

  // "signed a CEASEFIRE agreement", "will visit Cairo, his first TRIP to Egypt": what it is called is no second one.
  bool is_word_of(const Draft& word, const Draft& whole) const {
    const auto& tree = scene_.tree;
    const auto token = predication(word).token;
    const auto& p = predication(whole);
    if (frame(word).event != frame(whole).event || predication(word).kind != Kind::noun) return false;
    const auto head = tree.head(token);
    const bool above = p.kind != Kind::noun && tree.dep(head) == "dobj" && tree.head(head) == p.token;
    if (tree.dep(token) == "compound") return above || p.token == head;
    const auto owner = tree.child(token, "poss");
    return above && tree.dep(token) == "appos" && owner != tree.size() && tree.pos(owner) == "PRON";
  }

  static const Filler* kind_of_thing(const Draft& d) {
    const auto found = d.roles.find("kind");
    return found == d.roles.end() || found->second.empty() ? nullptr : &found->second.front();
  }

  // "the package includes tanks": things, but nobody to give them.
  bool is_listed(const Draft& d) const {
    const auto* sides = kind(d);
    return sides && !sides->pair_group.empty() && kind_of_thing(d) && has_thing(d) &&
           predication(d).kind != Kind::noun && !has_entity(d, sides->second);
  }

  // What tells who gives the package to whom: of the same words, or of the nearest words before that say the same.
  std::optional<std::size_t> package_of(std::size_t thing, const std::vector<bool>& dropped) const {
    const auto at = kind_of_thing(drafts_[thing])->shown;
    std::optional<std::size_t> best;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      const auto *a = kind(drafts_[d]), *b = kind(drafts_[thing]);
      const auto* known = kind_of_thing(drafts_[d]);
      if (d == thing || dropped[d] || !a || !known || a->pair_group != b->pair_group || has_thing(drafts_[d])) continue;
      if (is_phrase_around(known->shown, at)) return d;
      const bool same = known->shown < at && scene_.tree.lemma(known->shown) == scene_.tree.lemma(at) &&
                        scene_.tree.sentence(at) - scene_.tree.sentence(known->shown) <= reach;
      if (same && (!best || kind_of_thing(drafts_[*best])->shown < known->shown)) best = d;
    }
    return best;
  }

  // "two billion in aid": what the sum is of.
  bool is_part_of(TokenIndex part, TokenIndex sum) const {
    return scene_.frames.in_class("money", scene_.words[sum]) && is_phrase_around(sum, part);
  }

  // "a package of aid": the whole stands around its part.
  bool is_phrase_around(TokenIndex whole, TokenIndex part) const {
    for (int depth = 0; depth < 6 && part != whole; ++depth) {
      const auto dep = scene_.tree.dep(part);
      if (dep != "pobj" && dep != "prep") return false;
      part = scene_.tree.head(part);
    }
    return part == whole;
  }

  // "announced a package, which includes tanks": one event, of tanks.
  void list_in(Draft& whole, const Draft& thing) const {
    const auto *from = kind(whole), *to = kind(thing);
    auto roles = thing.roles;
    for (const auto& [role, side] : {std::pair(to->first, from->first), std::pair(to->second, from->second)})
      if (const auto found = whole.roles.find(side); found != whole.roles.end() && has_entity(whole, side))
        roles[role] = found->second;
    whole.roles = std::move(roles);
    whole.frame = thing.frame;
    whole.told.insert(whole.told.end(), thing.told.begin(), thing.told.end());
  }

  static constexpr std::uint32_t reach = 3; // sentences

  static bool shares_entity(const std::vector<Filler>& a, const std::vector<Filler>& b) {
    return std::any_of(a.begin(), a.end(), [&](const Filler& x) {
      return x.entity && std::any_of(b.begin(), b.end(), [&](const Filler& y) { return x.entity == y.entity; });
    });
  }

  // The one that knows the thing; where both do, the verb, unless it only announces what another does.
  bool noun_wins(const Draft& outer, const Draft& noun) const {
    if (frame(outer).event != frame(noun).event) return has_thing(noun) && !has_thing(outer);
    const auto& first = kind(noun)->first;
    if (is_across(outer, noun)) return true;
    if (!has_entity(outer, first) || !has_entity(noun, first)) return false;
    const auto* sides = kind(outer);
    const auto opposite = outer.roles.find(sides->second); // "withheld a shipment from Peru": who does not get it
    if (opposite != outer.roles.end() && shares_entity(opposite->second, noun.roles.at(first))) return false;
    return !frame(outer).status.empty() && outer.roles.at(first) != noun.roles.at(first);
  }

  // "Peru announced the purchase": who announces it is not the one who sells.
  bool is_across(const Draft& outer, const Draft& noun) const {
    const auto giver = outer.roles.find(kind(outer)->first), taker = noun.roles.find(kind(noun)->second);
    return giver != outer.roles.end() && taker != noun.roles.end() && !giver->second.empty() &&
           giver->second == taker->second;
  }

  // Something beside the two sides that is an entity.
  bool has_thing(const Draft& d) const {
    const auto* sides = kind(d);
    return std::any_of(d.roles.begin(), d.roles.end(), [&](const auto& role) {
      return role.first != sides->first && role.first != sides->second && role.first != "place" &&
             has_entity(d, role.first);
    });
  }

  void complete(Draft& kept, const Draft& other) const {
    kept.told.insert(kept.told.end(), other.told.begin(), other.told.end());
    const auto *to = kind(kept), *from = kind(other);
    take(kept, to->first, to->second, other, from->first);
    take(kept, to->second, to->first, other, from->second);
    if (frame(kept).event != frame(other).event) return;
    for (const auto& [role, fillers] : other.roles)
      if (role != to->first && role != to->second) take(kept, role, {}, other, role);
  }

  static void take(Draft& kept, const std::string& role, const std::string& opposite, const Draft& other,
                   const std::string& source) {
    const auto found = other.roles.find(source);
    if (role.empty() || found == other.roles.end() || has_entity(kept, role)) return;
    for (const auto& filler : found->second) {
      const auto across = kept.roles.find(opposite);
      const bool taken = across != kept.roles.end() &&
                         std::find(across->second.begin(), across->second.end(), filler) != across->second.end();
      if (!taken) kept.roles[role].push_back(filler);
    }
  }

  const Scene& scene_;
  std::vector<Draft>& drafts_;
};

} // namespace

void absorb_nominals(const Scene& scene, std::vector<Draft>& drafts) { Absorption(scene, drafts).run(); }

} // namespace stemma::extract
