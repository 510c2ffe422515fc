#pragma once
// The arithmetic that the time goes into, once for each level of x86-64.
//
// Every level gives the same bytes. A product is one chain of fused multiply-adds over its inputs, in their order;
// vectors run across outputs, so that their width does not show. Sums across a vector are a fixed tree over sixteen
// lanes. The baseline has no fused multiply-add and computes it exactly in double precision: correct, and slow.

#include <cstddef>

namespace stemma::language {

inline constexpr std::size_t token_width = 96; // floats in the vector of a token
inline constexpr std::size_t maxout_pieces = 3;
inline constexpr std::size_t piece_width = token_width * maxout_pieces; // before the maximum, piece after piece
inline constexpr std::size_t hidden_width = 64;                         // of the parser and the entity recogniser
inline constexpr std::size_t hidden_pieces = 2;
inline constexpr std::size_t hidden_row = hidden_width * hidden_pieces;
inline constexpr std::size_t lane_count = 16; // outputs are padded to multiples of this

// A matrix as PackedMatrix lays it out: panels of `vectors`×16 outputs, each a list over the inputs.
struct PackedView {
  const float* weights;
  const float* bias; // padded_outputs floats
  std::size_t inputs;
  std::size_t padded_outputs;
  std::size_t vectors; // 2 or 3
};

struct NormView {
  const float* gain; // token_width floats each
  const float* shift;
};

struct Kernels {
  const char* name; // "baseline", "avx2", "avx512"

  // y[row] = W·x[row] + bias, padded_outputs floats a row.
  void (*multiply)(const float* x, std::size_t x_stride, std::size_t rows, const PackedView& matrix, float* y,
                   std::size_t y_stride);

  // y[row] = x[row] + norm(maxout(W·[x[row-1], x[row], x[row+1]] + bias)); rows are token_width floats apart, and
  // the rows before the first and after the last must be readable. The matrix has one panel for 16 outputs, its
  // vectors being the three pieces.
  void (*convolve)(const float* x, std::size_t rows, const PackedView& matrix, const NormView& norm, float* y);

  // out = norm(maxout(bias + rows[0] + rows[1] + …)); each row has piece_width floats.
  void (*mix)(const float* const* rows, std::size_t count, const float* bias, const NormView& norm, float* out);

  // out = x + norm(maxout(left + centre + right + bias)): the convolution of a window whose products are known.
  void (*combine)(const float* left, const float* centre, const float* right, const float* bias, const float* x,
                  const NormView& norm, float* out);

  // hidden = maxout(rows[0] + rows[1] + … + bias); each row has hidden_row floats, hidden has hidden_width.
  void (*activate)(const float* const* rows, std::size_t count, const float* bias, float* hidden);

  // scores[16·b …] for the blocks [first, last): W·hidden + bias; weights[k·padded + output].
  void (*score)(const float* hidden, const float* weights, const float* bias, std::size_t padded, std::size_t first,
                std::size_t last, float* scores);
};

enum class InstructionSet { best, baseline, avx2, avx512 };

// The kernels of a level; `best` is the highest this processor runs. Throws stemma::Error for a level it does not.
const Kernels& require_kernels(InstructionSet level);

// Defined each in a file of its own, compiled for its level; call require_kernels instead.
const Kernels& baseline_kernels();
const Kernels& avx2_kernels();
const Kernels& avx512_kernels();

} // namespace stemma::language
