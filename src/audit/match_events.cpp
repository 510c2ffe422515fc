#include "audit/match_events.hpp"

#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace stemma::audit {

namespace {

namespace stm = rdf::stm;
using rdf::TermNumber;

struct Pair {
  std::size_t shared = 0; // reports
  std::string before_key, after_key;
  TermNumber before, after;
  // The most in common first; then by what stays the same from run to run.
  friend bool operator<(const Pair& a, const Pair& b) {
    return std::tie(b.shared, a.before_key, a.after_key) < std::tie(a.shared, b.before_key, b.after_key);
  }
};

class Matching {
public:
  Matching(const Result& before, const Result& after)
      : before_(before), after_(after), old_(before.fused_events()), new_(after.fused_events()) {}

  MatchedEvents run() {
    const std::vector<Pair> by_reports =
        pairs([this](const Result& result, TermNumber event) { return reports(result, event); });
    take(by_reports);
    for (const Pair& pair : by_reports) note_remainder(pair);
    take(pairs([this](const Result& result, TermNumber event) { return likeness(result, event); }));
    for (const TermNumber event : old_)
      if (!taken_old_.contains(event)) out_.withdrawn.push_back(event);
    for (const TermNumber event : new_)
      if (!taken_new_.contains(event)) out_.known.push_back(event);
    return std::move(out_);
  }

private:
  std::set<std::string> reports(const Result& result, TermNumber event) const {
    std::set<std::string> keys;
    for (const TermNumber report : result.quads().objects(event, stm::report)) keys.insert(below_base(result, report));
    return keys;
  }

  // For each of its documents: the document, the type and who plays what.
  std::set<std::string> likeness(const Result& result, TermNumber event) const {
    std::string players = result.value(result.class_of(event));
    for (const Result::Role& role : result.roles(event))
      players += " " + result.value(role.property) + " " + below_base(result, role.value);
    std::set<std::string> keys;
    for (const TermNumber report : result.quads().objects(event, stm::report))
      for (const TermNumber claim : result.quads().subjects(stm::asserts, report))
        keys.insert(below_base(result, result.quads().find_object(claim, rdf::prov::wasDerivedFrom)) + " " + players);
    return keys;
  }

  // Events that are not taken yet and have keys in common.
  template <class Keys>
  std::vector<Pair> pairs(Keys keys_of) const {
    std::map<std::string, std::vector<TermNumber>> old_with;
    for (const TermNumber event : old_)
      if (!taken_old_.contains(event))
        for (const std::string& key : keys_of(before_, event)) old_with[key].push_back(event);
    std::vector<Pair> out;
    for (const TermNumber event : new_) {
      if (taken_new_.contains(event)) continue;
      std::map<TermNumber, std::size_t> shared;
      for (const std::string& key : keys_of(after_, event))
        if (const auto found = old_with.find(key); found != old_with.end())
          for (const TermNumber old : found->second) ++shared[old];
      for (const auto& [old, count] : shared)
        out.push_back({count, below_base(before_, old), below_base(after_, event), old, event});
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  void take(const std::vector<Pair>& pairs) {
    for (const Pair& pair : pairs) {
      if (taken_old_.contains(pair.before) || taken_new_.contains(pair.after)) continue;
      taken_old_.insert(pair.before);
      taken_new_.insert(pair.after);
      out_.before_of[pair.after] = pair.before;
    }
  }

  void note_remainder(const Pair& pair) {
    if (taken_old_.insert(pair.before).second) out_.joined.emplace_back(pair.before, pair.after);
    if (taken_new_.insert(pair.after).second) out_.split.emplace_back(pair.before, pair.after);
  }

  const Result &before_, &after_;
  std::vector<TermNumber> old_, new_;
  std::set<TermNumber> taken_old_, taken_new_;
  MatchedEvents out_;
};

} // namespace

std::string below_base(const Result& result, TermNumber iri) {
  const std::string& value = result.value(iri);
  return value.starts_with(result.base()) ? value.substr(result.base().size()) : value;
}

MatchedEvents match_events(const Result& before, const Result& after) { return Matching(before, after).run(); }

} // namespace stemma::audit
