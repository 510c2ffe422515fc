#include "fuse/same_entities.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace stemma::fuse {

namespace {

bool may_be_joined(const NotedEntity& entity) {
  return !entity.linked && entity.document != none &&
         (entity.kind == EntityKind::person || entity.kind == EntityKind::org || entity.kind == EntityKind::place ||
          entity.kind == EntityKind::munition);
}

// ASCII letters in lower case, hyphens as spaces: "Yoo Sang-Bum" and "Yoo Sang-bum" are one name.
std::string plain_name(const std::string& label) {
  std::string out;
  for (const char c : label) {
    const bool gap = c == '-' || c == ' ';
    if (gap && (out.empty() || out.back() == ' ')) continue;
    out += gap ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (out.starts_with("the ")) out.erase(0, 4);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

class Joining {
public:
  Joining(const Corpus& corpus, const std::vector<DocumentNumber>& lineages)
      : entities_(corpus.entities()), lineages_(lineages) {
    out_.group.resize(entities_.size());
    std::iota(out_.group.begin(), out_.group.end(), EntityNumber{0});
  }

  SameEntities run() {
    std::map<std::tuple<EntityKind, std::string>, std::vector<EntityNumber>> namesakes;
    for (EntityNumber e = 0; e < entities_.size(); ++e)
      if (may_be_joined(entities_[e])) namesakes[{entities_[e].kind, plain_name(entities_[e].label)}].push_back(e);
    for (auto& [name, members] : namesakes) {
      std::sort(members.begin(), members.end(), [&](EntityNumber a, EntityNumber b) {
        return std::tie(entities_[a].document, entities_[a].id) < std::tie(entities_[b].document, entities_[b].id);
      });
      const bool full = std::get<1>(name).find(' ') != std::string::npos;
      join(members, full);
    }
    std::sort(out_.links.begin(), out_.links.end(), [&](const SameEntity& a, const SameEntity& b) {
      return entities_[a.entity].id < entities_[b.entity].id;
    });
    return std::move(out_);
  }

private:
  // In the order of publication each one joins the first group it fits.
  void join(const std::vector<EntityNumber>& members, bool full_name) {
    struct Group {
      EntityNumber first;
      EntityNumber country;
      std::vector<EntityNumber> members;
    };
    std::vector<Group> groups;
    for (const EntityNumber e : members) {
      const auto fits = [&](const Group& group) {
        const bool countries_differ =
            entities_[e].country != none && group.country != none && entities_[e].country != group.country;
        if (countries_differ || entities_[group.members.back()].document == entities_[e].document) return false;
        return full_name || in_lineage_of(group.members, e);
      };
      const auto found = std::find_if(groups.begin(), groups.end(), fits);
      if (found == groups.end()) {
        groups.push_back({e, entities_[e].country, {e}});
        continue;
      }
      add_link(found->first, e, in_lineage_of(found->members, e));
      found->members.push_back(e);
      if (found->country == none) found->country = entities_[e].country;
    }
  }

  bool in_lineage_of(const std::vector<EntityNumber>& members, EntityNumber e) const {
    return std::any_of(members.begin(), members.end(), [&](EntityNumber other) {
      return lineages_[entities_[other].document] == lineages_[entities_[e].document];
    });
  }

  void add_link(EntityNumber first, EntityNumber e, bool copy) {
    out_.group[e] = first;
    const bool same_country = entities_[e].country != none && entities_[e].country == entities_[first].country;
    SameEntity link{e, first, copy || same_country, {}};
    link.reason = copy           ? "the same name in copies of one text"
                  : same_country ? "the same full name and the same country"
                                 : "the same full name; nothing is known that tells them apart";
    out_.links.push_back(link);
  }

  const std::vector<NotedEntity>& entities_;
  const std::vector<DocumentNumber>& lineages_;
  SameEntities out_;
};

} // namespace

SameEntities same_entities(const Corpus& corpus, const std::vector<DocumentNumber>& lineages) {
  return Joining(corpus, lineages).run();
}

} // namespace stemma::fuse
