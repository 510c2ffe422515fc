#include "extract/cumulative.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace stemma::extract {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 6> sums_up = {
    {{"so", "far"}, {"thus", "far"}, {"to", "date"}, {"in", "total"}, {"in", "all"}, {"until", "now"}}};

constexpr TokenIndex near = 12; // tokens; what stands further off sums up something else

bool is_pair(const Scene& scene, TokenIndex t, const Pair& pair) {
  return t + 1 < scene.words.size() && scene.words[t] == pair.first && scene.words[t + 1] == pair.second;
}

bool is_total(const Scene& scene, TokenIndex first) { return first > 1 && is_pair(scene, first - 2, {"total", "of"}); }

bool is_summed_up(const Scene& scene, const DraftQuantity& quantity) {
  const auto sentence = scene.tree.sentence(quantity.first);
  const auto from = quantity.first - std::min(quantity.first, near);
  const auto to = std::min<TokenIndex>(quantity.last + near, scene.tree.size());
  for (auto t = from; t < to; ++t)
    if (scene.tree.sentence(t) == sentence &&
        std::any_of(sums_up.begin(), sums_up.end(), [&](const Pair& pair) { return is_pair(scene, t, pair); }))
      return true;
  return false;
}

} // namespace

bool is_cumulative(const Scene& scene, const Draft& draft, const DraftQuantity& quantity) {
  const bool since =
      draft.time && draft.time->since && scene.tree.sentence(draft.time->first) == scene.tree.sentence(quantity.first);
  return since || is_total(scene, quantity.first) || is_summed_up(scene, quantity);
}

bool is_additional(const Scene& scene, const DraftQuantity& quantity) {
  constexpr TokenIndex before = 4; // "a second batch of 40"
  const auto sentence = scene.tree.sentence(quantity.first);
  const auto to = std::min<TokenIndex>(quantity.last + 1, scene.tree.size());
  for (auto t = quantity.first - std::min(quantity.first, before); t < to; ++t)
    if (scene.tree.sentence(t) == sentence && scene.frames.in_class("further-word", scene.words[t]) &&
        !(scene.words[t] == "more" && t + 1 < scene.words.size() && scene.words[t + 1] == "than"))
      return true;
  return false;
}

} // namespace stemma::extract
