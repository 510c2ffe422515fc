#pragma once

#include "extract/scene.hpp"

#include <map>
#include <set>
#include <string>

namespace stemma::extract {

// Which offices the document gives its people: "Foreign Minister X", "X, the president of Y".
class OfficeHolders {
public:
  explicit OfficeHolders(const Scene& scene);

  // Whom "the minister" or "the Russian president" means, standing at `token`: the one named last before it, or else
  // the only one, who holds that office (of that country, where one is named). Empty: nobody, or it cannot be told.
  std::optional<EntityIndex> find(TokenIndex token) const;

private:
  void read(const PlacedMention& mention);
  bool holds(EntityIndex person, const std::string& office) const;
  std::optional<EntityIndex> country_before(TokenIndex token) const;

  const Scene& scene_;
  std::map<EntityIndex, std::set<std::string>> offices_; // lemmas
};

} // namespace stemma::extract
