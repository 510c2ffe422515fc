#pragma once
// Arrays of 32-bit floats as a model stores them: from thinc's MessagePack and from NumPy's NPY.

#include "language/model_files.hpp"
#include "language/msgpack_reader.hpp"

#include <vector>

namespace stemma::language {

struct FloatArray {
  std::vector<std::size_t> shape;
  std::vector<float> values; // C order; as many as the shape says; all finite

  // Throws stemma::Error naming `field` when the shape is another one.
  void require_shape(const std::vector<std::size_t>& expected, const ModelFile& file, std::string_view field) const;
};

// The map {nd, type, kind, shape, data}. Refuses every type but little-endian 32-bit floats.
FloatArray read_msgpack_array(MsgpackReader& reader, std::string_view field);

// NPY format 1.0, "<f4", C order.
FloatArray read_npy(const ModelFile& file);

} // namespace stemma::language
