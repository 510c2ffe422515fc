#include "language/tagger.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace stemma::language {

namespace {
constexpr std::size_t block_tokens = 64;
constexpr std::size_t most_tags = 4096;
} // namespace

Tagger::Tagger(const ThincModel& model, const ModelFile& config, NameTable& names, const Kernels& kernels)
    : kernels_(kernels) {
  const auto json = nlohmann::json::parse(config.bytes, nullptr, false);
  if (!json.is_object() || !json.contains("labels") || !json["labels"].is_array()) config.fail("labels", "is missing");
  for (const auto& label : json["labels"]) {
    if (!label.is_string()) config.fail("labels", "holds something else than a string");
    tags_.push_back(names.add(label.get<std::string>()));
  }
  if (tags_.empty() || tags_.size() > most_tags) config.fail("labels", "there are none, or too many");
  const ThincNode& node = model.require("softmax");
  const FloatArray& weights = model.require_array(node, "W");
  const FloatArray& bias = model.require_array(node, "b");
  weights.require_shape({tags_.size(), token_width}, model.file(), "softmax.W");
  bias.require_shape({tags_.size()}, model.file(), "softmax.b");
  matrix_ =
      PackedMatrix(weights.values.data(), token_width, bias.values.data(), token_width, rows_in_order(tags_.size()));
}

void Tagger::tag(Document& document, const float* token_rows) const {
  const std::size_t width = matrix_.padded_outputs();
  FloatBuffer scores(block_tokens * width);
  for (std::size_t first = 0; first < document.size(); first += block_tokens) {
    const std::size_t count = std::min(block_tokens, document.size() - first);
    kernels_.multiply(token_rows + first * token_width, token_width, count, matrix_.view(), scores.data(), width);
    for (std::size_t i = 0; i < count; ++i) {
      const float* row = scores.data() + i * width;
      const auto best = std::max_element(row, row + tags_.size()) - row;
      document[first + i].tag = tags_[static_cast<std::size_t>(best)];
    }
  }
}

} // namespace stemma::language
