#include "language/entity_recogniser.hpp"

#include <algorithm>

namespace stemma::language {

namespace {
constexpr std::size_t feature_count = 3;
constexpr std::int32_t none = -1;
} // namespace

EntityRecogniser::EntityRecogniser(const ThincModel& model, const ModelFile& moves, NameTable& names,
                                   const Kernels& kernels)
    : actions_(read_actions(moves)), model_(model, feature_count, actions_.size(), kernels) {
  for (std::size_t i = 0; i < actions_.size(); ++i) {
    const auto& [kind, label] = actions_[i];
    const NameId name = names.add(label);
    labels_.push_back(name);
    if (kind == missing || kind >= kinds) moves.fail("moves", "holds an action that the recogniser does not have");
    if (label.empty() && kind != out && kind != unit) moves.fail("moves", "holds an entity without a type");
    if (!label.empty() && kind == out) moves.fail("moves", "holds an action that the recogniser does not have");
    if (open_.size() <= name) {
      open_.resize(name + 1U);
      open_before_end_.resize(name + 1U);
    }
    const bool typed_unit = kind == unit && !label.empty(); // without a type it needs presets, which we never have
    if (kind == begin || typed_unit || kind == out) closed_.push_back(i);
    if (typed_unit || kind == out) closed_before_end_.push_back(i);
    if (kind == out) closed_in_space_.push_back(i);
    if (kind == in || kind == last) open_[name].push_back(i);
    if (kind == last) open_before_end_[name].push_back(i);
  }
  if (closed_in_space_.size() != 1) moves.fail("moves", "should have one Out");
  for (std::size_t i = 0; i < actions_.size(); ++i)
    if (actions_[i].kind == begin && open_before_end_[labels_[i]].empty())
      moves.fail("moves", actions_[i].label + " can begin and never end");
}

std::size_t EntityRecogniser::choose(const std::vector<std::size_t>& valid, const LowerRows::Tokens& tokens,
                                     LowerRows& lower, float* hidden, float* scores) const {
  if (valid.size() == 1) return valid.front();
  LowerRows::Rows rows;
  lower.find(tokens, rows);
  const auto [low, high] = std::minmax_element(valid.begin(), valid.end());
  model_.score(rows.data(), *low, *high + 1, hidden, scores);
  std::size_t best = valid.front();
  for (const std::size_t action : valid)
    if (scores[action] > scores[best]) best = action;
  return best;
}

void EntityRecogniser::recognise(Document& document, const float* token_rows, LowerRows& lower) const {
  lower.start(token_rows, document.size());
  FloatBuffer hidden(hidden_width);
  FloatBuffer scores(model_.padded_actions());
  std::int32_t start = none; // of the open entity
  NameId type = 0;
  for (std::size_t at = 0; at < document.size(); ++at) {
    DocumentToken& token = document[at];
    const bool goes_on = at + 1 < document.size() && !document[at + 1].sent_start;
    const auto& valid = start != none      ? (goes_on ? open_ : open_before_end_)[type]
                        : token.is_space() ? closed_in_space_
                        : goes_on          ? closed_
                                           : closed_before_end_;
    const auto here = static_cast<std::int32_t>(at);
    const std::size_t action =
        choose(valid, {here, start, start != none ? here - 1 : none}, lower, hidden.data(), scores.data());
    const unsigned kind = actions_[action].kind;
    if (kind == begin) {
      start = here;
      type = labels_[action];
    }
    token.ent_iob = kind == out ? 'O' : kind == begin || kind == unit ? 'B' : 'I';
    token.ent_type = kind == out ? NameId{0} : labels_[action];
    if (kind == last) start = none;
  }
}

} // namespace stemma::language
