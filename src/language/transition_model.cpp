#include "language/transition_model.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace stemma::language {

namespace {

constexpr std::size_t block_tokens = 32;
constexpr std::size_t most_blocks = 24;
constexpr std::size_t no_block = ~std::size_t{0};
constexpr std::size_t most_actions = 4096;

} // namespace

// spaCy's order (TransitionSystem.initialize_actions): kinds by name, then labels by falling frequency and name.
std::vector<Action> read_actions(const ModelFile& file) {
  MsgpackReader reader(file);
  std::vector<Action> actions;
  for (std::size_t pairs = reader.read_map("moves"); pairs > 0; --pairs) {
    const std::string_view key = reader.read_string("moves");
    if (key != "moves") {
      reader.skip(key);
      continue;
    }
    const auto json = nlohmann::json::parse(reader.read_string("moves"), nullptr, false);
    if (!json.is_object() || !actions.empty()) file.fail("moves", "is no JSON object");
    for (const auto& [kind, labels] : json.items()) {
      if (kind.size() != 1 || kind[0] < '0' || kind[0] > '9' || !labels.is_object())
        file.fail("moves", "holds an action that is not known");
      std::vector<std::pair<std::int64_t, std::string>> ordered;
      for (const auto& [label, frequency] : labels.items()) {
        if (!frequency.is_number_integer() || frequency.get<std::int64_t>() < 0)
          file.fail("moves", "holds a label without a frequency");
        ordered.emplace_back(frequency.get<std::int64_t>(), label);
      }
      std::sort(ordered.rbegin(), ordered.rend());
      for (auto& [frequency, label] : ordered) actions.push_back({static_cast<unsigned>(kind[0] - '0'), label});
    }
  }
  reader.expect_end("moves");
  if (actions.empty() || actions.size() > most_actions) file.fail("moves", "has no actions, or too many");
  return actions;
}

TransitionModel::TransitionModel(const ThincModel& model, std::size_t features, std::size_t actions,
                                 const Kernels& kernels)
    : kernels_(kernels), features_(features) {
  const ThincNode& root = model.nodes.front();
  if (root.name != "parser_model") model.file().fail(root.name, "should be parser_model");
  const ThincNode& upper = model.require_ref(root, "upper");
  const ThincNode* projection = nullptr;
  for (const ThincNode* node : model.find_all("linear"))
    if (node != &upper) projection = projection ? nullptr : node;
  if (!projection) model.file().fail("linear", "there should be one projection and one upper layer");
  const FloatArray& weights = model.require_array(*projection, "W");
  const FloatArray& bias = model.require_array(*projection, "b");
  weights.require_shape({hidden_width, token_width}, model.file(), "linear.W");
  bias.require_shape({hidden_width}, model.file(), "linear.b");
  projection_ =
      PackedMatrix(weights.values.data(), token_width, bias.values.data(), token_width, rows_in_order(hidden_width));
  read_lower(model, model.require_ref(root, "lower"));
  read_upper(model, upper, actions);
}

void TransitionModel::read_lower(const ThincModel& model, const ThincNode& node) {
  const FloatArray& weights = model.require_array(node, "W");
  const FloatArray& bias = model.require_array(node, "b");
  const FloatArray& padding = model.require_array(node, "pad");
  weights.require_shape({features_, hidden_width, hidden_pieces, hidden_width}, model.file(), "precomputable_affine.W");
  bias.require_shape({hidden_width, hidden_pieces}, model.file(), "precomputable_affine.b");
  padding.require_shape({1, features_, hidden_width, hidden_pieces}, model.file(), "precomputable_affine.pad");
  std::vector<std::size_t> rows;
  for (std::size_t feature = 0; feature < features_; ++feature)
    for (const std::size_t row : rows_by_piece(hidden_width, hidden_pieces)) rows.push_back(feature * hidden_row + row);
  lower_ = PackedMatrix(weights.values.data(), hidden_width, nullptr, hidden_width, rows);
  padding_ = FloatBuffer(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) padding_[i] = padding.values[rows[i]];
  hidden_bias_ = FloatBuffer(hidden_row);
  for (std::size_t i = 0; i < hidden_row; ++i) hidden_bias_[i] = bias.values[rows[i]];
}

void TransitionModel::read_upper(const ThincModel& model, const ThincNode& node, std::size_t actions) {
  const FloatArray& weights = model.require_array(node, "W");
  const FloatArray& bias = model.require_array(node, "b");
  weights.require_shape({actions, hidden_width}, model.file(), "upper.W");
  bias.require_shape({actions}, model.file(), "upper.b");
  padded_actions_ = (actions + lane_count - 1) / lane_count * lane_count;
  upper_ = FloatBuffer(hidden_width * padded_actions_);
  upper_bias_ = FloatBuffer(padded_actions_);
  for (std::size_t action = 0; action < actions; ++action) {
    upper_bias_[action] = bias.values[action];
    for (std::size_t k = 0; k < hidden_width; ++k)
      upper_[k * padded_actions_ + action] = weights.values[action * hidden_width + k];
  }
}

void TransitionModel::lower(const float* token_rows, std::size_t tokens, float* projected, float* lowered) const {
  kernels_.multiply(token_rows, token_width, tokens, projection_.view(), projected, hidden_width);
  kernels_.multiply(projected, hidden_width, tokens, lower_.view(), lowered, row_size());
}

void TransitionModel::activate(const float* const* rows, float* hidden) const {
  kernels_.activate(rows, features_, hidden_bias_.data(), hidden);
}

void TransitionModel::score(const float* const* rows, std::size_t first, std::size_t last, float* hidden,
                            float* scores) const {
  activate(rows, hidden);
  kernels_.score(hidden, upper_.data(), upper_bias_.data(), padded_actions_, first / lane_count,
                 (last + lane_count - 1) / lane_count, scores);
}

LowerRows::LowerRows(const TransitionModel& model)
    : model_(model), owners_(most_blocks, no_block), projected_(block_tokens * hidden_width),
      copies_(most_state_features * hidden_row) {}

void LowerRows::start(const float* token_rows, std::size_t tokens) {
  token_rows_ = token_rows;
  tokens_ = tokens;
  std::fill(owners_.begin(), owners_.end(), no_block);
  const std::size_t blocks = std::min(most_blocks, (tokens + block_tokens - 1) / block_tokens);
  lowered_.reserve_at_least(blocks * block_tokens * model_.row_size());
}

void LowerRows::require_block(std::size_t block) {
  const std::size_t place = block % most_blocks;
  if (owners_[place] == block) return;
  const std::size_t first = block * block_tokens;
  model_.lower(token_rows_ + first * token_width, std::min(block_tokens, tokens_ - first), projected_.data(),
               lowered_.data() + place * block_tokens * model_.row_size());
  owners_[place] = block;
}

const float* LowerRows::row_of(std::size_t token, std::size_t feature) const {
  const std::size_t place = token / block_tokens % most_blocks;
  return lowered_.data() + (place * block_tokens + token % block_tokens) * model_.row_size() + feature * hidden_row;
}

void LowerRows::find(const Tokens& tokens, Rows& rows) {
  bool all_stay = true;
  const std::size_t features = model_.features();
  for (std::size_t i = 0; i < features; ++i)
    if (tokens[i] >= 0) require_block(static_cast<std::size_t>(tokens[i]) / block_tokens);
  for (std::size_t i = 0; i < features; ++i) {
    if (tokens[i] < 0) {
      rows[i] = model_.padding(i);
      continue;
    }
    const auto token = static_cast<std::size_t>(tokens[i]);
    rows[i] = row_of(token, i);
    all_stay = all_stay && owners_[token / block_tokens % most_blocks] == token / block_tokens;
  }
  if (all_stay) return;
  // Two of the tokens are so far apart that their blocks share a place.
  for (std::size_t i = 0; i < features; ++i) {
    if (tokens[i] < 0) continue;
    const auto token = static_cast<std::size_t>(tokens[i]);
    require_block(token / block_tokens);
    float* copy = copies_.data() + i * hidden_row;
    std::copy_n(row_of(token, i), hidden_row, copy);
    rows[i] = copy;
  }
}

} // namespace stemma::language
