#include "fuse/clusters.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

namespace stemma::fuse {

namespace {

using ClusterNumber = std::uint32_t;

// Where clusters are looked up: a type, whom the entry names on which side, and a stretch of days.
struct Key {
  enum class Side : std::uint8_t { both, first, second, only_first, only_second, other };
  std::uint32_t type = 0;
  Side side = Side::both;
  EntityNumber a = none, b = none;
  std::int32_t stretch = 0;
  friend bool operator==(const Key&, const Key&) = default;
};

struct KeyHash {
  std::size_t operator()(const Key& key) const {
    std::uint64_t hash = (static_cast<std::uint64_t>(key.a) << 32 | key.b) * 0x9e3779b97f4a7c15U;
    hash ^= (static_cast<std::uint64_t>(key.type) << 40 | static_cast<std::uint64_t>(key.side) << 32 |
             static_cast<std::uint32_t>(key.stretch)) *
            0xbf58476d1ce4e5b9U;
    hash ^= hash >> 29;
    return static_cast<std::size_t>(hash * 0x94d049bb133111ebU >> 8);
  }
};

constexpr Day days_of_stretch = 32;
constexpr std::int32_t most_stretches = 24; // what lasts longer stands in one place for all days
constexpr std::int32_t all_days = 0x7fffffff;

std::int32_t stretch_of(Day day) { return (day >= 0 ? day : day - days_of_stretch + 1) / days_of_stretch; }

class Clustering {
public:
  Clustering(const Corpus& corpus, const Relations& relations, const std::vector<DocumentNumber>& lineages)
      : corpus_(corpus), relations_(relations), lineages_(lineages) {}

  std::vector<Cluster> run() {
    const auto& reports = corpus_.reports();
    for (ReportNumber r = 0; r < reports.size(); ++r)
      if (reports[r].parts.empty()) place(r);
    place_exchanges();
    std::sort(clusters_.begin(), clusters_.end());
    return std::move(clusters_);
  }

private:
  // Keys without their days.
  struct Keys {
    std::vector<Key> entered, looked_up;
  };

  // What is made of the same events is the same.
  void place_exchanges() {
    const auto& reports = corpus_.reports();
    std::unordered_map<std::string_view, ClusterNumber> cluster_of; // of what is part of an exchange
    for (const Report& report : reports)
      for (const Iri& part : report.parts) cluster_of.emplace(part, none);
    if (cluster_of.empty()) return;
    for (ClusterNumber c = 0; c < clusters_.size(); ++c)
      for (const ReportNumber r : clusters_[c])
        if (const auto part = cluster_of.find(reports[r].id); part != cluster_of.end()) part->second = c;
    std::map<std::pair<std::string, std::vector<ClusterNumber>>, ClusterNumber> known;
    for (ReportNumber r = 0; r < reports.size(); ++r) {
      if (reports[r].parts.empty()) continue;
      std::vector<ClusterNumber> parts;
      for (const Iri& part : reports[r].parts)
        if (const ClusterNumber cluster = cluster_of.find(part)->second; cluster != none) parts.push_back(cluster);
      std::sort(parts.begin(), parts.end());
      const auto [place, fresh] =
          known.try_emplace({reports[r].type, std::move(parts)}, static_cast<ClusterNumber>(clusters_.size()));
      if (fresh) clusters_.emplace_back();
      clusters_[place->second].push_back(r);
    }
  }

  void place(ReportNumber r) {
    const Report& report = corpus_.reports()[r];
    const Keys keys = keys_of(report);
    const auto [first, last] = stretches(report);
    ClusterNumber into = find(report, keys.looked_up, first, last);
    if (into == none) {
      into = static_cast<ClusterNumber>(clusters_.size());
      clusters_.emplace_back();
      common_.emplace_back(corpus_, relations_, lineages_);
    }
    clusters_[into].push_back(r);
    common_[into].add(report);
    enter(into, keys.entered, first, last);
  }

  std::pair<std::int32_t, std::int32_t> stretches(const Report& report) const {
    const NotedDocument& document = corpus_.documents()[report.document];
    const Day from = SharedTraits::earliest(report, document), to = SharedTraits::latest(report, document);
    if (is_open(report) || from > to || from == day_before_all || to == day_after_all) return {all_days, all_days};
    const std::int32_t first = stretch_of(from), last = stretch_of(to);
    return last - first >= most_stretches ? std::pair{all_days, all_days} : std::pair{first, last};
  }

  std::uint32_t type_number(const std::string& type) {
    return types_.emplace(type, static_cast<std::uint32_t>(types_.size())).first->second;
  }

  Actors states(const Actors& actors) const {
    Actors out;
    for (const EntityNumber actor : actors) out.push_back(relations_.state_of(actor));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  Keys keys_of(const Report& report) {
    using enum Key::Side;
    Keys keys;
    const std::uint32_t type = type_number(report.type);
    const Actors firsts = states(report.first), seconds = states(report.second);
    for (const EntityNumber a : firsts) {
      keys.entered.push_back({type, first, a, none, 0});
      if (seconds.empty()) {
        keys.entered.push_back({type, only_first, a, none, 0});
        keys.looked_up.push_back({type, first, a, none, 0});
      } else {
        keys.looked_up.push_back({type, only_first, a, none, 0});
      }
      for (const EntityNumber b : seconds) {
        keys.entered.push_back({type, both, a, b, 0});
        keys.looked_up.push_back({type, both, a, b, 0});
      }
    }
    for (const EntityNumber b : seconds) {
      keys.entered.push_back({type, second, none, b, 0});
      if (firsts.empty()) {
        keys.entered.push_back({type, only_second, none, b, 0});
        keys.looked_up.push_back({type, second, none, b, 0});
      } else {
        keys.looked_up.push_back({type, only_second, none, b, 0});
      }
    }
    if (firsts.empty() && seconds.empty()) {
      for (const EntityNumber thing : report.items)
        keys.entered.push_back({type, other, relations_.group(thing), none, 0});
      for (const EntityNumber place : report.places)
        keys.entered.push_back({type, other, none, relations_.group(place), 0});
      keys.looked_up = keys.entered;
    }
    return keys;
  }

  ClusterNumber find(const Report& report, const std::vector<Key>& keys, std::int32_t first, std::int32_t last) {
    candidates_.clear();
    for (Key key : keys) {
      if (first == all_days) {
        // Whatever its days: the clusters of this key are listed once more without them.
        key.stretch = all_days - 1;
        collect(key);
        continue;
      }
      for (key.stretch = first; key.stretch <= last; ++key.stretch) collect(key);
      key.stretch = all_days;
      collect(key);
    }
    std::sort(candidates_.begin(), candidates_.end());
    candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
    for (const ClusterNumber cluster : candidates_)
      if (common_[cluster].admits(report)) return cluster;
    return none;
  }

  void collect(const Key& key) {
    if (const auto found = index_.find(key); found != index_.end())
      candidates_.insert(candidates_.end(), found->second.begin(), found->second.end());
  }

  void enter(ClusterNumber cluster, const std::vector<Key>& keys, std::int32_t first, std::int32_t last) {
    for (Key key : keys) {
      for (key.stretch = first;; ++key.stretch) {
        enter(cluster, key);
        if (key.stretch == last) break;
      }
      key.stretch = all_days - 1;
      enter(cluster, key);
    }
  }

  void enter(ClusterNumber cluster, const Key& key) {
    std::vector<ClusterNumber>& there = index_[key];
    const auto place = std::lower_bound(there.begin(), there.end(), cluster);
    if (place == there.end() || *place != cluster) there.insert(place, cluster);
  }

  const Corpus& corpus_;
  const Relations& relations_;
  const std::vector<DocumentNumber>& lineages_;
  std::unordered_map<std::string, std::uint32_t> types_;
  std::unordered_map<Key, std::vector<ClusterNumber>, KeyHash> index_;
  std::vector<Cluster> clusters_;
  std::vector<SharedTraits> common_;
  std::vector<ClusterNumber> candidates_;
};

} // namespace

std::vector<Cluster> clusters(const Corpus& corpus, const Relations& relations,
                              const std::vector<DocumentNumber>& lineages) {
  return Clustering(corpus, relations, lineages).run();
}

} // namespace stemma::fuse
