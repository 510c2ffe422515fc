#include "language/kernels.hpp"

#if defined(__SSE2__)

#include <emmintrin.h>

namespace stemma::language {

namespace {

constexpr const char* level_name = "baseline";
constexpr std::size_t tile_of_three = 1;
constexpr std::size_t tile_of_two = 1;
constexpr std::size_t score_tile = 1;

struct Lanes {
  __m128 part[4];
};

inline Lanes load(const float* from) {
  return {{_mm_loadu_ps(from), _mm_loadu_ps(from + 4), _mm_loadu_ps(from + 8), _mm_loadu_ps(from + 12)}};
}
inline void store(float* to, Lanes v) {
  for (std::ptrdiff_t i = 0; i < 4; ++i) _mm_storeu_ps(to + 4 * i, v.part[i]);
}
inline Lanes broadcast(float value) {
  const __m128 v = _mm_set1_ps(value);
  return {{v, v, v, v}};
}

template <class Operation>
inline Lanes each(const Lanes& a, const Lanes& b, Operation operation) {
  return {{operation(a.part[0], b.part[0]), operation(a.part[1], b.part[1]), operation(a.part[2], b.part[2]),
           operation(a.part[3], b.part[3])}};
}
inline Lanes add(Lanes a, Lanes b) {
  return each(a, b, [](__m128 x, __m128 y) { return _mm_add_ps(x, y); });
}
inline Lanes subtract(Lanes a, Lanes b) {
  return each(a, b, [](__m128 x, __m128 y) { return _mm_sub_ps(x, y); });
}
inline Lanes multiply(Lanes a, Lanes b) {
  return each(a, b, [](__m128 x, __m128 y) { return _mm_mul_ps(x, y); });
}
inline Lanes maximum(Lanes a, Lanes b) {
  return each(a, b, [](__m128 x, __m128 y) { return _mm_max_ps(x, y); });
}
inline float square_root(float value) { return _mm_cvtss_f32(_mm_sqrt_ss(_mm_set_ss(value))); }

// a·b is exact in double precision. The sum is rounded to odd: where it is inexact and its last bit is even, it moves
// one step towards the true value. Rounding that to float then gives what a fused multiply-add gives (Boldo and
// Melquiond, "Emulation of a FMA and correctly rounded sums", 2008).
inline __m128d fuse_to_odd(__m128d a, __m128d b, __m128d c) {
  const __m128d product = _mm_mul_pd(a, b);
  const __m128d total = _mm_add_pd(product, c);
  const __m128d back = _mm_sub_pd(total, product);
  const __m128d error = _mm_add_pd(_mm_sub_pd(product, _mm_sub_pd(total, back)), _mm_sub_pd(c, back));
  const __m128d inexact = _mm_and_pd(_mm_cmpneq_pd(error, _mm_setzero_pd()), _mm_cmpord_pd(error, error));
  const __m128i bits = _mm_castpd_si128(total);
  const __m128i last = _mm_slli_epi64(bits, 63);
  const __m128i odd = _mm_shuffle_epi32(_mm_srai_epi32(last, 31), _MM_SHUFFLE(3, 3, 1, 1));
  const __m128i signs = _mm_xor_si128(_mm_castpd_si128(error), bits);
  const __m128i apart = _mm_shuffle_epi32(_mm_srai_epi32(signs, 31), _MM_SHUFFLE(3, 3, 1, 1)); // -1: signs differ
  const __m128i step = _mm_or_si128(apart, _mm_set_epi32(0, 1, 0, 1));                         // -1 or +1
  const __m128i moved = _mm_and_si128(_mm_andnot_si128(odd, _mm_castpd_si128(inexact)), step);
  return _mm_castsi128_pd(_mm_add_epi64(bits, moved));
}

inline __m128 fuse_four(__m128 a, __m128 b, __m128 c) {
  const __m128 low = _mm_cvtpd_ps(fuse_to_odd(_mm_cvtps_pd(a), _mm_cvtps_pd(b), _mm_cvtps_pd(c)));
  const auto upper = [](__m128 v) { return _mm_cvtps_pd(_mm_movehl_ps(v, v)); };
  const __m128 high = _mm_cvtpd_ps(fuse_to_odd(upper(a), upper(b), upper(c)));
  return _mm_movelh_ps(low, high);
}

inline Lanes fuse(Lanes a, Lanes b, Lanes c) {
  return {{fuse_four(a.part[0], b.part[0], c.part[0]), fuse_four(a.part[1], b.part[1], c.part[1]),
           fuse_four(a.part[2], b.part[2], c.part[2]), fuse_four(a.part[3], b.part[3], c.part[3])}};
}

inline float sum(Lanes v) {
  const __m128 even = _mm_add_ps(v.part[0], v.part[2]);
  const __m128 odd = _mm_add_ps(v.part[1], v.part[3]);
  const __m128 four = _mm_add_ps(even, odd);
  const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
  return _mm_cvtss_f32(_mm_add_ss(two, _mm_shuffle_ps(two, two, 1)));
}

#include "language/kernel_body.hpp"

} // namespace

const Kernels& baseline_kernels() { return kernels; }

} // namespace stemma::language

#else // other processors: plain loops and the mathematical library's own fused multiply-add

namespace stemma::language {

namespace {

constexpr const char* level_name = "baseline";
constexpr std::size_t tile_of_three = 2;
constexpr std::size_t tile_of_two = 2;
constexpr std::size_t score_tile = 1;

struct Lanes {
  float value[lane_count];
};

template <class Operation>
inline Lanes each(const Lanes& a, const Lanes& b, Operation operation) {
  Lanes result;
  for (std::size_t i = 0; i < lane_count; ++i) result.value[i] = operation(a.value[i], b.value[i]);
  return result;
}
inline Lanes load(const float* from) {
  Lanes v;
  for (std::size_t i = 0; i < lane_count; ++i) v.value[i] = from[i];
  return v;
}
inline void store(float* to, const Lanes& v) {
  for (std::size_t i = 0; i < lane_count; ++i) to[i] = v.value[i];
}
inline Lanes broadcast(float value) {
  Lanes v;
  for (float& lane : v.value) lane = value;
  return v;
}
inline Lanes add(const Lanes& a, const Lanes& b) {
  return each(a, b, [](float x, float y) { return x + y; });
}
inline Lanes subtract(const Lanes& a, const Lanes& b) {
  return each(a, b, [](float x, float y) { return x - y; });
}
inline Lanes multiply(const Lanes& a, const Lanes& b) {
  return each(a, b, [](float x, float y) { return x * y; });
}
inline Lanes maximum(const Lanes& a, const Lanes& b) { // as the vector instruction: the second unless a is greater
  return each(a, b, [](float x, float y) { return x > y ? x : y; });
}
inline Lanes fuse(const Lanes& a, const Lanes& b, const Lanes& c) {
  Lanes result;
  for (std::size_t i = 0; i < lane_count; ++i) result.value[i] = __builtin_fmaf(a.value[i], b.value[i], c.value[i]);
  return result;
}
inline float square_root(float value) { return __builtin_sqrtf(value); }
inline float sum(const Lanes& v) {
  float lanes[lane_count];
  for (std::size_t i = 0; i < lane_count; ++i) lanes[i] = v.value[i];
  for (std::size_t half = lane_count / 2; half > 0; half /= 2)
    for (std::size_t i = 0; i < half; ++i) lanes[i] += lanes[i + half];
  return lanes[0];
}

#include "language/kernel_body.hpp"

} // namespace

const Kernels& baseline_kernels() { return kernels; }

} // namespace stemma::language

#endif
