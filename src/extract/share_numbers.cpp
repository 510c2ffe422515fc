#include "extract/share_numbers.hpp"

#include "extract/time_words.hpp"
#include "predicate/words.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using predicate::Kind;
using predicate::one_of;
using predicate::Predication;

// A number, and the words that go with it: [first, last), the number at `number`.
struct Further {
  TokenIndex first = 0, number = 0, last = 0;
  std::string role; // which side its own party is on; empty: it has none
  std::vector<Filler> parties;
};

class Numbers {
public:
  Numbers(const Scene& scene, const Dating& dating, const Draft& draft, const std::string& thing)
      : scene_(scene), dating_(dating), draft_(draft), thing_(thing), frame_(scene.frames.all()[draft.frame]),
        kind_(scene.frames.find_kind(frame_.event)), predication_(scene.predications.items[draft.predication]) {}

  std::vector<Draft> run() const {
    const auto& things = draft_.roles.at(thing_);
    if (!kind_ || things.size() != 1 || !things.front().entity) return {draft_};
    const auto named = things.front().shown;
    auto further = further_numbers(named + 1);
    for (auto& number : further) find_party(number);
    if (further.empty()) return {draft_};
    const auto next = further.front().first;
    const auto first = scene_.tree.left_edge(named);
    std::erase_if(further, [&](const Further& f) { return !goes_with(f, named, next); });
    if (further.empty()) return {draft_};
    std::vector<Draft> out{draft_};
    out.front().stretch = {std::min(first, named), next};
    for (const auto& f : further) // "shipped ten in May and six in June to Peru": all of them
      if (!f.role.empty() && draft_.roles.count(f.role) == 0) out.front().roles[f.role] = f.parties;
    for (auto& [role, parties] : out.front().roles)
      if (role == kind_->first || role == kind_->second) leave_to(further, parties);
    for (const auto& f : further) {
      Draft part = draft_;
      part.roles[thing_] = {{things.front().entity, {}, f.number, f.number}};
      if (!f.role.empty()) part.roles[f.role] = f.parties;
      part.stretch = {f.first, f.last};
      out.push_back(std::move(part));
    }
    return out;
  }

private:
  std::vector<Further> further_numbers(TokenIndex from) const {
    std::vector<Further> out;
    const auto end = end_of_reach(scene_, predication_, from);
    for (auto t = from; t < end; ++t) {
      if (!is_bare_number(t)) continue;
      const auto first = start_of(t);
      if (first <= from || !one_of(scene_.words[first - 1], {"and", ",", "plus", "then"})) continue;
      if (!out.empty()) out.back().last = first;
      out.push_back({first, t, end, {}, {}});
    }
    return out;
  }

  // Not "six jets", "$4bn", "2019", "T-72"; "six more" is.
  bool is_bare_number(TokenIndex t) const {
    const auto& tree = scene_.tree;
    const auto ordinal = ordinal_number(scene_.words[t]);
    const bool is_third = ordinal && *ordinal > 1 && t > 0 && scene_.words[t - 1] == "a";
    if ((tree.tag(t) != "CD" && !is_third) || dating_.covers(t) || scene_.mention(t)) return false;
    if (t > 0 && one_of(tree.tag(t - 1), {"$", "SYM", "HYPH"})) return false;
    const auto head = tree.head(t);
    const bool counts = one_of(tree.dep(t), {"nummod", "quantmod", "compound", "amod", "nmod"}) && head > t;
    if (counts && !dating_.covers(head)) // not "40 last year"
      return one_of(scene_.words[head], {"more", "others"}) || is_same_thing(head);
    // What follows is a phrase or the end, not the thing itself.
    const auto next = t + 1;
    return next < tree.size() && (one_of(tree.tag(next), {"IN", "TO", ",", ".", "CC"}) || dating_.covers(next) ||
                                  scene_.words[next] == "more");
  }

  // "… and another 40 MISSILES last year"
  bool is_same_thing(TokenIndex t) const {
    const auto* mention = scene_.mention(t);
    return mention && mention->entity == draft_.roles.at(thing_).front().entity;
  }

  // Left over "another", "up to", "a further".
  TokenIndex start_of(TokenIndex number) const {
    auto t = number;
    while (t > 0 && one_of(scene_.words[t - 1],
                           {"a",      "an",      "another", "further", "additional", "some", "about",        "around",
                            "nearly", "almost",  "over",    "up",      "to",         "more", "than",         "at",
                            "least",  "roughly", "only",    "just",    "other",      "the",  "approximately"}))
      --t;
    return t;
  }

  void find_party(Further& number) const {
    for (const auto& fill : frame_.fills) {
      if (fill.role != kind_->first && fill.role != kind_->second) continue;
      if (std::find(fill.admits.begin(), fill.admits.end(), "party") == fill.admits.end() || fill.admits.size() > 1)
        continue;
      for (const auto& position : fill.positions) {
        if (!one_of(position, {"to", "from", "for", "with"})) continue;
        for (auto t = number.number + 1; t < number.last; ++t) {
          const auto object = scene_.words[t] == position ? scene_.tree.child(t, "pobj") : scene_.tree.size();
          if (object == scene_.tree.size() || object >= number.last) continue;
          auto parties = fillers(scene_, object, fill.admits);
          std::erase_if(parties, [&](const Filler& f) { return f.shown >= number.last; });
          if (parties.empty()) continue;
          number.role = fill.role;
          number.parties = std::move(parties);
          return;
        }
      }
    }
  }

  bool is_dated(TokenIndex first, TokenIndex last) const {
    for (auto t = first; t < last; ++t)
      if (dating_.covers(t)) return true;
    return false;
  }

  // What tells the number from the thing that was named must tell that one too: where it went, or when.
  bool goes_with(const Further& number, TokenIndex named, TokenIndex next) const {
    const auto sides = draft_.roles.find(number.role);
    const bool common = sides == draft_.roles.end() || sides->second == number.parties; // "… and six in June to Peru"
    if (common) return is_dated(number.number + 1, number.last) && is_dated(named + 1, next);
    return std::any_of(sides->second.begin(), sides->second.end(), [&](const Filler& f) {
      return std::find(number.parties.begin(), number.parties.end(), f) == number.parties.end();
    });
  }

  // Who is named with a further number has no part in the first, unless nobody else would.
  static void leave_to(const std::vector<Further>& further, std::vector<Filler>& parties) {
    auto kept = parties;
    std::erase_if(kept, [&](const Filler& f) {
      return std::any_of(further.begin(), further.end(),
                         [&](const Further& number) { return number.first <= f.shown && f.shown < number.last; });
    });
    if (!kept.empty()) parties = std::move(kept);
  }

  const Scene& scene_;
  const Dating& dating_;
  const Draft& draft_;
  const std::string& thing_;
  const pack::Frame& frame_;
  const pack::EventKind* kind_;
  const Predication& predication_;
};

} // namespace

TokenIndex end_of_reach(const Scene& scene, const Predication& predication, TokenIndex first) {
  const auto& tree = scene.tree;
  for (auto t = first; t < tree.size(); ++t) {
    if (tree.sentence(t) != predication.sentence || scene.words[t] == ";") return t;
    if (t == predication.token) continue;
    const auto at = scene.predications.find_at(t);
    if (at && scene.predications.items[*at].kind != Kind::noun && tree.dep(t) != "prep") return t;
  }
  return tree.size();
}

std::vector<Draft> share_numbers(const Scene& scene, const Dating& dating, const Draft& draft,
                                 const std::string& thing) {
  return Numbers(scene, dating, draft, thing).run();
}

} // namespace stemma::extract
