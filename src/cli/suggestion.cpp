#include "cli/suggestion.hpp"

#include "cli/printable.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
#include <utility>

namespace stemma::cli {

namespace {

constexpr std::size_t longest = 64; // a longer word is no typing error, and the table would grow with its square

// How many edits a typing error may be.
std::size_t allowed_edits(std::string_view typed) { return std::max<std::size_t>(1, typed.size() / 3); }

// Optimal string alignment distance.
std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  return cost[a.size()][b.size()];
}

} // namespace

std::optional<std::string> find_suggestion(std::string_view typed, const std::vector<std::string>& known) {
  if (typed.size() > longest) return std::nullopt;
  std::optional<std::string> best;
  std::size_t best_edits = allowed_edits(typed) + 1;
  for (const std::string& word : known) {
    const std::size_t found = edits(typed, word);
    if (found < best_edits) {
      best = word;
      best_edits = found;
    }
  }
  return best;
}

std::vector<std::string> find_near_names(std::string_view typed, const std::vector<std::string>& names) {
  constexpr std::size_t most = 3;
  if (typed.size() > longest) return {};
  const std::string wanted = text::to_lower(typed);
  const std::size_t allowed = allowed_edits(wanted);
  std::set<std::pair<std::size_t, std::string>> near;
  std::set<std::string> seen;
  const auto consider = [&](const std::string& name) {
    if (name.size() > wanted.size() + allowed || name.size() + allowed < wanted.size() || !seen.insert(name).second)
      return;
    if (const std::size_t found = edits(wanted, text::to_lower(name)); found <= allowed) near.emplace(found, name);
    if (near.size() > most) near.erase(std::prev(near.end()));
  };
  for (const std::string& name : names) {
    consider(name);
    std::istringstream words(name);
    for (std::string word; words >> word;)
      if (word.size() > 3) consider(word);
  }
  std::vector<std::string> found;
  for (const auto& [distance, name] : near) found.push_back(name);
  return found;
}

std::string did_you_mean(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "did you mean '" : i + 1 < names.size() ? "', '" : "' or '") + printable(names[i]);
  return names.empty() ? text : text + "'?";
}

} // namespace stemma::cli
