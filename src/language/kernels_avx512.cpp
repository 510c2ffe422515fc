#include "language/kernels.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

namespace stemma::language {

namespace {

constexpr const char* level_name = "avx512";
constexpr std::size_t tile_of_three = 8; // 24 sums, 3 weights, 1 factor: 28 of 32 registers
constexpr std::size_t tile_of_two = 12;
constexpr std::size_t score_tile = 7;

using Lanes = __m512;

inline Lanes load(const float* from) { return _mm512_loadu_ps(from); }
inline void store(float* to, Lanes v) { _mm512_storeu_ps(to, v); }
inline Lanes broadcast(float value) { return _mm512_set1_ps(value); }
inline Lanes add(Lanes a, Lanes b) { return _mm512_add_ps(a, b); }
inline Lanes subtract(Lanes a, Lanes b) { return _mm512_sub_ps(a, b); }
inline Lanes multiply(Lanes a, Lanes b) { return _mm512_mul_ps(a, b); }
inline Lanes fuse(Lanes a, Lanes b, Lanes c) { return _mm512_fmadd_ps(a, b, c); }
inline Lanes maximum(Lanes a, Lanes b) { return _mm512_max_ps(a, b); }
inline float square_root(float value) { return _mm_cvtss_f32(_mm_sqrt_ss(_mm_set_ss(value))); }

inline float sum(Lanes v) {
  const __m256 low = _mm512_castps512_ps256(v);
  const __m256 high = _mm256_castpd_ps(_mm512_extractf64x4_pd(_mm512_castps_pd(v), 1));
  const __m256 eight = _mm256_add_ps(low, high);
  const __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
  const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
  return _mm_cvtss_f32(_mm_add_ss(two, _mm_shuffle_ps(two, two, 1)));
}

#include "language/kernel_body.hpp"

} // namespace

const Kernels& avx512_kernels() { return kernels; }

} // namespace stemma::language

#endif
