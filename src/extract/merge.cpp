#include "extract/merge.hpp"

#include <algorithm>

namespace stemma::extract {

namespace {

using Fillers = std::vector<Filler>;

bool shares(const Fillers& a, const Fillers& b) {
  return std::any_of(a.begin(), a.end(), [&](const Filler& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

const Fillers* role(const Draft& draft, const std::string& name) {
  const auto found = draft.roles.find(name);
  return found == draft.roles.end() || found->second.empty() ? nullptr : &found->second;
}

bool is_words_only(const Fillers& fillers) {
  return std::all_of(fillers.begin(), fillers.end(), [](const Filler& f) { return !f.entity; });
}

class Merging {
public:
  explicit Merging(const Scene& scene) : scene_(scene) {}

  bool same(const Draft& a, const Draft& b) const {
    if (event(a) != event(b) || a.status != b.status) return false;
    unsigned shared = 0;
    for (const auto& [name, fillers] : a.roles) {
      const auto* other = role(b, name);
      if (!other || is_words_only(fillers) || is_words_only(*other)) continue;
      if (!shares(fillers, *other)) {
        if (name == "place") continue;
        return false;
      }
      ++shared;
    }
    if (shared == 0) return false;
    if (a.time && b.time && !overlap(a.time->time, b.time->time)) return false;
    if (!a.quantities.empty() && !b.quantities.empty() && !compatible(a.quantities, b.quantities)) return false;
    return true;
  }

  static void join(Draft& into, Draft&& from) {
    for (auto& [name, fillers] : from.roles) {
      auto& target = into.roles[name];
      const bool keeps = !target.empty() && (name == "kind" || name == "supplier" || name == "recipient" || name == "donor");
      if (keeps) continue;
      for (auto& filler : fillers)
        if (std::find(target.begin(), target.end(), filler) == target.end()) target.push_back(std::move(filler));
    }
    for (auto& chain : from.chains) {
      const bool known = std::any_of(into.chains.begin(), into.chains.end(), [&](const auto& other) { return entities(other) == entities(chain); });
      if (!known) into.chains.push_back(std::move(chain));
    }
    if (into.quantities.empty()) into.quantities = std::move(from.quantities);
    if (!into.time) into.time = std::move(from.time);
    into.evidence.insert(into.evidence.end(), from.evidence.begin(), from.evidence.end());
  }

private:
  const std::string& event(const Draft& d) const { return scene_.frames.all()[d.frame].event; }

  static std::vector<EntityIndex> entities(const std::vector<Speaker>& chain) {
    std::vector<EntityIndex> out;
    for (const auto& speaker : chain) out.push_back(speaker.entity);
    return out;
  }

  static bool overlap(const EventTime& a, const EventTime& b) {
    const auto before = [](const std::string& end, const std::string& start) { return !end.empty() && !start.empty() && end < start; };
    return !before(a.end, b.start) && !before(b.end, a.start);
  }

  static bool compatible(const std::vector<DraftQuantity>& a, const std::vector<DraftQuantity>& b) {
    for (const auto& x : a)
      for (const auto& y : b) {
        if (x.quantity.unit != y.quantity.unit) continue;
        const auto& p = x.quantity;
        const auto& q = y.quantity;
        if (p.max && q.min && *p.max < *q.min) return false;
        if (q.max && p.min && *q.max < *p.min) return false;
      }
    return true;
  }

  const Scene& scene_;
};

} // namespace

std::vector<Draft> merge_mentions(const Scene& scene, std::vector<Draft> drafts) {
  const Merging merging(scene);
  std::vector<Draft> out;
  for (auto& draft : drafts) {
    const auto found = std::find_if(out.begin(), out.end(), [&](const Draft& known) { return merging.same(known, draft); });
    if (found == out.end()) out.push_back(std::move(draft));
    else Merging::join(*found, std::move(draft));
  }
  return out;
}

} // namespace stemma::extract
