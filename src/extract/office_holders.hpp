#pragma once

#include "extract/scene.hpp"

#include <map>
#include <set>
#include <string>

namespace stemma::extract {

// The words before an office that say which one it is, in their first letters: "forei" of "Peru's foreign minister",
// "depu defen" of "deputy defence minister". Empty: nothing tells it from others.
std::string portfolio_of(const Scene& scene, TokenIndex office);

// "President Smith", whose country the text names.
bool is_named_leader(const Scene& scene, EntityIndex person, TokenIndex name);

// Which offices the document gives its people: "Foreign Minister X", "X, the president of Y".
class OfficeHolders {
public:
  explicit OfficeHolders(const Scene& scene);

  // Whom "the minister" or "the Russian president" means, standing at `token`: the one named last before it, or else
  // the only one, who holds that office (of that country, where one is named). Empty: nobody, or it cannot be told.
  std::optional<EntityIndex> find(TokenIndex token) const;

  // "Peru's president": the same, where it is said whose he is.
  std::optional<EntityIndex> find_of_state(TokenIndex token) const;

private:
  void read(const PlacedMention& mention);
  bool holds(EntityIndex person, const std::string& office, const std::string& portfolio) const;
  std::optional<EntityIndex> country_before(TokenIndex token) const;

  const Scene& scene_;
  std::map<EntityIndex, std::map<std::string, std::set<std::string>>> offices_; // lemmas, and their portfolios
};

} // namespace stemma::extract
