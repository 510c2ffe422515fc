#pragma once
// From tokens to vectors: hash embeddings of the form's features, mixed, then convolutions over the neighbours.
//
// Two things are computed ahead of time without changing what comes out. The mixing layer is folded into the
// embedding tables, so that a form's mixed vector is a sum of table rows. The first convolution is a sum of three
// products, of the token and of its neighbours, each of which depends on one form alone: they are kept by form.

#include "language/document.hpp"
#include "language/packed_matrix.hpp"
#include "language/thinc_model.hpp"
#include "language/word_vectors.hpp"

#include <span>

namespace stemma::language {

class EmbeddingCache;

class Tok2Vec {
public:
  // Throws stemma::Error naming the file and node unless the file holds a tok2vec of the one kind that is run.
  Tok2Vec(const ThincModel& model, const WordVectors& vectors, const Kernels& kernels);

  // Floats kept for a form: its mixed vector, and its products as left neighbour, itself, right neighbour.
  static constexpr std::size_t entry_size = token_width + 3 * piece_width;

  // Whether a token's vector depends on the blank after it.
  bool reads_space_after() const { return reads_space_after_; }

  // The entries of `tokens`, entry_size floats one after another.
  void embed(std::span<const DocumentToken> tokens, float* entries) const;

  // token_width floats for each token.
  void encode(const Document& document, EmbeddingCache& cache, FloatBuffer& rows, FloatBuffer& spare) const;

  // Where the first token's vector is in `rows`.
  float* first_row(FloatBuffer& rows) const { return rows.data() + (convolutions_.size() + 2) * token_width; }

private:
  enum class Feature { norm, prefix, suffix, shape, space_after, is_space, orth };
  struct Table {
    Feature feature;
    std::uint32_t seed;
    std::size_t rows;
    FloatBuffer values; // rows × piece_width
  };
  struct Norm {
    std::vector<float> gain;
    std::vector<float> shift;
    NormView view() const { return {gain.data(), shift.data()}; }
  };
  struct Convolution {
    PackedMatrix matrix;
    Norm norm;
  };

  static Feature parse_feature(const ThincModel& model, const std::string& name);
  static Norm read_norm(const ThincModel& model, const ThincNode& node);
  static StringId value_of(Feature feature, const DocumentToken& token);
  void read_tables(const ThincModel& model, const FloatArray& mix);
  void read_vectors(const ThincModel& model, const WordVectors& vectors, const FloatArray& mix);
  void read_convolutions(const ThincModel& model);
  void mix(std::span<const DocumentToken> tokens, float* entries) const;
  FloatBuffer vector_products(std::span<const DocumentToken> tokens) const;
  void first_layer(const Document& document, EmbeddingCache& cache, float* to) const;

  const Kernels& kernels_;
  std::vector<Table> tables_;
  bool reads_space_after_ = false;
  const WordVectors* vectors_ = nullptr;
  PackedMatrix vector_projection_;
  PackedMatrix vector_mix_;
  std::vector<float> mix_bias_; // piece after piece
  Norm mix_norm_;
  PackedMatrix first_products_;
  std::vector<float> first_bias_;
  std::vector<Convolution> convolutions_; // the first has no matrix
};

} // namespace stemma::language
