#include "extract/share_out.hpp"

#include "extract/share_numbers.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Argument;
using predicate::Kind;
using predicate::Position;
using predicate::Predication;

// The parties of one phrase, and where it stands.
struct Portion {
  TokenIndex token = 0, phrase = 0;
  std::vector<Filler> parties;
};

class Sharing {
public:
  Sharing(const Scene& scene, const Dating& dating, const Draft& draft)
      : scene_(scene), dating_(dating), draft_(draft), frame_(scene.frames.all()[draft.frame]),
        kind_(scene.frames.find_kind(frame_.event)), predication_(scene.predications.items[draft.predication]) {
    if (kind_ && !kind_->pair_group.empty() && !kind_->gathers)
      for (const auto& [role, fillers] : draft.roles)
        if (role != kind_->first && role != kind_->second && scene.frames.counts(frame_.event, role)) thing_ = role;
  }

  std::vector<Draft> run() const {
    if (thing_.empty()) return {draft_};
    for (const auto& fill : frame_.fills) {
      if (fill.role != kind_->first && fill.role != kind_->second) continue;
      for (const auto& preposition : prepositions(fill)) {
        const auto portions = portions_of(fill, preposition);
        if (auto parts = parts_by(fill.role, portions); parts.size() > 1) return with_stretches(std::move(parts));
      }
    }
    if (kind_->opposes) return {draft_};
    for (const auto& fill : frame_.fills)
      if (fill.role == kind_->first && admits(fill, "owner"))
        if (auto parts = parts_by_owner(fill); parts.size() > 1) return parts;
    if (auto parts = parts_by_time(); parts.size() > 1) return with_stretches(std::move(parts));
    if (auto parts = share_numbers(scene_, dating_, draft_, thing_); parts.size() > 1) return parts;
    return left_out_verbs();
  }

private:
  // "Fired ten rockets AT Haifa and six drones AT Acre": blows as well as gifts.
  std::vector<std::string> prepositions(const pack::Fill& fill) const {
    std::vector<std::string> out;
    for (const auto& position : fill.positions)
      if (kind_->opposes ? predicate::one_of(position, {"at", "on", "into", "against", "toward", "towards", "over"})
                         : predicate::one_of(position, {"to", "from", "for", "with"}))
        out.push_back(position);
    return out;
  }

  static bool admits(const pack::Fill& fill, std::string_view name) {
    return std::find(fill.admits.begin(), fill.admits.end(), name) != fill.admits.end();
  }

  std::vector<Portion> portions_of(const pack::Fill& fill, const std::string& preposition) const {
    std::vector<Portion> out;
    if (admits(fill, "owner")) return out;
    for (const auto& a : predication_.arguments) {
      if (a.position != Position::oblique || a.preposition != preposition) continue;
      auto parties = fillers(scene_, a.token, fill.admits);
      std::erase_if(parties, [&](const Filler& f) { return stands_across(f, fill.role); });
      if (parties.empty() || std::any_of(out.begin(), out.end(), [&](const Portion& p) { return p.token == a.token; }))
        continue;
      out.push_back({a.token, a.phrase, std::move(parties)});
    }
    std::sort(out.begin(), out.end(), [](const Portion& a, const Portion& b) { return a.token < b.token; });
    return joined(out);
  }

  // "to Peru and Chile": one phrase.
  static std::vector<Portion> joined(const std::vector<Portion>& all) {
    std::vector<Portion> out;
    for (const auto& portion : all) {
      if (out.empty() || out.back().phrase != portion.phrase)
        out.push_back(portion);
      else
        out.back().parties.insert(out.back().parties.end(), portion.parties.begin(), portion.parties.end());
    }
    return out;
  }

  bool stands_across(const Filler& filler, const std::string& role) const {
    const auto across = draft_.roles.find(role == kind_->first ? kind_->second : kind_->first);
    return across != draft_.roles.end() &&
           std::find(across->second.begin(), across->second.end(), filler) != across->second.end();
  }

  // Each phrase must have things of its own right before it, or there is nothing to share out.
  std::vector<Draft> parts_by(const std::string& role, const std::vector<Portion>& portions) const {
    std::vector<Draft> out;
    if (portions.size() < 2) return out;
    std::size_t used = 0;
    TokenIndex from = 0;
    for (const auto& portion : portions) {
      Draft part = draft_;
      auto& things = part.roles[thing_];
      std::erase_if(things, [&](const Filler& f) { return f.shown < from || f.shown >= portion.token; });
      used += things.size();
      if (things.empty()) things = the_same_again(from, portion.token);
      if (things.empty()) return {};
      part.roles[role] = portion.parties;
      from = portion.token;
      out.push_back(std::move(part));
    }
    return used == draft_.roles.at(thing_).size() ? out : std::vector<Draft>();
  }

  // From the things of each part up to those of the next.
  std::vector<Draft> with_stretches(std::vector<Draft> parts) const {
    auto end = end_of_reach(scene_, predication_, last_thing(parts.back()) + 1);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      auto first = end;
      for (const auto& thing : part->roles.at(thing_)) first = std::min(first, start_of(thing.shown));
      part->stretch = {first, end};
      end = first;
    }
    return parts;
  }

  TokenIndex last_thing(const Draft& part) const {
    TokenIndex last = 0;
    for (const auto& thing : part.roles.at(thing_)) last = std::max(last, thing.shown);
    return last;
  }

  TokenIndex start_of(TokenIndex thing) const { return std::min(thing, scene_.tree.left_edge(thing)); }

  // "sold ten tanks in 2012 and six jets in 2015": each thing, or those together, with a time behind it.
  std::vector<Draft> parts_by_time() const {
    auto things = draft_.roles.at(thing_);
    std::vector<Draft> out;
    if (things.size() < 2) return out;
    std::sort(things.begin(), things.end(), [](const Filler& a, const Filler& b) { return a.shown < b.shown; });
    const auto end = end_of_reach(scene_, predication_, things.front().shown + 1);
    std::vector<Filler> group;
    for (std::size_t i = 0; i < things.size(); ++i) {
      if (things[i].shown >= end) return {};
      group.push_back(things[i]);
      const auto next = i + 1 < things.size() ? start_of(things[i + 1].shown) : end;
      if (!is_dated(things[i].shown + 1, next)) continue;
      out.push_back(draft_);
      out.back().roles[thing_] = std::move(group);
      group.clear();
    }
    return group.empty() ? out : std::vector<Draft>();
  }

  bool is_dated(TokenIndex first, TokenIndex last) const {
    for (auto t = first; t < last; ++t)
      if (dating_.covers(t)) return true;
    return false;
  }

  // "the sale of ten tanks to Peru and of six tanks to Chile": what was taken once, between two words.
  std::vector<Filler> the_same_again(TokenIndex first, TokenIndex last) const {
    static const std::vector<std::string> munition = {"munition"};
    for (const auto& a : predication_.arguments) {
      const bool thing = a.position == Position::object || (a.position == Position::oblique && a.preposition == "of");
      if (!thing || a.token < first || a.token >= last) continue;
      auto found = fillers(scene_, a.token, munition);
      std::erase_if(found, [&](const Filler& f) {
        const auto& known = draft_.roles.at(thing_);
        return std::find(known.begin(), known.end(), f) == known.end();
      });
      if (!found.empty()) return found;
    }
    return {};
  }

  // "signed for Spanish tanks and French jets": each from whom it belongs to. All of them belong to somebody.
  std::vector<Draft> parts_by_owner(const pack::Fill& fill) const {
    const auto& things = draft_.roles.at(thing_);
    const auto givers = draft_.roles.find(kind_->first);
    std::vector<Draft> out;
    if (things.size() < 2 || givers == draft_.roles.end()) return out;
    for (const auto& thing : things) {
      auto owners = fillers(scene_, thing.shown, fill.admits);
      std::erase_if(owners, [&](const Filler& f) { return stands_across(f, kind_->first); });
      if (owners.empty()) return {};
      if (!out.empty() && out.back().roles[kind_->first] == owners) {
        out.back().roles[thing_].push_back(thing);
        continue;
      }
      const bool named = std::any_of(owners.begin(), owners.end(), [&](const Filler& f) {
        return std::find(givers->second.begin(), givers->second.end(), f) != givers->second.end();
      });
      if (out.empty() && !named) return {}; // who gives them is told otherwise
      Draft part = draft_;
      part.roles[kind_->first] = std::move(owners);
      part.roles[thing_] = {thing};
      out.push_back(std::move(part));
    }
    return out;
  }

  // "has sent ten tanks to Peru, Spain 14 and Chile eight": who stands before a bare number gives as well.
  std::vector<Draft> left_out_verbs() const {
    std::vector<Draft> out{draft_};
    const auto receivers = draft_.roles.find(kind_->second);
    const auto& things = draft_.roles.at(thing_);
    if (predication_.kind != Kind::verb || predication_.passive || receivers == draft_.roles.end() ||
        things.size() != 1 || !things.front().entity || draft_.roles.count(kind_->first) == 0)
      return out;
    auto& kept = out.front().roles[kind_->second];
    for (const auto& party : receivers->second) {
      const auto number = bare_number_after(party);
      if (!number || party.token == receivers->second.front().token) continue;
      std::erase(kept, party);
      Draft part = draft_;
      part.roles[kind_->first] = {party};
      part.roles[thing_] = {{things.front().entity, {}, *number, *number}};
      out.push_back(std::move(part));
    }
    for (std::size_t i = 1; i < out.size(); ++i) out[i].roles[kind_->second] = out.front().roles[kind_->second];
    return out;
  }

  std::optional<TokenIndex> bare_number_after(const Filler& party) const {
    const auto* mention = scene_.mention(party.shown);
    if (!mention || mention->last >= scene_.tree.size()) return std::nullopt;
    const auto number = mention->last;
    const bool counts = scene_.tree.tag(number) == "CD" && scene_.tree.head(number) == mention->head;
    return counts ? std::optional(number) : std::nullopt;
  }

  const Scene& scene_;
  const Dating& dating_;
  const Draft& draft_;
  const pack::Frame& frame_;
  const pack::EventKind* kind_;
  const Predication& predication_;
  std::string thing_; // the role of what is shared out; empty: nothing may be
};

} // namespace

std::vector<Draft> share_out(const Scene& scene, const Dating& dating, const Draft& draft) {
  return Sharing(scene, dating, draft).run();
}

} // namespace stemma::extract
