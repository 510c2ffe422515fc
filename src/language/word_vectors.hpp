#pragma once
// The static vectors of a model: none in the small one, one row for each known form in the medium one.

#include "language/float_array.hpp"
#include "language/string_id.hpp"

#include <filesystem>

namespace stemma::language {

class WordVectors {
public:
  WordVectors() = default;
  // vocab/vectors and vocab/key2row; every row that a key names is there.
  WordVectors(const ModelFile& vectors, const ModelFile& keys);

  std::size_t width() const { return width_; } // 0: the model has none
  // `width` floats; null for a form without one.
  const float* find(StringId form) const;

private:
  struct Entry {
    StringId key;
    std::uint32_t row;
  };
  static constexpr std::uint32_t empty = ~0U;
  struct Slot {
    std::size_t at = 0; // where the key is, or would be
    std::size_t steps = 0;
  };
  Slot slot_of(StringId key) const;

  std::size_t width_ = 0;
  std::vector<float> values_;
  std::vector<Entry> table_; // open addressing; the size is a power of two
};

} // namespace stemma::language
