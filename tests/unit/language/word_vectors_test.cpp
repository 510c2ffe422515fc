#include "language/word_vectors.hpp"
#include "model/error.hpp"
#include "model_writer.hpp"

#include <catch2/catch.hpp>

#include <cstring>

using namespace stemma::language;
using stemma::language::test::Packer;

namespace {

// Two rows of three floats: 0, 1, 2 and 3, 4, 5.
ModelFile two_rows() {
  const std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }\n";
  std::string bytes("\x93NUMPY\x01\x00", 8);
  bytes += static_cast<char>(header.size());
  bytes += '\0';
  bytes += header;
  for (int i = 0; i < 6; ++i) {
    const auto value = static_cast<float>(i);
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    bytes.append(raw, sizeof raw);
  }
  return {"vectors", bytes};
}

// The key `factor`·i names the row i modulo 2.
ModelFile keys(std::size_t count, std::uint64_t factor) {
  Packer packer;
  packer.map(count);
  for (std::size_t i = 1; i <= count; ++i) packer.number(factor * i).number(i % 2);
  return {"key2row", packer.bytes};
}

} // namespace

TEST_CASE("a form's vector is the row that its key names") {
  const WordVectors vectors(two_rows(), keys(5000, 0x2545F4914F6CDD1DU));
  CHECK(vectors.width() == 3);
  REQUIRE(vectors.find(0x2545F4914F6CDD1DU * 3));
  CHECK(*vectors.find(0x2545F4914F6CDD1DU * 3) == 3.0F);
  CHECK(*vectors.find(0x2545F4914F6CDD1DU * 4) == 0.0F);
  CHECK_FALSE(vectors.find(7));
}

TEST_CASE("keys that are chosen to share a place are refused before they cost time") {
  // The inverse of the table's own factor, modulo 2⁶⁴, by Newton's method: all keys fall into the first place.
  std::uint64_t inverse = 1;
  for (int i = 0; i < 6; ++i) inverse *= 2 - 0x9E3779B97F4A7C15U * inverse;
  CHECK_NOTHROW(WordVectors(two_rows(), keys(500, inverse)));
  CHECK_THROWS_WITH(WordVectors(two_rows(), keys(60000, inverse)), Catch::Contains("key2row: its keys are no hashes"));
}
