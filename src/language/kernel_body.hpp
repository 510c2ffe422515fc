// The kernels in terms of `Lanes`, sixteen floats. Included by kernels_<level>.cpp inside its anonymous namespace,
// after Lanes, load, store, broadcast, add, subtract, multiply, fuse, maximum, sum, square_root and the tile heights
// are defined. No standard header may be included here or there: an inline function compiled for a high level could
// be the copy that the linker keeps for the whole program.

constexpr std::size_t norm_lanes = token_width / lane_count;

inline Lanes tree(const Lanes (&v)[norm_lanes]) { return add(add(add(v[0], v[1]), add(v[2], v[3])), add(v[4], v[5])); }

inline void normalise(const Lanes (&z)[norm_lanes], const NormView& norm, const float* residual, float* out) {
  constexpr float width = token_width;
  constexpr float epsilon = 1e-8F;
  const Lanes mean = broadcast(sum(tree(z)) / width);
  Lanes centred[norm_lanes];
  Lanes squares[norm_lanes];
  for (std::size_t i = 0; i < norm_lanes; ++i) {
    centred[i] = subtract(z[i], mean);
    squares[i] = multiply(centred[i], centred[i]);
  }
  const Lanes scale = broadcast(1.0F / square_root(sum(tree(squares)) / width + epsilon));
  for (std::size_t i = 0; i < norm_lanes; ++i) {
    const std::size_t at = i * lane_count;
    Lanes value = add(multiply(multiply(centred[i], scale), load(norm.gain + at)), load(norm.shift + at));
    if (residual) value = add(load(residual + at), value);
    store(out + at, value);
  }
}

template <std::size_t Rows, std::size_t Vectors>
inline void accumulate(const float* x, std::size_t stride, const float* weights, std::size_t inputs,
                       Lanes (&totals)[Rows][Vectors]) {
  Lanes sums[Rows][Vectors];
#pragma GCC unroll 16
  for (std::size_t r = 0; r < Rows; ++r)
#pragma GCC unroll 4
    for (std::size_t v = 0; v < Vectors; ++v) sums[r][v] = broadcast(0.0F);
  for (std::size_t k = 0; k < inputs; ++k, weights += Vectors * lane_count) {
    Lanes w[Vectors];
#pragma GCC unroll 4
    for (std::size_t v = 0; v < Vectors; ++v) w[v] = load(weights + v * lane_count);
#pragma GCC unroll 16
    for (std::size_t r = 0; r < Rows; ++r) {
      const Lanes factor = broadcast(x[r * stride + k]);
#pragma GCC unroll 4
      for (std::size_t v = 0; v < Vectors; ++v) sums[r][v] = fuse(factor, w[v], sums[r][v]);
    }
  }
#pragma GCC unroll 16
  for (std::size_t r = 0; r < Rows; ++r)
#pragma GCC unroll 4
    for (std::size_t v = 0; v < Vectors; ++v) totals[r][v] = sums[r][v];
}

template <std::size_t Rows, std::size_t Vectors>
inline void multiply_tile(const float* x, std::size_t x_stride, const float* weights, std::size_t inputs,
                          const float* bias, float* y, std::size_t y_stride) {
  Lanes totals[Rows][Vectors];
  accumulate<Rows, Vectors>(x, x_stride, weights, inputs, totals);
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t v = 0; v < Vectors; ++v)
      store(y + r * y_stride + v * lane_count, add(totals[r][v], load(bias + v * lane_count)));
}

template <std::size_t Tile, std::size_t Vectors>
inline void multiply_panels(const float* x, std::size_t x_stride, std::size_t rows, const PackedView& matrix, float* y,
                            std::size_t y_stride) {
  constexpr std::size_t panel = Vectors * lane_count;
  constexpr std::size_t block_rows = 16 * Tile; // what stays in the cache beside a panel
  for (std::size_t begin = 0; begin < rows; begin += block_rows) {
    const std::size_t end = begin + block_rows < rows ? begin + block_rows : rows;
    for (std::size_t first = 0; first < matrix.padded_outputs; first += panel) {
      const float* weights = matrix.weights + first * matrix.inputs;
      std::size_t row = begin;
      for (; row + Tile <= end; row += Tile)
        multiply_tile<Tile, Vectors>(x + row * x_stride, x_stride, weights, matrix.inputs, matrix.bias + first,
                                     y + row * y_stride + first, y_stride);
      for (; row < end; ++row)
        multiply_tile<1, Vectors>(x + row * x_stride, x_stride, weights, matrix.inputs, matrix.bias + first,
                                  y + row * y_stride + first, y_stride);
    }
  }
}

void multiply_rows(const float* x, std::size_t x_stride, std::size_t rows, const PackedView& matrix, float* y,
                   std::size_t y_stride) {
  if (matrix.vectors == 3)
    multiply_panels<tile_of_three, 3>(x, x_stride, rows, matrix, y, y_stride);
  else
    multiply_panels<tile_of_two, 2>(x, x_stride, rows, matrix, y, y_stride);
}

template <std::size_t Rows>
inline void convolve_tile(const float* window, const float* weights, std::size_t inputs, const float* bias, float* z) {
  Lanes totals[Rows][maxout_pieces];
  accumulate<Rows, maxout_pieces>(window, token_width, weights, inputs, totals);
  for (std::size_t r = 0; r < Rows; ++r) {
    for (std::size_t p = 0; p < maxout_pieces; ++p) totals[r][p] = add(totals[r][p], load(bias + p * lane_count));
    store(z + r * token_width, maximum(maximum(totals[r][0], totals[r][1]), totals[r][2]));
  }
}

inline void convolve_panel(const float* window, std::size_t rows, const float* weights, std::size_t inputs,
                           const float* bias, float* z) {
  std::size_t row = 0;
  for (; row + tile_of_three <= rows; row += tile_of_three)
    convolve_tile<tile_of_three>(window + row * token_width, weights, inputs, bias, z + row * token_width);
  for (; row < rows; ++row) convolve_tile<1>(window + row * token_width, weights, inputs, bias, z + row * token_width);
}

void convolve_rows(const float* x, std::size_t rows, const PackedView& matrix, const NormView& norm, float* y) {
  constexpr std::size_t block_rows = 64;
  alignas(64) float z[block_rows * token_width];
  for (std::size_t begin = 0; begin < rows; begin += block_rows) {
    const std::size_t count = rows - begin < block_rows ? rows - begin : block_rows;
    for (std::size_t panel = 0; panel < norm_lanes; ++panel)
      convolve_panel(x + begin * token_width - token_width, count,
                     matrix.weights + panel * piece_width / norm_lanes * matrix.inputs, matrix.inputs,
                     matrix.bias + panel * piece_width / norm_lanes, z + panel * lane_count);
    for (std::size_t row = 0; row < count; ++row) {
      Lanes lanes[norm_lanes];
      for (std::size_t i = 0; i < norm_lanes; ++i) lanes[i] = load(z + row * token_width + i * lane_count);
      const std::size_t at = (begin + row) * token_width;
      normalise(lanes, norm, x + at, y + at);
    }
  }
}

void mix_rows(const float* const* rows, std::size_t count, const float* bias, const NormView& norm, float* out) {
  Lanes z[norm_lanes];
  for (std::size_t i = 0; i < norm_lanes; ++i) {
    const std::size_t at = i * lane_count;
    Lanes pieces[maxout_pieces];
    for (std::size_t p = 0; p < maxout_pieces; ++p) pieces[p] = load(bias + p * token_width + at);
    for (std::size_t r = 0; r < count; ++r)
      for (std::size_t p = 0; p < maxout_pieces; ++p) pieces[p] = add(pieces[p], load(rows[r] + p * token_width + at));
    z[i] = maximum(maximum(pieces[0], pieces[1]), pieces[2]);
  }
  normalise(z, norm, nullptr, out);
}

void combine_products(const float* left, const float* centre, const float* right, const float* bias, const float* x,
                      const NormView& norm, float* out) {
  Lanes z[norm_lanes];
  for (std::size_t i = 0; i < norm_lanes; ++i) {
    Lanes pieces[maxout_pieces];
    for (std::size_t p = 0; p < maxout_pieces; ++p) {
      const std::size_t at = p * token_width + i * lane_count;
      pieces[p] = add(add(add(load(left + at), load(centre + at)), load(right + at)), load(bias + at));
    }
    z[i] = maximum(maximum(pieces[0], pieces[1]), pieces[2]);
  }
  normalise(z, norm, x, out);
}

void activate_rows(const float* const* rows, std::size_t count, const float* bias, float* hidden) {
  for (std::size_t i = 0; i < hidden_width; i += lane_count) {
    Lanes first = load(rows[0] + i);
    Lanes second = load(rows[0] + hidden_width + i);
    for (std::size_t r = 1; r < count; ++r) {
      first = add(first, load(rows[r] + i));
      second = add(second, load(rows[r] + hidden_width + i));
    }
    store(hidden + i, maximum(add(first, load(bias + i)), add(second, load(bias + hidden_width + i))));
  }
}

template <std::size_t Blocks>
inline void score_blocks(const float* hidden, const float* weights, const float* bias, std::size_t padded,
                         float* scores) {
  Lanes totals[Blocks];
#pragma GCC unroll 8
  for (std::size_t b = 0; b < Blocks; ++b) totals[b] = broadcast(0.0F);
  for (std::size_t k = 0; k < hidden_width; ++k) {
    const Lanes factor = broadcast(hidden[k]);
#pragma GCC unroll 8
    for (std::size_t b = 0; b < Blocks; ++b)
      totals[b] = fuse(factor, load(weights + k * padded + b * lane_count), totals[b]);
  }
#pragma GCC unroll 8
  for (std::size_t b = 0; b < Blocks; ++b) store(scores + b * lane_count, add(totals[b], load(bias + b * lane_count)));
}

void score_outputs(const float* hidden, const float* weights, const float* bias, std::size_t padded, std::size_t first,
                   std::size_t last, float* scores) {
  std::size_t block = first;
  for (; block + score_tile <= last; block += score_tile)
    score_blocks<score_tile>(hidden, weights + block * lane_count, bias + block * lane_count, padded,
                             scores + block * lane_count);
  for (; block < last; ++block)
    score_blocks<1>(hidden, weights + block * lane_count, bias + block * lane_count, padded,
                    scores + block * lane_count);
}

const Kernels kernels = {level_name,       multiply_rows, convolve_rows, mix_rows,
                         combine_products, activate_rows, score_outputs};
