#include "extract/exchanges.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::Position;
using predicate::Predication;
using predicate::PredicationIndex;

class Search {
public:
  Search(const Scene& scene, std::vector<Draft>& drafts) : scene_(scene), drafts_(drafts) {}

  std::vector<Exchange> run() {
    const auto& items = scene_.predications.items;
    for (PredicationIndex i = 0; i < items.size(); ++i)
      if (const auto frame = exchange_frame(items[i])) join(i, *frame);
    return std::move(out_);
  }

private:
  const Predication& at(PredicationIndex i) const { return scene_.predications.items[i]; }
  const pack::EventKind* kind(const Draft& d) const {
    return scene_.frames.find_kind(scene_.frames.all()[d.frame].event);
  }

  std::optional<std::uint32_t> exchange_frame(const Predication& p) const {
    const bool noun = p.kind == Kind::noun;
    if (noun && p.mark != "in" && p.mark != "as") return std::nullopt; // "IN return", "AS payment"
    if (noun && p.mark == "in" && is_one_of_several(p)) return std::nullopt;
    for (const auto f : scene_.frames.triggered_by(noun ? pack::WordKind::noun : pack::WordKind::verb, p.lemma))
      if (scene_.frames.all()[f].event == "exchange") return f;
    return std::nullopt;
  }

  // "in the daily exchanges", "in an exchange of fire": a thing of its own.
  bool is_one_of_several(const Predication& noun) const {
    return (scene_.tree.tag(noun.token) == "NNS" || scene_.tree.has_child(noun.token, "det")) &&
           std::none_of(noun.arguments.begin(), noun.arguments.end(), [](const predicate::Argument& a) {
             return a.position == Position::oblique && a.preposition == "for";
           });
  }

  void join(PredicationIndex words, std::uint32_t frame) {
    const auto returned = at(words).kind == Kind::noun ? event_of(words) : told_by(words);
    if (!returned) return;
    const auto given = other_event(words, *returned);
    if (!given || *given == *returned) return;
    const auto same = [&](const Exchange& x) {
      return (x.given == *given && x.return_ == *returned) || (x.given == *returned && x.return_ == *given);
    };
    if (std::any_of(out_.begin(), out_.end(), same)) return;
    fill_open_sides(drafts_[*given], drafts_[*returned]);
    fill_open_sides(drafts_[*returned], drafts_[*given]);
    const auto &a = drafts_[*given], &b = drafts_[*returned];
    Exchange x;
    x.frame = frame;
    x.given = *given;
    x.return_ = *returned;
    x.status = !is_firm(b.status) ? b.status : !is_firm(a.status) ? a.status : "occurred";
    const auto token = at(words).token, verb = at(b.predication).token;
    x.evidence.emplace_back(std::min(token, verb), std::max(token, verb) + 1);
    out_.push_back(std::move(x));
  }

  // What one gives for what he gets goes back to whoever gave it.
  void fill_open_sides(Draft& d, const Draft& other) const {
    const auto *to = kind(d), *from = kind(other);
    if (!to || !from) return;
    for (const auto& [side, source] : {std::pair(to->first, from->second), std::pair(to->second, from->first)}) {
      if (!entities(d, side).empty()) continue;
      const auto known = other.roles.find(source);
      if (known == other.roles.end()) continue;
      for (auto filler : known->second) {
        filler.implied = true;
        d.roles[side].push_back(std::move(filler));
      }
    }
  }

  // The last draft that this predication tells or helps to tell.
  std::optional<std::size_t> told_by(PredicationIndex p) const {
    for (std::size_t d = 0; d < drafts_.size(); ++d)
      if (std::find(drafts_[d].told.begin(), drafts_[d].told.end(), p) != drafts_[d].told.end() && kind(drafts_[d]) &&
          kind(drafts_[d])->is_giving()) // "traded strikes" is no trade
        return d;
    return std::nullopt;
  }

  // What the words of exchange stand with: whatever governs them, or, under a verb that tells nothing itself
  // ("appears to have received"), the nearest that this verb governs.
  std::optional<std::size_t> event_of(PredicationIndex words) const {
    auto p = at(words).above;
    for (int depth = 0; p && depth < 6; ++depth) {
      if (const auto found = told_by(*p)) return found;
      if (at(*p).kind != Kind::noun)
        if (const auto found = told_below(*p, words)) return found;
      p = at(*p).above;
    }
    return std::nullopt;
  }

  bool is_below(PredicationIndex p, PredicationIndex top) const {
    for (int depth = 0; depth < 8; ++depth) {
      if (p == top) return true;
      if (!at(p).above) return false;
      p = *at(p).above;
    }
    return false;
  }

  std::optional<std::size_t> told_below(PredicationIndex top, PredicationIndex words) const {
    std::optional<std::size_t> best;
    TokenIndex least = 0;
    for (PredicationIndex p = 0; p < scene_.predications.items.size(); ++p) {
      if (at(p).sentence != at(top).sentence || is_below(p, words) || !is_below(p, top)) continue;
      const auto found = told_by(p);
      if (!found) continue;
      const auto a = at(p).token, b = at(words).token;
      const auto distance = a > b ? a - b : b - a;
      if (!best || distance < least) {
        best = found;
        least = distance;
      }
    }
    return best;
  }

  std::optional<std::size_t> other_event(PredicationIndex words, std::size_t returned) {
    for (PredicationIndex p = 0; p < scene_.predications.items.size(); ++p) // "in return for sending shells"
      if (at(p).above == words && at(p).mark == "for")
        if (const auto found = told_by(p)) return found;
    for (const auto& a : at(words).arguments) {
      if (a.position != Position::oblique || a.preposition != "for") continue;
      if (const auto p = scene_.predications.find_at(a.token))
        if (const auto found = told_by(*p); found && *found != returned) return found;
      const auto things = fillers(scene_, a.token, {"munition"});
      if (things.empty() || !things.front().entity) continue;
      if (meet(entities(drafts_[returned], "item"), {*things.front().entity}))
        return std::nullopt; // "traded oil for arms"
      if (const auto found = bringing(*things.front().entity, returned)) return found;
      return added(things, returned, words);
    }
    return nearest_opposite(words, returned);
  }

  static std::vector<EntityIndex> entities(const Draft& d, const std::string& role) {
    std::vector<EntityIndex> out;
    if (const auto found = d.roles.find(role); found != d.roles.end())
      for (const auto& filler : found->second)
        if (filler.entity) out.push_back(*filler.entity);
    return out;
  }

  static bool meet(const std::vector<EntityIndex>& a, const std::vector<EntityIndex>& b) {
    return std::any_of(a.begin(), a.end(), [&](EntityIndex e) { return std::find(b.begin(), b.end(), e) != b.end(); });
  }

  // Goes from one of those who get something to one of those who give it.
  bool opposite(std::size_t a, std::size_t b) const {
    if (a == b) return false;
    const auto *x = kind(drafts_[a]), *y = kind(drafts_[b]);
    if (!x || !y || x->pair_group.empty() || x->pair_group != y->pair_group) return false;
    const auto first_a = entities(drafts_[a], x->first), second_a = entities(drafts_[a], x->second);
    const auto first_b = entities(drafts_[b], y->first), second_b = entities(drafts_[b], y->second);
    if (meet(first_a, first_b) || meet(second_a, second_b)) return false;
    return meet(first_a, second_b) || meet(second_a, first_b);
  }

  std::optional<std::size_t> bringing(EntityIndex thing, std::size_t returned) const {
    for (std::size_t d = 0; d < drafts_.size(); ++d)
      if (opposite(returned, d) && meet(entities(drafts_[d], "item"), {thing})) return d;
    return std::nullopt;
  }

  std::optional<std::size_t> nearest_opposite(PredicationIndex words, std::size_t returned) const {
    const auto token = at(words).token;
    std::optional<std::size_t> best;
    TokenIndex nearest = 0;
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      if (!opposite(returned, d)) continue;
      for (const auto p : drafts_[d].told) {
        const auto t = at(p).token;
        // What is told behind comes last.
        const auto distance = t < token ? token - t : (t - token) + scene_.tree.size();
        if (best && distance >= nearest) continue;
        best = d;
        nearest = distance;
      }
    }
    return best;
  }

  // "in return for the drones": what is returned goes one way, the drones went the other.
  std::optional<std::size_t> added(const std::vector<Filler>& things, std::size_t returned, PredicationIndex words) {
    const auto& known = drafts_[returned];
    const auto* sides = kind(known);
    const auto first = known.roles.find(sides->first), second = known.roles.find(sides->second);
    if (first == known.roles.end() || second == known.roles.end() || known.roles.count("item") == 0)
      return std::nullopt;
    Draft draft;
    draft.frame = known.frame;
    draft.predication = words;
    draft.told = {words};
    draft.roles[sides->first] = second->second;
    draft.roles[sides->second] = first->second;
    draft.roles["item"] = things;
    draft.status = known.status;
    draft.chains = known.chains;
    const auto token = at(words).token, thing = things.front().shown;
    draft.evidence.emplace_back(std::min(token, thing), std::max(token, thing) + 1);
    drafts_.push_back(std::move(draft));
    return drafts_.size() - 1;
  }

  const Scene& scene_;
  std::vector<Draft>& drafts_;
  std::vector<Exchange> out_;
};

} // namespace

std::vector<Exchange> find_exchanges(const Scene& scene, std::vector<Draft>& drafts) {
  return Search(scene, drafts).run();
}

} // namespace stemma::extract
