#pragma once
// Floats on a 64-byte boundary, so that no vector load crosses a cache line.

#include <cstddef>
#include <memory>
#include <new>

namespace stemma::language {

class FloatBuffer {
public:
  FloatBuffer() = default;
  // All zero.
  explicit FloatBuffer(std::size_t size) : values_(allocate(size)), size_(size) {}

  float* data() { return values_.get(); }
  const float* data() const { return values_.get(); }
  std::size_t size() const { return size_; }
  float& operator[](std::size_t i) { return values_.get()[i]; }
  const float& operator[](std::size_t i) const { return values_.get()[i]; }

  // Keeps nothing of what was in it; never shrinks.
  void reserve_at_least(std::size_t size) {
    if (size > size_) *this = FloatBuffer(size);
  }

private:
  static constexpr std::align_val_t alignment{64};
  struct Free {
    void operator()(float* values) const { ::operator delete(values, alignment); }
  };

  static float* allocate(std::size_t size) {
    auto* values = static_cast<float*>(::operator new(size * sizeof(float), alignment));
    std::uninitialized_fill_n(values, size, 0.0F);
    return values;
  }

  std::unique_ptr<float, Free> values_;
  std::size_t size_ = 0;
};

} // namespace stemma::language
