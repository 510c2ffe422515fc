#pragma once
// A weight matrix in the order in which the kernels read it.

#include "language/float_buffer.hpp"
#include "language/kernels.hpp"

#include <vector>

namespace stemma::language {

class PackedMatrix {
public:
  PackedMatrix() = default;
  // Output i of the packed matrix is row `rows[i]` of the plain one: `inputs` floats at weights + rows[i]·stride,
  // and bias[rows[i]] (`bias` may be null: zeros).
  PackedMatrix(const float* weights, std::size_t stride, const float* bias, std::size_t inputs,
               const std::vector<std::size_t>& rows);

  PackedView view() const { return {weights_.data(), bias_.data(), inputs_, padded_outputs_, vectors_}; }
  std::size_t padded_outputs() const { return padded_outputs_; }
  std::size_t inputs() const { return inputs_; }

private:
  std::size_t inputs_ = 0;
  std::size_t padded_outputs_ = 0;
  std::size_t vectors_ = 2;
  FloatBuffer weights_;
  FloatBuffer bias_;
};

// 0, 1, …, count-1.
std::vector<std::size_t> rows_in_order(std::size_t count);
// Row o·pieces+p of a maxout layer's (outputs, pieces, inputs) at place p·outputs+o: piece after piece.
std::vector<std::size_t> rows_by_piece(std::size_t outputs, std::size_t pieces);
// Sixteen outputs at a time, their pieces after one another: what Kernels::convolve expects.
std::vector<std::size_t> rows_by_panel(std::size_t outputs, std::size_t pieces);

} // namespace stemma::language
