#include "language/kernels.hpp"
#include "language/packed_matrix.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstring>
#include <functional>
#include <optional>

using namespace stemma::language;

namespace {

std::vector<float> noise(std::size_t count, unsigned seed, float scale = 1.0F) {
  std::vector<float> values(count);
  std::uint64_t state = seed * 7919U + 17U;
  for (float& value : values) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    value = (static_cast<float>(state >> 40U) / 16777216.0F - 0.5F) * scale;
  }
  return values;
}

std::vector<const Kernels*> levels() {
  std::vector<const Kernels*> found;
  for (const auto level : {InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512}) {
    try {
      found.push_back(&require_kernels(level));
    } catch (const stemma::Error&) { // this processor does not have it
    }
  }
  return found;
}

// Runs on every level; the bytes must be equal. Returns them.
std::vector<float> same_on_all(std::size_t size, const std::function<void(const Kernels&, float*)>& run) {
  std::optional<std::vector<float>> first;
  for (const Kernels* kernels : levels()) {
    std::vector<float> result(size, 0.0F);
    run(*kernels, result.data());
    if (!first) first = result;
    INFO(kernels->name);
    CHECK(std::memcmp(first->data(), result.data(), size * sizeof(float)) == 0);
  }
  return *first;
}

} // namespace

TEST_CASE("a product is one chain of fused multiply-adds, on every level") {
  for (const std::size_t outputs : {50U, 64U, 96U, 288U})
    for (const std::size_t rows : {1U, 7U, 13U, 40U}) {
      const auto x = noise(rows * 96, 1);
      auto weights = noise(outputs * 96, 2);
      weights[3] = 1e-38F; // products that are no normal floats any more
      weights[5] = 3e37F;
      const auto bias = noise(outputs, 3);
      const PackedMatrix matrix(weights.data(), 96, bias.data(), 96, rows_in_order(outputs));
      const std::size_t width = matrix.padded_outputs();
      const auto y = same_on_all(rows * width, [&](const Kernels& kernels, float* out) {
        kernels.multiply(x.data(), 96, rows, matrix.view(), out, width);
      });
      float expected = 0;
      for (std::size_t k = 0; k < 96; ++k) expected = std::fma(x[(rows - 1) * 96 + k], weights[k], expected);
      CHECK(y[(rows - 1) * width] == expected + bias[0]);
    }
}

TEST_CASE("the exact product of the baseline rounds as the fused one, near ties and far from them") {
  std::vector<float> x(96, 0.0F), weights(96, 0.0F);
  for (unsigned round = 0; round < 2000; ++round) {
    const auto a = noise(3, 10 + round);
    x[0] = a[0];
    weights[0] = 1.0F;
    x[1] = std::ldexp(a[1], -static_cast<int>(round % 60)); // from equal size to far below the last bit
    weights[1] = a[2];
    x[2] = 1.0F + std::ldexp(1.0F, -12); // whose square ends exactly between two floats
    weights[2] = round % 2 != 0 ? x[2] : -x[2];
    const PackedMatrix matrix(weights.data(), 96, nullptr, 96, rows_in_order(1));
    same_on_all(matrix.padded_outputs(), [&](const Kernels& kernels, float* out) {
      kernels.multiply(x.data(), 96, 1, matrix.view(), out, matrix.padded_outputs());
    });
  }
}

TEST_CASE("the other kernels, on every level") {
  const auto gain = noise(96, 4), shift = noise(96, 5);
  const NormView norm{gain.data(), shift.data()};
  const auto x = noise(102 * 96, 6), weights = noise(288 * 288, 7, 0.1F), bias = noise(288, 8);
  const PackedMatrix matrix(weights.data(), 288, bias.data(), 288, rows_by_panel(96, 3));
  same_on_all(100 * 96,
              [&](const Kernels& k, float* out) { k.convolve(x.data() + 96, 100, matrix.view(), norm, out); });
  const float* rows[] = {x.data(),       x.data() + 288,  x.data() + 576, x.data(),
                         x.data() + 864, x.data() + 1000, x.data() + 77,  x.data() + 5};
  same_on_all(96, [&](const Kernels& k, float* out) { k.mix(rows, 8, bias.data(), norm, out); });
  same_on_all(
      96, [&](const Kernels& k, float* out) { k.combine(rows[0], rows[1], rows[2], bias.data(), rows[4], norm, out); });
  same_on_all(64, [&](const Kernels& k, float* out) { k.activate(rows, 8, bias.data(), out); });
  same_on_all(112,
              [&](const Kernels& k, float* out) { k.score(x.data(), weights.data(), bias.data(), 112, 0, 7, out); });
}
