#include "language/packed_matrix.hpp"

namespace stemma::language {

PackedMatrix::PackedMatrix(const float* weights, std::size_t stride, const float* bias, std::size_t inputs,
                           const std::vector<std::size_t>& rows)
    : inputs_(inputs), vectors_(rows.size() % (3 * lane_count) == 0 ? 3 : 2) {
  const std::size_t panel = vectors_ * lane_count;
  padded_outputs_ = (rows.size() + panel - 1) / panel * panel;
  weights_ = FloatBuffer(padded_outputs_ * inputs);
  bias_ = FloatBuffer(padded_outputs_);
  for (std::size_t output = 0; output < rows.size(); ++output) {
    const float* from = weights + rows[output] * stride;
    float* to = weights_.data() + output / panel * panel * inputs + output % panel;
    for (std::size_t k = 0; k < inputs; ++k) to[k * panel] = from[k];
    if (bias) bias_[output] = bias[rows[output]];
  }
}

std::vector<std::size_t> rows_in_order(std::size_t count) {
  std::vector<std::size_t> rows(count);
  for (std::size_t i = 0; i < count; ++i) rows[i] = i;
  return rows;
}

std::vector<std::size_t> rows_by_piece(std::size_t outputs, std::size_t pieces) {
  std::vector<std::size_t> rows;
  for (std::size_t p = 0; p < pieces; ++p)
    for (std::size_t o = 0; o < outputs; ++o) rows.push_back(o * pieces + p);
  return rows;
}

std::vector<std::size_t> rows_by_panel(std::size_t outputs, std::size_t pieces) {
  std::vector<std::size_t> rows;
  for (std::size_t first = 0; first < outputs; first += lane_count)
    for (std::size_t p = 0; p < pieces; ++p)
      for (std::size_t o = first; o < first + lane_count; ++o) rows.push_back(o * pieces + p);
  return rows;
}

} // namespace stemma::language
