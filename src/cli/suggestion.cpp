#include "cli/suggestion.hpp"

#include <algorithm>

namespace stemma::cli {

namespace {

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
  constexpr std::size_t longest = 64; // a longer word is no typing error, and the table would grow with its square
  if (typed.size() > longest) return std::nullopt;
  const std::size_t allowed = std::max<std::size_t>(1, typed.size() / 3);
  std::optional<std::string> best;
  std::size_t best_edits = allowed + 1;
  for (const std::string& word : known) {
    const std::size_t found = edits(typed, word);
    if (found < best_edits) {
      best = word;
      best_edits = found;
    }
  }
  return best;
}

} // namespace stemma::cli
