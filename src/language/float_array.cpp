#include "language/float_array.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <cstring>
#include <limits>

namespace stemma::language {

namespace {

// The data must be as long as the shape says; written so that no product can overflow.
void check_size(const FloatArray& array, std::size_t bytes, const ModelFile& file, std::string_view field) {
  std::size_t count = 1;
  for (const std::size_t dimension : array.shape) {
    if (dimension != 0 && count > std::numeric_limits<std::uint32_t>::max() / dimension)
      file.fail(field, "has a shape that is too large");
    count *= dimension;
  }
  if (count > bytes / sizeof(float) || count * sizeof(float) != bytes)
    file.fail(field, fmt::format("its shape {} does not fit its {} bytes", array.shape, bytes));
}

void fill(FloatArray& array, std::string_view data, const ModelFile& file, std::string_view field) {
  check_size(array, data.size(), file, field);
  array.values.resize(data.size() / sizeof(float));
  if (!data.empty()) std::memcpy(array.values.data(), data.data(), data.size());
  for (const float value : array.values)
    if (!std::isfinite(value)) file.fail(field, "holds a value that is no finite number");
}

// The value of 'key' in the header of an NPY file, up to the end of the header.
std::string_view npy_value(const ModelFile& file, std::string_view header, std::string_view key) {
  const auto at = header.find(fmt::format("'{}':", key));
  if (at == std::string_view::npos) file.fail(key, "is missing from the NPY header");
  std::string_view value = header.substr(at + key.size() + 3);
  value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
  return value;
}

std::vector<std::size_t> npy_shape(const ModelFile& file, std::string_view value) {
  const auto close = value.find(')');
  if (value.empty() || value.front() != '(' || close == std::string_view::npos) file.fail("shape", "is not a tuple");
  std::vector<std::size_t> shape;
  std::size_t number = 0;
  bool digits = false;
  for (const char c : value.substr(1, close)) {
    if (c >= '0' && c <= '9') {
      number = number * 10 + static_cast<std::size_t>(c - '0');
      digits = true;
      if (number > std::numeric_limits<std::uint32_t>::max()) file.fail("shape", "is too large");
    } else if (digits) {
      shape.push_back(number);
      number = 0;
      digits = false;
    }
  }
  return shape;
}

} // namespace

void FloatArray::require_shape(const std::vector<std::size_t>& expected, const ModelFile& file,
                               std::string_view field) const {
  if (shape != expected) file.fail(field, fmt::format("has the shape {}, expected {}", shape, expected));
}

FloatArray read_msgpack_array(MsgpackReader& reader, std::string_view field) {
  FloatArray array;
  std::string_view data;
  bool typed = false;
  const std::size_t pairs = reader.read_map(field);
  for (std::size_t i = 0; i < pairs; ++i) {
    const std::string_view key = reader.read_key(field);
    if (key == "shape") {
      const std::size_t dimensions = reader.read_array(field);
      if (dimensions > 8) reader.fail(field, "has too many dimensions");
      array.shape.clear();
      for (std::size_t d = 0; d < dimensions; ++d)
        array.shape.push_back(static_cast<std::size_t>(reader.read_unsigned(field)));
    } else if (key == "type") {
      if (reader.read_key(field) != "<f4") reader.fail(field, "holds no 32-bit floats");
      typed = true;
    } else if (key == "data") {
      data = reader.read_binary(field);
    } else {
      reader.skip(field);
    }
  }
  if (!typed) reader.fail(field, "is no array: it has no type");
  fill(array, data, reader.file(), field);
  return array;
}

FloatArray read_npy(const ModelFile& file) {
  const std::string_view bytes = file.bytes;
  if (bytes.size() < 10 || bytes.substr(0, 8) != std::string_view("\x93NUMPY\x01\x00", 8))
    file.fail("header", "this is not an NPY file of version 1.0");
  const std::size_t length = static_cast<unsigned char>(bytes[8]) + 256U * static_cast<unsigned char>(bytes[9]);
  if (bytes.size() - 10 < length) file.fail("header", "the file ends too early");
  const std::string_view header = bytes.substr(10, length);
  if (!npy_value(file, header, "descr").starts_with("'<f4'")) file.fail("descr", "holds no 32-bit floats");
  if (!npy_value(file, header, "fortran_order").starts_with("False")) file.fail("fortran_order", "is not C order");
  FloatArray array;
  array.shape = npy_shape(file, npy_value(file, header, "shape"));
  fill(array, bytes.substr(10 + length), file, "data");
  return array;
}

} // namespace stemma::language
