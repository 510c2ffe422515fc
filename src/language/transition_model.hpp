#pragma once
// The network that scores the next action of the parser and of the entity recogniser: a projection of the token's
// vector, a layer over a few tokens of the state, and one score for each action.

#include "language/packed_matrix.hpp"
#include "language/thinc_model.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace stemma::language {

inline constexpr std::size_t most_state_features = 8;

// Action of a transition system: a kind ("2" is Left) and a label.
struct Action {
  unsigned kind = 0;
  std::string label;
};

// In the order of the classes of the model. Throws stemma::Error naming the file.
std::vector<Action> read_actions(const ModelFile& file);

class TransitionModel {
public:
  TransitionModel(const ThincModel& model, std::size_t features, std::size_t actions, const Kernels& kernels);

  std::size_t features() const { return features_; }
  std::size_t padded_actions() const { return padded_actions_; }
  // What each feature position contributes to the hidden layer, features × hidden_row floats a token.
  std::size_t row_size() const { return features_ * hidden_row; }
  void lower(const float* token_rows, std::size_t tokens, float* projected, float* lowered) const;
  const float* padding(std::size_t feature) const { return padding_.data() + feature * hidden_row; }

  // Scores of at least the actions [first, last), at their places; rows[i] is the contribution of feature i.
  void score(const float* const* rows, std::size_t first, std::size_t last, float* hidden, float* scores) const;
  void activate(const float* const* rows, float* hidden) const;

private:
  void read_lower(const ThincModel& model, const ThincNode& node);
  void read_upper(const ThincModel& model, const ThincNode& node, std::size_t actions);

  const Kernels& kernels_;
  std::size_t features_;
  std::size_t padded_actions_ = 0;
  PackedMatrix projection_;
  PackedMatrix lower_;
  FloatBuffer padding_;
  FloatBuffer hidden_bias_;
  FloatBuffer upper_; // hidden_width × padded_actions
  FloatBuffer upper_bias_;
};

// The lower rows of a document, computed for 32 tokens at a time when they are asked for, and kept for so many that
// a long document does not fill the memory.
class LowerRows {
public:
  explicit LowerRows(const TransitionModel& model);

  void start(const float* token_rows, std::size_t tokens); // a new document; its rows must stay where they are

  // rows[i] becomes the row of feature i for tokens[i]; -1: there is no such token. Valid until the next call.
  using Tokens = std::array<std::int32_t, most_state_features>;
  using Rows = std::array<const float*, most_state_features>;
  void find(const Tokens& tokens, Rows& rows);

private:
  void require_block(std::size_t block);
  const float* row_of(std::size_t token, std::size_t feature) const;

  const TransitionModel& model_;
  const float* token_rows_ = nullptr;
  std::size_t tokens_ = 0;
  std::vector<std::size_t> owners_; // which block a place of `lowered_` holds
  FloatBuffer projected_;
  FloatBuffer lowered_;
  FloatBuffer copies_;
};

} // namespace stemma::language
