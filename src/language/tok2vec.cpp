#include "language/tok2vec.hpp"

#include "language/embedding_cache.hpp"

#include <algorithm>
#include <array>

namespace stemma::language {

namespace {

constexpr std::size_t words_per_feature = 4;
constexpr std::size_t most_tables = 16;
constexpr std::size_t most_layers = 64;

// The inputs [first, first + width) of a maxout layer, its pieces one after another.
PackedMatrix pack_block(const FloatArray& weights, std::size_t first, std::size_t width) {
  const std::size_t stride = weights.shape[2];
  return PackedMatrix(weights.values.data() + first, stride, nullptr, width, rows_by_piece(token_width, maxout_pieces));
}

std::vector<float> bias_by_piece(const FloatArray& bias) {
  std::vector<float> ordered;
  for (const std::size_t row : rows_by_piece(token_width, maxout_pieces)) ordered.push_back(bias.values[row]);
  return ordered;
}

const FloatArray& require_weights(const ThincModel& model, const ThincNode& node, std::size_t inputs) {
  const FloatArray& weights = model.require_array(node, "W");
  weights.require_shape({token_width, maxout_pieces, inputs}, model.file(), node.name + ".W");
  return weights;
}

const FloatArray& require_bias(const ThincModel& model, const ThincNode& node) {
  const FloatArray& bias = model.require_array(node, "b");
  bias.require_shape({token_width, maxout_pieces}, model.file(), node.name + ".b");
  return bias;
}

} // namespace

Tok2Vec::Tok2Vec(const ThincModel& model, const WordVectors& vectors, const Kernels& kernels) : kernels_(kernels) {
  const auto layers = model.find_all("maxout");
  const auto norms = model.find_all("layernorm");
  if (layers.size() < 2 || layers.size() > most_layers || layers.size() != norms.size())
    model.file().fail("maxout", "the layers are not those of an encoder");
  const std::size_t blocks = model.find_all("hashembed").size() + model.find_all("static_vectors").size();
  const FloatArray& mix = require_weights(model, *layers.front(), blocks * token_width);
  mix_bias_ = bias_by_piece(require_bias(model, *layers.front()));
  mix_norm_ = read_norm(model, *norms.front());
  read_tables(model, mix);
  read_vectors(model, vectors, mix);
  read_convolutions(model);
}

Tok2Vec::Feature Tok2Vec::parse_feature(const ThincModel& model, const std::string& name) {
  if (name == "NORM") return Feature::norm;
  if (name == "PREFIX") return Feature::prefix;
  if (name == "SUFFIX") return Feature::suffix;
  if (name == "SHAPE") return Feature::shape;
  if (name == "SPACY") return Feature::space_after;
  if (name == "IS_SPACE") return Feature::is_space;
  if (name == "ORTH") return Feature::orth;
  model.file().fail("extract_features.columns", name + " is not supported");
}

StringId Tok2Vec::value_of(Feature feature, const DocumentToken& token) {
  const LexicalAttributes& form = token.lexeme->attributes;
  switch (feature) {
  case Feature::norm: return form.norm;
  case Feature::prefix: return form.prefix;
  case Feature::suffix: return form.suffix;
  case Feature::shape: return form.shape;
  case Feature::space_after: return token.space_after ? 1 : 0;
  case Feature::is_space: return form.is_space ? 1 : 0;
  case Feature::orth: return form.orth;
  }
  return 0;
}

Tok2Vec::Norm Tok2Vec::read_norm(const ThincModel& model, const ThincNode& node) {
  const FloatArray& gain = model.require_array(node, "G");
  const FloatArray& shift = model.require_array(node, "b");
  gain.require_shape({token_width}, model.file(), "layernorm.G");
  shift.require_shape({token_width}, model.file(), "layernorm.b");
  return {gain.values, shift.values};
}

void Tok2Vec::read_tables(const ThincModel& model, const FloatArray& mix) {
  const std::vector<std::string> columns = model.require_names(model.require("extract_features"), "columns");
  auto nodes = model.find_all("hashembed");
  if (nodes.size() != columns.size() || nodes.size() > most_tables)
    model.file().fail("hashembed", "there is not one table for each feature");
  std::vector<const ThincNode*> ordered(nodes.size(), nullptr);
  for (const ThincNode* node : nodes) {
    const std::uint64_t column = model.require_number(*node, "column");
    if (column >= ordered.size() || ordered[column]) model.file().fail("hashembed.column", "is wrong");
    ordered[column] = node;
  }
  for (std::size_t column = 0; column < ordered.size(); ++column) {
    const FloatArray& values = model.require_array(*ordered[column], "E");
    if (values.shape.size() != 2 || values.shape[0] == 0 || values.shape[1] != token_width)
      model.file().fail("hashembed.E", "has a shape that is not supported");
    Table table{parse_feature(model, columns[column]),
                static_cast<std::uint32_t>(model.require_number(*ordered[column], "seed")), values.shape[0],
                FloatBuffer(values.shape[0] * piece_width)};
    const PackedMatrix block = pack_block(mix, column * token_width, token_width);
    kernels_.multiply(values.values.data(), token_width, table.rows, block.view(), table.values.data(), piece_width);
    reads_space_after_ = reads_space_after_ || table.feature == Feature::space_after;
    tables_.push_back(std::move(table));
  }
}

void Tok2Vec::read_vectors(const ThincModel& model, const WordVectors& vectors, const FloatArray& mix) {
  const auto nodes = model.find_all("static_vectors");
  if (nodes.empty()) return;
  if (nodes.size() > 1) model.file().fail("static_vectors", "there is more than one");
  if (vectors.width() == 0) model.file().fail("static_vectors", "the model needs vectors, and its vocabulary has none");
  const FloatArray& weights = model.require_array(*nodes.front(), "W");
  weights.require_shape({token_width, vectors.width()}, model.file(), "static_vectors.W");
  vectors_ = &vectors;
  vector_projection_ =
      PackedMatrix(weights.values.data(), vectors.width(), nullptr, vectors.width(), rows_in_order(token_width));
  vector_mix_ = pack_block(mix, tables_.size() * token_width, token_width);
}

void Tok2Vec::read_convolutions(const ThincModel& model) {
  const auto layers = model.find_all("maxout");
  const auto norms = model.find_all("layernorm");
  for (const ThincNode* window : model.find_all("expand_window"))
    if (model.require_number(*window, "window_size") != 1)
      model.file().fail("expand_window.window_size", "is not supported");
  for (const ThincNode& node : model.nodes)
    if (node.name.starts_with("with_array(residual(") && model.require_number(node, "pad") != layers.size() - 1)
      model.file().fail("with_array.pad", "is not supported");
  constexpr std::size_t window_width = 3 * token_width;
  for (std::size_t i = 1; i < layers.size(); ++i) {
    const FloatArray& weights = require_weights(model, *layers[i], window_width);
    const FloatArray& bias = require_bias(model, *layers[i]);
    Convolution convolution{{}, read_norm(model, *norms[i])};
    if (i == 1) { // one matrix from a form to its three products
      std::vector<float> stacked;
      std::vector<std::size_t> rows;
      for (std::size_t place = 0; place < 3; ++place)
        for (const std::size_t row : rows_by_piece(token_width, maxout_pieces)) {
          rows.push_back(rows.size());
          const auto from =
              weights.values.begin() + static_cast<std::ptrdiff_t>(row * window_width + place * token_width);
          stacked.insert(stacked.end(), from, from + token_width);
        }
      first_products_ = PackedMatrix(stacked.data(), token_width, nullptr, token_width, rows);
      first_bias_ = bias_by_piece(bias);
    } else {
      convolution.matrix = PackedMatrix(weights.values.data(), window_width, bias.values.data(), window_width,
                                        rows_by_panel(token_width, maxout_pieces));
    }
    convolutions_.push_back(std::move(convolution));
  }
}

void Tok2Vec::embed(std::span<const DocumentToken> tokens, float* entries) const {
  mix(tokens, entries);
  kernels_.multiply(entries, entry_size, tokens.size(), first_products_.view(), entries + token_width, entry_size);
}

// For each token the mixing layer's product of its static vector; zeros where it has none.
FloatBuffer Tok2Vec::vector_products(std::span<const DocumentToken> tokens) const {
  const std::size_t width = vectors_->width();
  FloatBuffer found(tokens.size() * width);
  FloatBuffer projected(tokens.size() * token_width);
  FloatBuffer products(tokens.size() * piece_width);
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (const float* vector = vectors_->find(tokens[i].lexeme->attributes.orth))
      std::copy_n(vector, width, found.data() + i * width);
  kernels_.multiply(found.data(), width, tokens.size(), vector_projection_.view(), projected.data(), token_width);
  kernels_.multiply(projected.data(), token_width, tokens.size(), vector_mix_.view(), products.data(), piece_width);
  return products;
}

void Tok2Vec::mix(std::span<const DocumentToken> tokens, float* entries) const {
  const FloatBuffer products = vectors_ ? vector_products(tokens) : FloatBuffer{};
  std::array<const float*, most_tables * words_per_feature + 1> rows;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::size_t count = 0;
    for (const Table& table : tables_)
      for (const std::uint32_t word : embedding_words(value_of(table.feature, tokens[i]), table.seed))
        rows[count++] = table.values.data() + word % table.rows * piece_width;
    if (vectors_) rows[count++] = products.data() + i * piece_width;
    kernels_.mix(rows.data(), count, mix_bias_.data(), mix_norm_.view(), entries + i * entry_size);
  }
}

// Tokens and, on both sides, all rows of padding but the outermost, whose values nothing reads.
void Tok2Vec::first_layer(const Document& document, EmbeddingCache& cache, float* to) const {
  static constexpr std::array<float, Tok2Vec::entry_size> padding{};
  const auto tokens = static_cast<std::ptrdiff_t>(document.size());
  const auto margin = static_cast<std::ptrdiff_t>(convolutions_.size()) - 1;
  const auto entry = [&](std::ptrdiff_t at) {
    return at < 0 || at >= tokens ? padding.data() : cache.entry(document[static_cast<std::size_t>(at)]);
  };
  constexpr auto step = static_cast<std::ptrdiff_t>(EmbeddingCache::most_tokens) - 2;
  for (std::ptrdiff_t begin = -margin; begin < tokens + margin; begin += step) {
    const std::ptrdiff_t end = std::min(begin + step, tokens + margin);
    const std::ptrdiff_t first = std::clamp<std::ptrdiff_t>(begin - 1, 0, tokens);
    const std::ptrdiff_t last = std::clamp<std::ptrdiff_t>(end + 1, first, tokens);
    cache.require({document.data() + first, static_cast<std::size_t>(last - first)});
    for (std::ptrdiff_t at = begin; at < end; ++at) {
      const float* centre = entry(at);
      const float* left = entry(at - 1) + token_width;
      const float* right = entry(at + 1) + token_width + 2 * piece_width;
      kernels_.combine(left, centre + token_width + piece_width, right, first_bias_.data(), centre,
                       convolutions_.front().norm.view(), to + at * static_cast<std::ptrdiff_t>(token_width));
    }
  }
}

void Tok2Vec::encode(const Document& document, EmbeddingCache& cache, FloatBuffer& rows, FloatBuffer& spare) const {
  const std::size_t layers = convolutions_.size();
  const std::size_t size = (document.size() + 2 * (layers + 2)) * token_width;
  rows.reserve_at_least(size);
  spare.reserve_at_least(size);
  FloatBuffer* from = layers % 2 == 1 ? &rows : &spare; // so that the last layer writes to `rows`
  FloatBuffer* to = from == &rows ? &spare : &rows;
  first_layer(document, cache, first_row(*from));
  for (std::size_t layer = 1; layer < layers; ++layer) {
    const std::size_t margin = layers - 1 - layer;
    const std::size_t skipped = margin * token_width;
    kernels_.convolve(first_row(*from) - skipped, document.size() + 2 * margin, convolutions_[layer].matrix.view(),
                      convolutions_[layer].norm.view(), first_row(*to) - skipped);
    std::swap(from, to);
  }
}

} // namespace stemma::language
